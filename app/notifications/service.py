"""Inbox of a person, over all their communities."""

from uuid import UUID

from sqlalchemy import false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.communities.models import Community
from app.identity.models import Locale, User
from app.kernel import clock
from app.kernel.web.pages import Page, newest_first, paginate
from app.notifications.inbox import InboxMessage, content_of, is_to
from app.notifications.rendering import Renderer
from app.notifications.schemas import InboxMessageOut, InboxQuery, SubjectOut


async def list_inbox(
    session: AsyncSession,
    user_id: UUID,
    communities: dict[UUID, UUID],
    query: InboxQuery,
    renderer: Renderer,
) -> Page[InboxMessageOut]:
    """Lists a person's messages, newest first, in their language."""
    statement = select(InboxMessage).where(
        InboxMessage.community_id.in_(list(communities)),
        or_(false(), *(is_to(*membership) for membership in communities.items())),
    )
    if query.is_unread is not None:
        statement = statement.where(InboxMessage.read_at.is_(None) == query.is_unread)
    page = await paginate(session, statement, query, newest_first(InboxMessage.id))
    locale = await _locale(session, user_id)
    names = await community_names(session, {row.community_id for row in page.items})
    return page.with_items(
        [_message_out(row, names[row.community_id], locale, renderer) for row in page.items]
    )


async def read(
    session: AsyncSession, message: InboxMessage, user_id: UUID, renderer: Renderer
) -> InboxMessageOut:
    """Mark a message as read; the instant of the first reading stays."""
    message.mark_read(clock.now())
    community = await session.get_one(Community, message.community_id)
    return _message_out(message, community.name, await _locale(session, user_id), renderer)


async def _locale(session: AsyncSession, user_id: UUID) -> Locale:
    return (await session.get_one(User, user_id)).locale


def _message_out(
    row: InboxMessage, community_name: str, locale: Locale, renderer: Renderer
) -> InboxMessageOut:
    content = content_of(row)
    title, body = renderer.render(content.kind, content.variables, locale)
    subject = content.opens
    return InboxMessageOut(
        id=row.id,
        community_id=row.community_id,
        community_name=community_name,
        kind=content.kind,
        subject=subject
        and SubjectOut(kind=subject.kind, id=subject.id, community_id=row.community_id),
        title=title,
        body=body,
        created_at=row.created_at,
        read_at=row.read_at,
    )
