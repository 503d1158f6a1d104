"""Volunteering in the demo town: activities of the coming weeks, and sign-ups."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.demo.texts import ACTIVITIES, ActivityText
from app.demo.town import Neighbourhood
from app.kernel import clock
from app.kernel.lane.connection import connection_of
from app.volunteering.activities import service as activities
from app.volunteering.activities.schemas import ActivityIn
from app.volunteering.models import Activity
from app.volunteering.shifts import service as shifts
from app.volunteering.shifts.schemas import RoleIn, ShiftIn, ShiftOut
from app.volunteering.shifts.shown import show_shift
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.rules import SignUpCommand

DRAFT_COUNT = 2
"""Activities of each community, its last ones, that are not published."""
GROUP_SIZE = 64


async def announce(session: AsyncSession, here: Neighbourhood) -> list[ShiftOut]:
    """Make twenty activities, one every other day, every third with two shifts; returns the shifts
    of the published ones."""
    opened: list[ShiftOut] = []
    today = clock.today()
    for n, text in enumerate(ACTIVITIES):
        activity = await activities.draft(session, _activity(text, here), by=here.staff)
        day = today + timedelta(days=1 + 2 * n % 27)
        starts_at = clock.instant_of(day, time(text.start_hour))
        made = [
            await _add_shift(session, activity, _shift(text, starts_at, number), here)
            for number in range(1 + (n % 3 == 0))
        ]
        if n < len(ACTIVITIES) - DRAFT_COUNT:
            await activities.publish(session, activity, by=here.staff)
            opened += made
    return opened


async def _add_shift(
    session: AsyncSession, activity: Activity, body: ShiftIn, here: Neighbourhood
) -> ShiftOut:
    shift = await shifts.add(session, activity, body, by=here.staff)
    await session.flush()
    return await show_shift(session, shift, here.staff)


def _activity(text: ActivityText, here: Neighbourhood) -> ActivityIn:
    return ActivityIn(
        title=text.title,
        summary=text.summary,
        description=text.description,
        category=text.category,
        audience=text.audience,
        risk_level=text.risk_level,
        risk_statement=text.risk,
        is_insured=text.is_insured,
        needs_review=text.needs_review,
        organiser=f"{here.name}居委会",
        contact=f"{here.name}服务站窗口",
        address=text.address,
    )


def _shift(text: ActivityText, starts_at: datetime, number: int) -> ShiftIn:
    """Shift of the activity; the second one begins when the first is over."""
    begins = starts_at + timedelta(hours=text.hours * number)
    return ShiftIn(
        starts_at=begins,
        ends_at=begins + timedelta(hours=text.hours),
        roles=[RoleIn(name=name, capacity=places) for name, places in text.roles],
    )


async def sign_up(
    session: AsyncSession,
    here: Neighbourhood,
    people: Sequence[UUID],
    opened: Sequence[ShiftOut],
    rng: Random,
) -> None:
    """Sign participants up, so that some shifts are full and have a waiting list. Those who are
    refused (by the audience, by an overlap) stay away."""
    commands = [
        SignUpCommand(shift.id, here.at_desk(participant_id), clock.now(), role.id)
        for shift in opened
        for role in shift.roles
        for participant_id in some_of(people, role.capacity * rng.uniform(0.2, 1.5), rng)
    ]
    connection = await connection_of(session)
    for group in _groups(commands):
        await SIGN_UP.serve_many(connection, here.id, group)


def some_of(people: Sequence[UUID], count: float, rng: Random) -> list[UUID]:
    """Choose so many people; all of them in a town that has fewer."""
    return rng.sample(people, min(len(people), round(count)))


def _groups(commands: Sequence[SignUpCommand]) -> list[list[SignUpCommand]]:
    """Cut the commands into groups as the lane does: nobody twice in one."""
    groups: list[list[SignUpCommand]] = [[]]
    for command in commands:
        taken = {other.acting.participant_id for other in groups[-1]}
        if command.acting.participant_id in taken or len(groups[-1]) >= GROUP_SIZE:
            groups.append([])
        groups[-1].append(command)
    return groups
