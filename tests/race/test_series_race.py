"""Series against two workers at once, and against people who sign up while it is changed."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import date
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database, get_row
from app.volunteering.models import (
    Activity,
    Series,
    SeriesDate,
    SeriesStatus,
    Shift,
    ShiftRole,
    Signup,
)
from app.volunteering.series.generation import generate
from app.volunteering.series.plan import days_ahead, times_of
from app.volunteering.series.queries import dates_from
from app.volunteering.shifts.schemas import RoleIn
from app.volunteering.shifts.service import add_locked
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.rules import SignUpCommand
from app.volunteering.sweeps import make_shifts_ahead
from tests.client import as_, as_admin
from tests.factories import a_community, an_activity, participants, saved, staff
from tests.now import NOW
from tests.planted_bugs import LaneWithoutLocks, Rendezvous

WORKERS, PEOPLE = 4, 30
Generator = Callable[[AsyncSession, Series, Activity], Awaitable[None]]


@pytest.fixture
async def series(own_database: Database) -> Series:
    community_id = await a_community(own_database)
    activity = await an_activity(own_database, community_id, published=True)
    series = Series(
        community_id=community_id,
        activity_id=activity.id,
        status=SeriesStatus.ACTIVE,
        rule="FREQ=WEEKLY;BYDAY=TU,SA",
        first_day=date(2026, 12, 5),
        applies_from=date(2026, 12, 5),
        start_time="09:00",
        length_minutes=120,
        opens_hours_before=None,
        closes_minutes_before=0,
        withdraw_hours_before=24,
        weeks_ahead=8,
        skips_holidays=False,
        roles=[{"name": "", "requirement": "", "capacity": 5, "is_closed": False}],
        due_at=NOW,
        version=1,
    )
    return await saved(own_database, series)


async def generate_at_once(database: Database, series: Series, run: Generator) -> None:
    """Lets several workers look at the series at the same time, each in its transaction."""

    async def one() -> None:
        async with database.transaction() as session:
            mine = await get_row(session, Series, series.community_id, series.id)
            activity = await get_row(session, Activity, series.community_id, series.activity_id)
            await run(session, mine, activity)

    with clock.frozen(NOW):
        await asyncio.gather(*(one() for _ in range(WORKERS)))


async def judge_dates(database: Database, series: Series) -> None:
    async with database.transaction() as session:
        shifts = (
            await session.scalars(select(Shift).filter_by(activity_id=series.activity_id))
        ).all()
        rows = (await session.scalars(select(SeriesDate).filter_by(series_id=series.id))).all()
    days = Counter(clock.day_of(shift.starts_at) for shift in shifts)
    assert set(days.values()) == {1}
    assert {row.shift_id for row in rows} == {shift.id for shift in shifts}
    assert len(shifts) == 16


async def test_each_date_is_made_once_by_workers_at_the_same_time(
    own_database: Database, series: Series
) -> None:
    async def run(session: AsyncSession, mine: Series, _activity: Activity) -> None:
        await make_shifts_ahead(session, (mine.community_id, mine.id), NOW)

    await generate_at_once(own_database, series, run)
    await judge_dates(own_database, series)


@pytest.mark.not_under_faketime
async def test_the_unique_date_holds_where_no_lock_does(
    own_database: Database, series: Series
) -> None:
    rendezvous = Rendezvous(WORKERS)

    async def run(session: AsyncSession, mine: Series, activity: Activity) -> None:
        await rendezvous.wait()
        await generate(session, activity, mine, NOW)

    await generate_at_once(own_database, series, run)
    await judge_dates(own_database, series)


@pytest.mark.not_under_faketime
async def test_this_race_catches_one_who_looks_for_dates_and_then_makes_them(
    own_database: Database, series: Series
) -> None:
    rendezvous = Rendezvous(WORKERS)

    async def check_then_insert(session: AsyncSession, mine: Series, activity: Activity) -> None:
        known = {row.day for row in await session.scalars(dates_from(mine, mine.first_day))}
        await rendezvous.wait()
        for day in days_ahead(mine, mine.applies_from, NOW, ()):
            if day not in known:
                await add_locked(session, activity, times_of(mine, day, NOW), [RoleIn(capacity=5)])

    await generate_at_once(own_database, series, check_then_insert)
    with pytest.raises(AssertionError):
        await judge_dates(own_database, series)


async def change(http: AsyncClient, series: Series, worker: UUID, capacity: int) -> Response:
    """Takes the Tuesdays out of the rule, gives the Saturdays another time, and fewer places."""
    body = {
        "rule": "FREQ=WEEKLY;BYDAY=SA",
        "first_day": "2026-12-05",
        "start_time": "14:00",
        "length_minutes": 60,
        "roles": [{"capacity": capacity}],
        "from_day": "2026-12-05",
        "reason": "场地调整",
    }
    path = f"/admin/v1/communities/{series.community_id}/activities/{series.activity_id}/series"
    return await http.put(path, json=body, headers=as_admin(worker) | {"If-Match": "*"})


async def sign_up(http: AsyncClient, series: Series, person: Participant, shift: Shift) -> Response:
    return await http.post(
        f"/v1/communities/{series.community_id}/shifts/{shift.id}/signups",
        json={"is_risk_acknowledged": True},
        headers=as_(person.user_id, f"sign-up-{shift.id}"),
    )


async def judge_change(database: Database, series: Series) -> None:
    """Checks that nobody has a place on what is cancelled, nor one too many, and that each shift
    has the time of the new rule or was refused wholly."""
    async with database.transaction() as session:
        shifts = (
            await session.scalars(select(Shift).filter_by(activity_id=series.activity_id))
        ).all()
        roles = {role.shift_id: role for role in await session.scalars(select(ShiftRole))}
        signups = (await session.scalars(select(Signup))).all()
    confirmed = Counter(one.shift_id for one in signups if one.status == "confirmed")
    for shift in shifts:
        role, local = roles[shift.id], clock.local(shift.starts_at)
        assert role.taken == confirmed[shift.id]
        if shift.status == "cancelled":
            assert {one.status for one in signups if one.shift_id == shift.id} <= {"cancelled"}
        else:
            assert (local.weekday(), local.hour, role.capacity) in {(5, 14, 3), (5, 9, 5)}
            assert confirmed[shift.id] <= role.capacity


async def test_a_change_and_sign_ups_at_the_same_time_keep_both_promises(
    own_database: Database, phones: list[AsyncClient], series: Series
) -> None:
    worker = await staff(own_database, series.community_id)
    people = await participants(own_database, series.community_id, PEOPLE)
    with clock.frozen(NOW):
        async with own_database.transaction() as session:
            await make_shifts_ahead(session, (series.community_id, series.id), NOW)
            shifts = (await session.scalars(select(Shift).order_by(Shift.id))).all()
        answers = await asyncio.gather(
            *(
                sign_up(phones[n % len(phones)], series, person, shifts[n % 4])
                for n, person in enumerate(people)
            ),
            change(phones[0], series, worker, 3),
        )
    assert {answer.status_code for answer in answers} <= {200, 201, 409, 403, 404}
    assert answers[-1].status_code == 200
    await judge_change(own_database, series)


@pytest.mark.not_under_faketime
async def test_this_race_catches_a_sign_up_that_does_not_lock_the_shift(
    own_database: Database, apps: list[FastAPI], phones: list[AsyncClient], series: Series
) -> None:
    worker = await staff(own_database, series.community_id)
    [person] = await participants(own_database, series.community_id, 1)
    rendezvous = Rendezvous(2)
    apps[1].state.lane = LaneWithoutLocks(own_database, SIGN_UP, rendezvous)
    with clock.frozen(NOW):
        async with own_database.transaction() as session:
            await make_shifts_ahead(session, (series.community_id, series.id), NOW)
            tuesday = (
                await session.scalars(select(Shift).order_by(Shift.starts_at).limit(1))
            ).one()
        signing = asyncio.create_task(sign_up(phones[1], series, person, tuesday))
        await asyncio.sleep(0.3)
        assert (await change(phones[0], series, worker, 3)).status_code == 200
        await rendezvous.wait()
        assert (await signing).status_code == 201
    with pytest.raises(AssertionError):
        await judge_change(own_database, series)


async def sign_up_for_all(
    http: AsyncClient, series: Series, person: Participant, shifts: list[Shift]
) -> Response:
    path = f"/v1/communities/{series.community_id}/activities/{series.activity_id}/signups"
    return await http.post(
        path,
        json={"is_risk_acknowledged": True, "shift_ids": [str(shift.id) for shift in shifts]},
        headers=as_(person.user_id, "dates-001"),
    )


async def test_many_who_sign_up_for_many_dates_in_any_order_get_the_places_there_are(
    own_database: Database, phones: list[AsyncClient], series: Series
) -> None:
    people = await participants(own_database, series.community_id, 12)
    with clock.frozen(NOW):
        async with own_database.transaction() as session:
            await make_shifts_ahead(session, (series.community_id, series.id), NOW)
            shifts = list(await session.scalars(select(Shift).order_by(Shift.id)))
        answers = await asyncio.gather(
            *(
                sign_up_for_all(phones[n % 3], series, person, shifts[:: 1 if n % 2 else -1])
                for n, person in enumerate(people)
            )
        )
    assert {answer.status_code for answer in answers} == {200}
    given = Counter(
        (item["shift_id"], item["signup"]["status"])
        for answer in answers
        for item in answer.json()["items"]
    )
    assert given == {
        **{(str(shift.id), "confirmed"): 5 for shift in shifts},
        **{(str(shift.id), "waitlisted"): 7 for shift in shifts},
    }


@pytest.mark.not_under_faketime
async def test_dates_that_are_locked_one_by_one_as_they_are_named_deadlock(
    own_database: Database, series: Series
) -> None:
    """Shows what the lock of all dates together is for."""
    people = await participants(own_database, series.community_id, 2)
    rendezvous = Rendezvous(2)
    with clock.frozen(NOW):
        async with own_database.transaction() as session:
            await make_shifts_ahead(session, (series.community_id, series.id), NOW)
            shifts = list(await session.scalars(select(Shift).order_by(Shift.id).limit(2)))

        async def one_by_one(person: Participant, mine: list[Shift]) -> None:
            async with own_database.transaction() as session:
                for shift in mine:
                    acting = ActingFor.participant(person)
                    command = SignUpCommand(shift.id, acting, NOW)
                    await SIGN_UP.serve_one(session, series.community_id, command)
                    await rendezvous.wait()

        results = await asyncio.gather(
            one_by_one(people[0], shifts),
            one_by_one(people[1], shifts[::-1]),
            return_exceptions=True,
        )
    assert [one for one in results if isinstance(one, Exception)]
