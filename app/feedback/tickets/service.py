"""Changes to tickets. Each locks the ticket first, and writes an entry to its history."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Department, Participant
from app.communities.permissions import Staff
from app.feedback.clocks import Notice
from app.feedback.errors import DepartmentUnfit
from app.feedback.history.service import note_by_author, note_by_clock, note_by_staff
from app.feedback.models import (
    ANSWER_WINDOW,
    RATING_WINDOW,
    WITHDRAWABLE,
    EntryKind,
    Ticket,
)
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import SubmitTicketCommand
from app.feedback.tickets.schemas import DeskTicket, TicketOut
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.database.search_terms import search_terms
from app.kernel.privacy.audit import record

E = EntryKind


async def submit_at_desk(session: AsyncSession, values: DeskTicket, *, by: Staff) -> TicketOut:
    """Submits a ticket for a resident, by the rules of residents: in the lane's own functions, as a
    group of one."""
    acting = values.acting(by)
    command = SubmitTicketCommand(values, acting, clock.now())
    response = await SUBMIT_TICKET.serve_one(session, by.community_id, command)
    ticket = TicketOut.model_validate_json(response.body)
    record_desk_act(session, by.community_id, acting, "ticket.submitted", ticket)
    return ticket


async def accept(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    """Accept a ticket. The one who accepts stays answerable for it; others see a public one from
    now on."""
    await lock(session, ticket)
    ticket.accept(clock.now(), by.id)
    if ticket.is_shown:
        ticket.search_grams = search_terms(ticket.text)
    await note_by_staff(session, ticket, E.ACCEPTED, by)
    record(session, by, "ticket.accepted", ticket, ticket.participant_id)
    return ticket


async def decline(session: AsyncSession, ticket: Ticket, reason: str, *, by: Staff) -> Ticket:
    """Decline a ticket. The reason says what to do instead, and is shown to the author alone."""
    await lock(session, ticket)
    ticket.decline(clock.now())
    await note_by_staff(session, ticket, E.DECLINED, by, reason)
    record(session, by, "ticket.declined", ticket, ticket.participant_id)
    return ticket


async def assign(
    session: AsyncSession, ticket: Ticket, department_id: UUID, *, by: Staff
) -> Ticket:
    query = select(Department).filter_by(community_id=by.community_id, id=department_id)
    department = await session.scalar(query)
    if department is None or not department.is_active:
        raise DepartmentUnfit
    await lock(session, ticket)
    ticket.assign(department.id)
    await note_by_staff(session, ticket, E.ASSIGNED, by, department.name)
    author, to = ticket.participant_id, str(department.id)
    record(session, by, "ticket.assigned", ticket, author, department=to)
    return ticket


async def start(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    await lock(session, ticket)
    ticket.start()
    await note_by_staff(session, ticket, E.STARTED, by)
    record(session, by, "ticket.started", ticket, ticket.participant_id)
    return ticket


async def resolve(session: AsyncSession, ticket: Ticket, text: str, *, by: Staff) -> Ticket:
    """Resolve a ticket. Its author is asked for a rating; without one it is closed after a week."""
    await lock(session, ticket)
    ticket.resolve(clock.now(), by.id)
    await note_by_staff(session, ticket, E.RESOLVED, by, text)
    record(session, by, "ticket.resolved", ticket, ticket.participant_id)
    return ticket


async def withdraw(session: AsyncSession, ticket: Ticket, acting: ActingFor) -> Ticket:
    """Withdraw a ticket for its author, who gets a message if the desk does it."""
    await lock(session, ticket)
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
    await lock(session, ticket)
    ticket.dispute(clock.now())
    await note_by_author(session, ticket, E.DISPUTED, acting, reason)
    record_desk_act(session, ticket.community_id, acting, "ticket.disputed", ticket)
    return ticket


# ---------------------------------------------------------------- by sweeps


async def resume(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Let the work go on after seven days without an answer."""
    await lock(session, ticket)
    if ticket.is_waiting and ticket.stopped_at and ticket.stopped_at + ANSWER_WINDOW <= now:
        ticket.resume(now)
        await note_by_clock(session, ticket, E.RESUMED)


async def close(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Close a resolved ticket after seven days without rating or dispute."""
    await lock(session, ticket)
    if ticket.is_resolved and ticket.stopped_at and ticket.stopped_at + RATING_WINDOW <= now:
        ticket.close(now)
        await note_by_clock(session, ticket, E.CLOSED)


ENTRY_BY_NOTICE = {
    Notice.RESPONSE_OVERDUE: E.RESPONSE_OVERDUE,
    Notice.RESOLUTION_OVERDUE: E.RESOLUTION_OVERDUE,
}
"""Entry that a notice writes. Warnings write none: they are for the queue, not for the author."""


async def give_due_notices(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    await lock(session, ticket)
    for notice in ticket.mark_due_notices(now):
        if notice in ENTRY_BY_NOTICE:
            await note_by_clock(session, ticket, ENTRY_BY_NOTICE[notice])
