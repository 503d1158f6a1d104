"""Acts of authors on their tickets, themselves or at the desk. Each locks the ticket first."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Participant
from app.feedback.authors import lock_for_author
from app.feedback.history.service import note_by_author
from app.feedback.models import WITHDRAWABLE, EntryKind, Ticket
from app.kernel import clock

E = EntryKind


async def withdraw(session: AsyncSession, ticket: Ticket, acting: ActingFor) -> Ticket:
    """Withdraw a ticket for its author, who gets a message if the desk does it."""
    await lock_for_author(session, ticket)
    ticket.withdraw(clock.now())
    await note_by_author(session, ticket, E.WITHDRAWN, acting)
    record_desk_act(
        session, ticket.community_id, acting, "ticket.withdrawn", ticket, has_message=True
    )
    return ticket


async def withdraw_all(session: AsyncSession, participant: Participant) -> None:
    """Withdraw the tickets of a participant whose account is erased, as far as they still may be
    withdrawn. A disputed one is left to the community."""
    query = (
        select(Ticket)
        .where(
            Ticket.community_id == participant.community_id,
            Ticket.participant_id.matches(Ticket, participant.community_id, str(participant.id)),
            Ticket.status.in_(sorted(WITHDRAWABLE)),
        )
        .order_by(Ticket.id)
        .with_for_update(key_share=True)
    )
    acting = ActingFor.oneself(participant.user_id or participant.entered_by)
    for ticket in await session.scalars(query):
        ticket.withdraw(clock.now())
        await note_by_author(session, ticket, E.WITHDRAWN, acting)


async def dispute(session: AsyncSession, ticket: Ticket, reason: str, acting: ActingFor) -> Ticket:
    """Dispute a solution for the author. The ticket is taken up again."""
    await lock_for_author(session, ticket)
    ticket.dispute(clock.now())
    await note_by_author(session, ticket, E.DISPUTED, acting, reason)
    record_desk_act(session, ticket.community_id, acting, "ticket.disputed", ticket)
    return ticket


async def escalate(session: AsyncSession, ticket: Ticket, reason: str, acting: ActingFor) -> Ticket:
    """Ask the level above the community to review a solution that was disputed twice."""
    await lock_for_author(session, ticket)
    ticket.escalate(clock.now())
    await note_by_author(session, ticket, E.ESCALATED, acting, reason)
    record_desk_act(
        session, ticket.community_id, acting, "ticket.escalated", ticket, has_message=True
    )
    return ticket
