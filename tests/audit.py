"""Audit entries as tests read them: with what is sealed."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, select

from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditContent, AuditEntry, read_content


class Audited(NamedTuple):
    """One entry, opened."""

    id: UUID
    community_id: UUID
    actor_id: UUID
    action: str
    subject_id: UUID
    facts: dict[str, str | None]
    about: UUID | None
    session_id: UUID | None
    address: str | None


async def audited(database: Database, community_id: UUID | None = None) -> list[Audited]:
    """All entries in their order, or those of one community."""
    same = and_(
        AuditContent.community_id == AuditEntry.community_id, AuditContent.id == AuditEntry.id
    )
    query = select(AuditEntry, AuditContent).join(AuditContent, same).order_by(AuditEntry.id)
    if community_id is not None:
        query = query.where(AuditEntry.community_id == community_id)
    async with database.transaction() as session:
        rows = (await session.execute(query)).all()
    return [_opened(entry, content) for entry, content in rows]


def _opened(entry: AuditEntry, sealed: AuditContent) -> Audited:
    content = read_content(sealed)
    assert content is not None
    return Audited(
        entry.id,
        entry.community_id,
        content.actor_id,
        content.action,
        content.subject_id,
        content.facts,
        content.about,
        content.session_id,
        content.address,
    )
