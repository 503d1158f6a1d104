"""Sweeps of service feedback: work goes on, resolved tickets are closed, clocks run out."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.models import ANSWER_WINDOW, RATING_WINDOW, Ticket, TicketStatus
from app.feedback.personal_data import CLOSED_TICKETS
from app.feedback.tickets.anonymity import anonymise
from app.feedback.tickets.time_limits import close, give_due_notices, resume, take_up
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key, Sweep


def unanswered_tickets(now: datetime) -> DueRows:
    """Selects tickets whose author was asked and has not answered in time."""
    return select(Ticket.community_id, Ticket.id, Ticket.stopped_at).where(
        Ticket.status == TicketStatus.WAITING_FOR_RESIDENT, Ticket.stopped_at <= now - ANSWER_WINDOW
    )


async def resume_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await resume(session, await get_row(session, Ticket, *key), now)


def deferred_tickets(now: datetime) -> DueRows:
    """Selects deferred tickets whose day of review has come."""
    return select(Ticket.community_id, Ticket.id, Ticket.review_at).where(
        Ticket.status == TicketStatus.DEFERRED, Ticket.review_at <= now
    )


async def take_up_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await take_up(session, await get_row(session, Ticket, *key), now)


def undisputed_tickets(now: datetime) -> DueRows:
    """Selects resolved tickets that nobody has disputed in time."""
    return select(Ticket.community_id, Ticket.id, Ticket.stopped_at).where(
        Ticket.status == TicketStatus.RESOLVED, Ticket.stopped_at <= now - RATING_WINDOW
    )


async def close_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await close(session, await get_row(session, Ticket, *key), now)


def tickets_with_notices_due(now: datetime) -> DueRows:
    return select(Ticket.community_id, Ticket.id, Ticket.next_notice_at).where(
        Ticket.next_notice_at <= now
    )


async def give_notices(session: AsyncSession, key: Key, now: datetime) -> None:
    await give_due_notices(session, await get_row(session, Ticket, *key), now)


def old_tickets(now: datetime) -> DueRows:
    """Selects tickets that have been closed for long and still say whose they are."""
    return select(Ticket.community_id, Ticket.id, Ticket.closed_at).where(
        Ticket.person_sealed.is_not(None), Ticket.closed_at <= now - CLOSED_TICKETS
    )


async def anonymise_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await anonymise(session, await get_row(session, Ticket, *key), now)


SWEEPS = (
    Sweep("feedback.anonymise", timedelta(minutes=10), old_tickets, anonymise_ticket),
    Sweep("feedback.resume", timedelta(minutes=10), unanswered_tickets, resume_ticket),
    Sweep("feedback.take_up", timedelta(minutes=10), deferred_tickets, take_up_ticket),
    Sweep("feedback.close", timedelta(minutes=10), undisputed_tickets, close_ticket),
    Sweep("feedback.clocks", timedelta(minutes=1), tickets_with_notices_due, give_notices),
)
