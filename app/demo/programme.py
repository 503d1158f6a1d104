"""What goes on in the demo town: activities over the coming weeks, and who has signed up."""

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
from app.volunteering.shifts import service as shifts
from app.volunteering.shifts.schemas import RoleIn, ShiftIn, ShiftOut
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.rules import SignUpCommand

DRAFTS = 2
"""The last activities of each community are still being written."""
GROUP = 64


async def announce(session: AsyncSession, here: Neighbourhood) -> list[ShiftOut]:
    """Twenty activities, one every other day; every third has two shifts. The open ones."""
    opened: list[ShiftOut] = []
    today = clock.today()
    for n, text in enumerate(ACTIVITIES):
        activity = await activities.draft(session, _wanted(text, here), by=here.staff)
        day = today + timedelta(days=1 + 2 * n % 27)
        starts_at = clock.instant_of(day, time(text.starts))
        made = [
            await shifts.add(session, activity, _shift(text, starts_at, again), by=here.staff)
            for again in range(1 + (n % 3 == 0))
        ]
        if n < len(ACTIVITIES) - DRAFTS:
            await activities.publish(session, activity, by=here.staff)
            opened += made
    return opened


def _wanted(text: ActivityText, here: Neighbourhood) -> ActivityIn:
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


def _shift(text: ActivityText, starts_at: datetime, again: int) -> ShiftIn:
    """The second one begins when the first is over."""
    begins = starts_at + timedelta(hours=text.hours * again)
    return ShiftIn(
        starts_at=begins,
        ends_at=begins + timedelta(hours=text.hours),
        roles=[RoleIn(name=name, capacity=places) for name, places in text.roles],
    )


async def fill(
    session: AsyncSession,
    here: Neighbourhood,
    people: Sequence[UUID],
    opened: Sequence[ShiftOut],
    chance: Random,
) -> None:
    """Some shifts are full and have a line, some have places left; each as residents would, by
    themselves. `people` are participants; refusals (an audience, an overlap) are theirs to bear."""
    wishes = [
        SignUpCommand(
            shift.id,
            here.at_desk(participant_id),
            clock.now(),
            role.id,
        )
        for shift in opened
        for role in shift.roles
        for participant_id in chance.sample(people, round(role.capacity * chance.uniform(0.2, 1.5)))
    ]
    connection = await connection_of(session)
    for group in _groups(wishes):
        await SIGN_UP.serve_many(connection, here.id, group)


def _groups(wishes: Sequence[SignUpCommand]) -> list[list[SignUpCommand]]:
    """As the lane makes them: nobody twice in one."""
    groups: list[list[SignUpCommand]] = [[]]
    for command in wishes:
        taken = {other.acting.participant_id for other in groups[-1]}
        if command.acting.participant_id in taken or len(groups[-1]) >= GROUP:
            groups.append([])
        groups[-1].append(command)
    return groups
