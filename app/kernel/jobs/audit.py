"""The sweep that chains audit entries, and the event that tells people who has seen their data."""

from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.events import Event, emit
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.kernel.privacy.audit import REVEALED, AuditContent, read_content
from app.kernel.privacy.audit_chain import chain_batch

EVERY = timedelta(minutes=1)


class DataRevealed(Event):
    """Somebody has seen another person's data. The entry says who, whose and which, sealed."""

    kind: ClassVar[str] = "privacy.data_revealed"
    entry_id: UUID


def _due(_now: datetime) -> DueRows:
    """Selects communities with entries that have no position in the chain."""
    return (
        select(
            AuditContent.community_id,
            AuditContent.community_id.label("row_id"),
            func.min(AuditContent.at),
        )
        .where(AuditContent.is_chained.is_(False))
        .group_by(AuditContent.community_id)
    )


async def _chain(session: AsyncSession, key: Key, _now: datetime) -> None:
    """Chain a batch of one community. Each entry comes here once, so its person is told once."""
    community_id, _ = key
    for row in await chain_batch(session, community_id):
        content = read_content(row)
        if content is not None and content.about and content.action.endswith(REVEALED):
            emit(session, community_id, DataRevealed(entry_id=row.id))


SWEEPS = (Sweep("audit.chain", EVERY, _due, _chain),)
