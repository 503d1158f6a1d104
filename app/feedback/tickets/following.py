"""Following a ticket: who wants to hear what becomes of it."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_any_participant, record_desk_act
from app.communities.models import Participant
from app.feedback.models import Ticket
from app.feedback.tickets.lists import show_following
from app.feedback.tickets.schemas import TicketFollowing
from app.kernel.errors import UnknownReference
from app.notifications import followers


async def follow(session: AsyncSession, ticket: Ticket, acting: ActingFor) -> TicketFollowing:
    """Follow a ticket; nobody follows at the desk what they could not see themselves."""
    who = await load_any_participant(session, ticket.community_id, acting)
    if not (who.is_active and (ticket.is_shown or ticket.participant_id == who.id)):
        raise UnknownReference
    await followers.follow(session, ticket.community_id, ticket.id, who.id)
    record_desk_act(session, ticket.community_id, acting, "ticket.followed", ticket)
    return await show_following(session, ticket, who)


async def unfollow(session: AsyncSession, ticket_id: UUID, *, by: Participant) -> None:
    """Follow a ticket no more, also one that the caller cannot see any more."""
    await followers.unfollow(session, by.community_id, ticket_id, by.id)


async def unfollow_at_desk(
    session: AsyncSession, ticket: Ticket, acting: ActingFor
) -> TicketFollowing:
    who = await load_any_participant(session, ticket.community_id, acting)
    await unfollow(session, ticket.id, by=who)
    record_desk_act(session, ticket.community_id, acting, "ticket.unfollowed", ticket)
    return await show_following(session, ticket, who)
