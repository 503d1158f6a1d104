"""The part of the demo that is always of today: shifts that begin within half an hour, led by the
neighbour, and a ticket of the resident that waits for its rating."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.permissions import Staff
from app.demo.desk import answer_ticket, guest, staff_of_town
from app.demo.seed import NEIGHBOUR, RESIDENT
from app.feedback.models import ServiceCategory, Ticket, TicketStatus
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import SubmitTicketCommand
from app.feedback.tickets.schemas import TicketIn, TicketOut
from app.kernel import clock
from app.kernel.database.engine import Database, get_row
from app.volunteering.activities import service as activities
from app.volunteering.activities.leaders import name_leader
from app.volunteering.activities.schemas import ActivityIn
from app.volunteering.models import Activity, ActivityStatus, Category, RiskLevel, Shift
from app.volunteering.shifts import service as shifts
from app.volunteering.shifts.schemas import RoleIn, ShiftIn

LENGTH = timedelta(minutes=15)
"""A shift and the time between two. Check-in opens half an hour before the start: at any moment
there is one for which people can still sign up and check in at once."""
AHEAD = 3
PLACES = 8
ROUND_SECONDS = 60
TITLE = "社区图书角值守"
TICKET = "楼道转角的声控灯不亮了。"


@asynccontextmanager
async def keep_today(database: Database, appid: str) -> AsyncIterator[None]:
    """Make what belongs to the day before the block, and look after it until the block ends."""
    await make_today(database, appid)
    keeping = asyncio.create_task(_keep(database, appid))
    try:
        yield
    finally:
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping


async def _keep(database: Database, appid: str) -> None:
    while True:
        await make_today(database, appid)
        await asyncio.sleep(ROUND_SECONDS)


async def make_today(database: Database, appid: str) -> None:
    """Make the activity of the day, its next shifts and the ticket, those that are not there."""
    async with database.transaction() as session:
        staff = await staff_of_town(session)
        await _add_shifts(session, await _activity_of_today(session, staff, appid), staff)
        await _add_ticket(session, staff, appid)


async def _activity_of_today(session: AsyncSession, staff: Staff, appid: str) -> Activity:
    """Returns the activity of this day: one that went on for ever would have too many shifts."""
    known = select(Activity).where(
        Activity.community_id == staff.community_id,
        Activity.title == TITLE,
        Activity.status == ActivityStatus.PUBLISHED,
        Activity.published_at >= clock.instant_of(clock.today()),
    )
    if (activity := await session.scalar(known.limit(1))) is not None:
        return activity
    activity = await activities.draft(session, _activity(), by=staff)
    await _add_shifts(session, activity, staff)
    await activities.publish(session, activity, by=staff)
    leader = await guest(session, staff.community_id, appid, NEIGHBOUR)
    await name_leader(session, activity, leader.id, by=staff)
    return activity


def _activity() -> ActivityIn:
    return ActivityIn(
        title=TITLE,
        summary="为来借书的邻居登记，顺手整理书架",
        category=Category.CULTURE_AND_SPORT,
        risk_level=RiskLevel.LOW,
        risk_statement="高处取书请用踏凳",
        organiser="云桥社区居委会",
        contact="云桥社区服务站窗口",
        address="社区活动室一楼图书角",
    )


async def _add_shifts(session: AsyncSession, activity: Activity, staff: Staff) -> None:
    mine = select(Shift.starts_at).filter_by(
        community_id=staff.community_id, activity_id=activity.id
    )
    known = set(await session.scalars(mine))
    for starts_at in next_starts(clock.now()):
        if starts_at not in known:
            times = {"starts_at": starts_at, "ends_at": starts_at + LENGTH}
            body = ShiftIn(**times, roles=[RoleIn(capacity=PLACES)])
            await shifts.add(session, activity, body, by=staff)
    await session.flush()


def next_starts(now: datetime) -> list[datetime]:
    """Returns the next instants at which a shift starts: quarters of an hour."""
    past = timedelta(minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond)
    return [now - past + LENGTH * n for n in range(1, AHEAD + 1)]


async def _add_ticket(session: AsyncSession, staff: Staff, appid: str) -> None:
    """Submit a ticket of the resident and answer it, unless one waits for its rating."""
    author = await guest(session, staff.community_id, appid, RESIDENT)
    mine = select(Ticket.id).where(
        Ticket.participant_id.matches(Ticket, staff.community_id, str(author.id)),
        Ticket.community_id == staff.community_id,
        Ticket.status == TicketStatus.RESOLVED,
    )
    if await session.scalar(mine.limit(1)) is not None:
        return
    category = select(ServiceCategory.id).filter_by(community_id=staff.community_id)
    body = TicketIn(category_id=(await session.scalars(category.limit(1))).one(), text=TICKET)
    command = SubmitTicketCommand(body, ActingFor.participant(author), clock.now())
    response = await SUBMIT_TICKET.serve_one(session, staff.community_id, command)
    ticket_id = TicketOut.model_validate_json(response.body).id
    ticket = await get_row(session, Ticket, staff.community_id, ticket_id)
    await answer_ticket(session, ticket, by=staff)
