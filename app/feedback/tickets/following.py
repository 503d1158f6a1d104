"""Who wants to hear what becomes of a ticket."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.models import Ticket
from app.feedback.tickets.lists import show_following
from app.feedback.tickets.schemas import DeskTicketFollow, TicketFollowing
from app.kernel.errors import UnknownReference
from app.kernel.privacy.audit import record
from app.notifications import followers


async def follow(session: AsyncSession, ticket: Ticket, *, by: Participant) -> TicketFollowing:
    """Once is enough."""
    await followers.follow(session, ticket.community_id, ticket.id, by.id)
    return await show_following(session, ticket, by)


async def unfollow(session: AsyncSession, ticket_id: UUID, *, by: Participant) -> None:
    """Also what is not shown to me any more."""
    await followers.unfollow(session, by.community_id, ticket_id, by.id)


async def follow_at_desk(
    session: AsyncSession, ticket: Ticket, desk: DeskTicketFollow, *, by: Staff
) -> TicketFollowing:
    who = await _somebody_who_may(session, ticket, desk.on_behalf_of)
    record(session, by, "ticket.followed", ticket, witness=desk.witness)
    return await follow(session, ticket, by=who)


async def unfollow_at_desk(
    session: AsyncSession, ticket: Ticket, desk: DeskTicketFollow, *, by: Staff
) -> TicketFollowing:
    key = {"community_id": ticket.community_id, "id": desk.on_behalf_of}
    who = await session.get(Participant, key)
    if who is None:
        raise UnknownReference
    await unfollow(session, ticket.id, by=who)
    record(session, by, "ticket.unfollowed", ticket, witness=desk.witness)
    return await show_following(session, ticket, who)


async def _somebody_who_may(
    session: AsyncSession, ticket: Ticket, participant_id: UUID
) -> Participant:
    """Nobody follows at the desk what they could not see themselves."""
    key = {"community_id": ticket.community_id, "id": participant_id}
    who = await session.get(Participant, key)
    if who is None or not who.is_active:
        raise UnknownReference
    if not (ticket.is_shown or ticket.participant_id == who.id):
        raise UnknownReference
    return who
