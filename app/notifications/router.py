"""/v1: inbox of the caller."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Request
from sqlalchemy import select

from app.communities.deps import AnyParticipant, MyCommunities
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router
from app.notifications import service as notifications
from app.notifications.inbox import InboxMessage, is_to
from app.notifications.rendering import Renderer
from app.notifications.schemas import InboxMessageOut, InboxPage, InboxQuery

mine_router = Router(prefix="/me/inbox", tags=["inbox"])
router = Router(
    prefix="/inbox", tags=["inbox"], route_class=IdempotentRoute, dependencies=[IdempotentForUser]
)


async def message_renderer(request: Request) -> Renderer:
    renderer: Renderer = request.app.state.renderer
    return renderer


async def own_message(message_id: UUID, me: AnyParticipant, session: Session) -> InboxMessage:
    """Returns a message of the caller; any other is a 404."""
    is_mine = is_to(me.community_id, me.id)
    query = select(InboxMessage).where(InboxMessage.id == message_id, is_mine)
    message: InboxMessage | None = await session.scalar(query)
    if message is None:
        raise NotFound
    return message


OwnMessage = Annotated[InboxMessage, Depends(own_message)]
MessageRenderer = Annotated[Renderer, Depends(message_renderer)]


@mine_router.get("", response_model=InboxPage)
async def list_inbox(
    user: CurrentUser,
    communities: MyCommunities,
    query: Annotated[InboxQuery, Query()],
    renderer: MessageRenderer,
    session: Session,
) -> Page[InboxMessageOut]:
    """List my messages in all my communities, newest first."""
    return await notifications.list_inbox(session, user, communities, query, renderer)


@router.post("/{message_id}/read", response_model=InboxMessageOut)
async def mark_message_read(
    message: OwnMessage, user: CurrentUser, renderer: MessageRenderer, session: Session
) -> InboxMessageOut:
    """Mark a message as read. The instant of the first reading stays."""
    return await notifications.read(session, message, user, renderer)
