"""What time does in service feedback: work goes on, silence closes, clocks run out."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.models import ANSWER_WINDOW, RATING_WINDOW, Ticket, TicketStatus
from app.feedback.tickets.service import close, give_notice, resume
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep

PORTION = 200


async def find_unanswered(session: AsyncSession, now: datetime) -> Sequence[Key]:
    waiting = Ticket.status == TicketStatus.WAITING_FOR_RESIDENT
    return await _find(session, waiting, Ticket.stopped_at <= now - ANSWER_WINDOW)


async def resume_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await resume(session, await get_row(session, Ticket, *key), now)


async def find_silent(session: AsyncSession, now: datetime) -> Sequence[Key]:
    resolved = Ticket.status == TicketStatus.RESOLVED
    return await _find(session, resolved, Ticket.stopped_at <= now - RATING_WINDOW)


async def close_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await close(session, await get_row(session, Ticket, *key), now)


async def find_noticed(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return await _find(session, Ticket.next_notice_at <= now)


async def notice_ticket(session: AsyncSession, key: Key, now: datetime) -> None:
    await give_notice(session, await get_row(session, Ticket, *key), now)


async def _find(session: AsyncSession, *due: ColumnElement[bool]) -> Sequence[Key]:
    rows = await session.execute(select(Ticket.community_id, Ticket.id).where(*due).limit(PORTION))
    return [(community_id, ticket_id) for community_id, ticket_id in rows]


SWEEPS = (
    Sweep("feedback.resume", timedelta(minutes=10), find_unanswered, resume_ticket),
    Sweep("feedback.close", timedelta(minutes=10), find_silent, close_ticket),
    Sweep("feedback.clocks", timedelta(minutes=1), find_noticed, notice_ticket),
)
