"""State of the audit for `/metrics` and `linli doctor`: heads of the chains, entries that wait, and
whether the role of this process may rewrite what is only ever to be inserted."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.privacy.audit import AuditContent
from app.kernel.privacy.audit_chain import AuditHead
from app.kernel.privacy.audit_verification import Head

MAX_HEADS = 500
"""Heads in one answer of `/metrics`, each of which is two figures."""
HASH_BYTES = 6
"""Bytes of a hash that a figure holds exactly: floating-point numbers have 53 bits."""
MAX_WAIT = timedelta(hours=1)
INSERT_ONLY = ("audit_chain", "audit_entries", "certified_entries", "consents")
"""Tables whose rows the role that serves may neither change nor delete."""
NOT_DELETED = ("audit_contents", "audit_heads", "sensitive_consents", "service_entries")
"""Tables whose rows the role that serves may not delete."""
MAY_REWRITE = text(
    """
SELECT count(*) FROM unnest(CAST(:tables AS text[])) AS t (name)
WHERE has_table_privilege('public.' || t.name, 'UPDATE')
    OR has_table_privilege('public.' || t.name, 'DELETE')
    OR has_table_privilege('public.' || t.name, 'TRUNCATE')
"""
)


class AuditState(NamedTuple):
    heads: Sequence[Head]
    waiting: int
    """Entries that have no position in a chain yet."""
    oldest_at: datetime | None

    def is_late(self, now: datetime) -> bool:
        return self.oldest_at is not None and self.oldest_at < now - MAX_WAIT


async def read_audit_state(session: AsyncSession, max_heads: int = MAX_HEADS) -> AuditState:
    """Reads over all communities; nobody waits for it."""
    columns = (AuditHead.community_id, AuditHead.number, AuditHead.hash)
    rows = await session.execute(select(*columns).order_by(AuditHead.community_id).limit(max_heads))
    heads = [Head(*row) for row in rows]
    unchained = select(func.count(), func.min(AuditContent.at)).where(
        AuditContent.is_chained.is_(False)
    )
    waiting, oldest_at = (await session.execute(unchained)).one()
    return AuditState(heads, waiting, oldest_at)


def audit_gauges(state: AuditState) -> Mapping[str, float]:
    """Returns number and beginning of the hash of each head: whoever stores the figures elsewhere
    stores the heads."""
    gauges: dict[str, float] = {"linli_audit_entries_waiting": state.waiting}
    for head in state.heads:
        gauges[f"linli_audit_head_number/{head.community_id}"] = head.number
        gauges[f"linli_audit_head_hash/{head.community_id}"] = int.from_bytes(
            head.hash[:HASH_BYTES]
        )
    return gauges


async def may_rewrite_audit(session: AsyncSession) -> bool:
    """Returns whether the role of this process can change what it should only insert."""
    return bool(await session.scalar(MAY_REWRITE, {"tables": list(INSERT_ONLY)}))
