"""What happens to tickets. Each change locks the ticket first, and leaves an entry behind."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Department
from app.communities.permissions import Staff
from app.feedback.clocks import Notice
from app.feedback.errors import DepartmentUnfit
from app.feedback.history.service import note_by_author, note_by_clock, note_by_staff
from app.feedback.models import ANSWER_WINDOW, RATING_WINDOW, EntryKind, Ticket
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import SubmitTicketCommand
from app.feedback.tickets.schemas import DeskTicket, TicketOut
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.database.search_terms import search_terms
from app.kernel.privacy.audit import record

E = EntryKind


async def submit_at_desk(session: AsyncSession, desk: DeskTicket, *, by: Staff) -> TicketOut:
    """Submits a resident's ticket by their own rule, as a group of one, and audits it."""
    acting = desk.acting(by)
    command = SubmitTicketCommand(desk, acting, clock.now())
    response = await SUBMIT_TICKET.serve_one(session, by.community_id, command)
    ticket = TicketOut.model_validate_json(response.body)
    record_desk_act(session, by.community_id, acting, "ticket.submitted", ticket)
    return ticket


async def accept(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    """Accept a ticket. Who accepts stays answerable; others see a public one from now on."""
    await lock(session, ticket)
    ticket.accept(clock.now(), by.id)
    if ticket.is_shown:
        ticket.search_grams = search_terms(ticket.text)
    await note_by_staff(session, ticket, E.ACCEPTED, by)
    record(session, by, "ticket.accepted", ticket)
    return ticket


async def decline(session: AsyncSession, ticket: Ticket, reason: str, *, by: Staff) -> Ticket:
    """Decline a ticket. The reason says what to do instead; it is for the author alone."""
    await lock(session, ticket)
    ticket.decline(clock.now())
    await note_by_staff(session, ticket, E.DECLINED, by, reason)
    record(session, by, "ticket.declined", ticket)
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
    record(session, by, "ticket.assigned", ticket, department=str(department.id))
    return ticket


async def start(session: AsyncSession, ticket: Ticket, *, by: Staff) -> Ticket:
    await lock(session, ticket)
    ticket.start()
    await note_by_staff(session, ticket, E.STARTED, by)
    record(session, by, "ticket.started", ticket)
    return ticket


async def resolve(session: AsyncSession, ticket: Ticket, text: str, *, by: Staff) -> Ticket:
    """Resolve a ticket: its author is asked for a rating; after a week of silence it is closed."""
    await lock(session, ticket)
    ticket.resolve(clock.now(), by.id)
    await note_by_staff(session, ticket, E.RESOLVED, by, text)
    record(session, by, "ticket.resolved", ticket)
    return ticket


async def withdraw(session: AsyncSession, ticket: Ticket, acting: ActingFor) -> Ticket:
    """Withdraw a ticket for its author, who is told of what the desk does."""
    await lock(session, ticket)
    ticket.withdraw(clock.now())
    await note_by_author(session, ticket, E.WITHDRAWN, acting)
    record_desk_act(session, ticket.community_id, acting, "ticket.withdrawn", ticket)
    return ticket


async def dispute(session: AsyncSession, ticket: Ticket, reason: str, acting: ActingFor) -> Ticket:
    """Dispute a solution for the author: the ticket is taken up again."""
    await lock(session, ticket)
    ticket.dispute(clock.now())
    await note_by_author(session, ticket, E.DISPUTED, acting, reason)
    record_desk_act(session, ticket.community_id, acting, "ticket.disputed", ticket)
    return ticket


# ---------------------------------------------------------------- what time does


async def resume(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Go on with what is known after seven days without an answer."""
    await lock(session, ticket)
    if ticket.is_waiting and ticket.stopped_at and ticket.stopped_at + ANSWER_WINDOW <= now:
        ticket.resume(now)
        await note_by_clock(session, ticket, E.RESUMED)


async def close(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Close a resolved ticket after seven days of silence."""
    await lock(session, ticket)
    if ticket.is_resolved and ticket.stopped_at and ticket.stopped_at + RATING_WINDOW <= now:
        ticket.close(now)
        await note_by_clock(session, ticket, E.CLOSED)


ENTRIES = {
    Notice.RESPONSE_OVERDUE: E.RESPONSE_OVERDUE,
    Notice.RESOLUTION_OVERDUE: E.RESOLUTION_OVERDUE,
}
"""A warning is for the queue; that a time has passed, its author is told."""


async def give_notice(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    await lock(session, ticket)
    for given in ticket.notice(now):
        if given in ENTRIES:
            await note_by_clock(session, ticket, ENTRIES[given])
