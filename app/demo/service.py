"""Service of the last weeks in the demo town: who came, and how far their hours have gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.demo.town import Neighbourhood
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.lane.connection import connection_of
from app.service_records.check_ins import service as check_ins
from app.service_records.check_ins.schemas import ScanAct
from app.service_records.entries import service as entries
from app.service_records.entries.recording import record_presence
from app.service_records.models import Attendance, Occasion, ServiceEntry
from app.volunteering.activities import service as activities
from app.volunteering.activities.leaders import name_leader
from app.volunteering.activities.schemas import ActivityIn
from app.volunteering.models import Activity, Category, RiskLevel
from app.volunteering.shifts import service as shifts
from app.volunteering.shifts.schemas import RoleIn, ShiftIn
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.rules import SignUpCommand

DAY, HOURS = timedelta(days=1), timedelta(hours=2)
PLACES = 5


@dataclass(frozen=True, slots=True)
class Past:
    """A shift of so many days ago, and whether its hours were reviewed and posted."""

    days_ago: int
    is_posted: bool


SHIFTS = (Past(14, True), Past(2, True), Past(1, False))
"""Hours of the first are confirmed, those of the second in their notice period, and those of the
third wait for their review."""


async def fill_service(
    session: AsyncSession, here: Neighbourhood, leader: UUID, helpers: Sequence[UUID]
) -> None:
    """Let helpers serve on an activity that is led, each step under the clock of its day."""
    today = clock.today()
    starts = [clock.instant_of(today - past.days_ago * DAY, time(14)) for past in SHIFTS]
    with clock.frozen(starts[0] - 3 * DAY):
        activity = await activities.draft(session, _activity(here), by=here.staff)
        ids = [await _add(session, activity, start, here) for start in starts]
        await activities.publish(session, activity, by=here.staff)
        await name_leader(session, activity, leader, by=here.staff)
    for start, past, shift_id in zip(starts, SHIFTS, ids, strict=True):
        await _serve(session, here, shift_id, start, leader, helpers)
        if past.is_posted:
            await _post(session, here, shift_id, start + HOURS + DAY / 2)


def _activity(here: Neighbourhood) -> ActivityIn:
    return ActivityIn(
        title="陪伴独居老人",
        summary="陪老人聊天、读报，帮忙买菜",
        category=Category.ELDERLY_CARE,
        risk_level=RiskLevel.LOW,
        risk_statement="上下楼请注意安全",
        organiser=f"{here.name}居委会",
        contact=f"{here.name}服务站窗口",
        address="社区长者食堂",
    )


async def _add(
    session: AsyncSession, activity: Activity, start: datetime, here: Neighbourhood
) -> UUID:
    body = ShiftIn(starts_at=start, ends_at=start + HOURS, roles=[RoleIn(capacity=PLACES)])
    shift = await shifts.add(session, activity, body, by=here.staff)
    await session.flush()
    return shift.id


async def _serve(
    session: AsyncSession,
    here: Neighbourhood,
    shift_id: UUID,
    start: datetime,
    leader: UUID,
    helpers: Sequence[UUID],
) -> None:
    """Sign the helpers up, and let the leader check them in and out."""
    connection = await connection_of(session)
    with clock.frozen(start - 2 * DAY):
        for helper in helpers:
            command = SignUpCommand(shift_id, here.at_desk(helper), clock.now())
            await SIGN_UP.serve_many(connection, here.id, [command])
    led_by = await get_row(session, Participant, here.id, leader)
    coming = select(Attendance).filter_by(community_id=here.id, occasion_id=shift_id)
    attendances = (await session.scalars(coming)).all()
    for act, at in ((ScanAct.CHECK_IN, start), (ScanAct.CHECK_OUT, start + HOURS - DAY / 288)):
        with clock.frozen(at):
            for attendance in attendances:
                await check_ins.confirm(session, attendance, act, None, leader=led_by)
    for attendance in attendances:
        await session.flush()
        await record_presence(session, here.id, attendance.id, start + HOURS)


async def _post(session: AsyncSession, here: Neighbourhood, shift_id: UUID, at: datetime) -> None:
    """Review and post the hours of a shift, and confirm them where their notice period is over."""
    occasion = await get_row(session, Occasion, here.id, shift_id)
    with clock.frozen(at):
        await entries.review_all(session, occasion, None, here.staff)
        await entries.post_all(session, occasion, None, here.staff)
    mine = select(ServiceEntry).filter_by(community_id=here.id, occasion_id=shift_id)
    for entry in (await session.scalars(mine)).all():
        await entries.confirm(session, entry, clock.now())
