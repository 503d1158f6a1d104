"""Followers of tickets, who get a message at each public move."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_any_participant, record_desk_act
from app.communities.models import Participant
from app.feedback.models import Ticket
from app.kernel.errors import UnknownReference
from app.notifications import followers


async def follow(session: AsyncSession, ticket: Ticket, acting: ActingFor) -> None:
    """Follow a ticket. At the desk, too, nobody follows a ticket that they may not see."""
    participant = await load_any_participant(session, ticket.community_id, acting)
    if not (participant.is_active and (ticket.is_shown or ticket.participant_id == participant.id)):
        raise UnknownReference
    await followers.follow(session, ticket.community_id, ticket.id, participant.id)
    record_desk_act(session, ticket.community_id, acting, "ticket.followed", ticket)


async def unfollow(session: AsyncSession, ticket_id: UUID, *, by: Participant) -> None:
    """Unfollow a ticket, even one that the caller may not see any more."""
    await followers.unfollow(session, by.community_id, ticket_id, by.id)


async def unfollow_at_desk(session: AsyncSession, ticket: Ticket, acting: ActingFor) -> None:
    participant = await load_any_participant(session, ticket.community_id, acting)
    await unfollow(session, ticket.id, by=participant)
    record_desk_act(session, ticket.community_id, acting, "ticket.unfollowed", ticket)
