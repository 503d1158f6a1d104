"""Listener that tells people who has seen their data."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.administration.messages import DataSeen
from app.administration.queries import grants_reaching
from app.administration.service import matter_of, shown_fields, who_of
from app.communities.models import Participant
from app.identity.administrators.queries import names_of
from app.kernel.database.engine import get_row
from app.kernel.jobs.audit import DataRevealed
from app.kernel.jobs.listeners import Listener
from app.kernel.privacy.audit import AuditContent, is_apart, read_content
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


async def notify_of_reading(session: AsyncSession, community_id: UUID, event: DataRevealed) -> None:
    """Tell the person, unless the entry was erased with them meanwhile, or they were the reader."""
    row = await get_row(session, AuditContent, community_id, event.entry_id)
    content = read_content(row)
    if content is None or content.about is None:
        return
    query = select(Participant).filter_by(community_id=community_id, id=content.about)
    person = await session.scalar(query)
    if person is None or person.user_id == content.actor_id:
        return
    actor = {content.actor_id}
    grants = await grants_reaching(session, actor, {community_id})
    name = (await names_of(session, actor)).get(content.actor_id)
    who = who_of(grants.get((content.actor_id, community_id), []), row.at, name)
    fields, matter = shown_fields(content), matter_of(content)
    message = DataSeen(
        who_zh=f"{who.zh}{matter.zh}",
        who_en=who.en,
        at=row.at,
        field_zh=fields.zh,
        field_en=f"{fields.en}{matter.en}",
        reason=content.facts.get("reason") or "–",
    )
    subject = Subject(SubjectKind.ACCESS_LOG, event.entry_id)
    is_sealed = is_apart(row)
    notify(session, community_id, [person.id], message, subject=subject, names_nobody=is_sealed)


LISTENERS = (Listener("administration.notify_of_reading", DataRevealed, notify_of_reading),)
