"""Moves of tickets that follow from their times, made by sweeps. Each locks the ticket first, and
looks again."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.clocks import Notice
from app.feedback.events import TicketWarned
from app.feedback.history.service import note_by_clock
from app.feedback.models import ANSWER_WINDOW, RATING_WINDOW, EntryKind, Ticket
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit

E = EntryKind


async def resume(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Let the work go on after seven days without an answer."""
    await lock(session, ticket)
    if ticket.is_waiting and ticket.stopped_at and ticket.stopped_at + ANSWER_WINDOW <= now:
        ticket.resume(now)
        await note_by_clock(session, ticket, E.RESUMED)


async def take_up(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Take up a deferred ticket on the day of its review."""
    await lock(session, ticket)
    if ticket.is_deferred and ticket.review_at and ticket.review_at <= now:
        ticket.resume(now)
        await note_by_clock(session, ticket, E.TAKEN_UP)


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
"""Entry that a notice writes. Warnings write none: they are for staff, not for the author."""


async def give_due_notices(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    await lock(session, ticket)
    notices = ticket.mark_due_notices(now)
    if notices:
        emit(session, ticket.community_id, TicketWarned(ticket_id=ticket.id))
    for notice in notices:
        if notice in ENTRY_BY_NOTICE:
            await note_by_clock(session, ticket, ENTRY_BY_NOTICE[notice])
