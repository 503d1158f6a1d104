"""Duties at once: two workers plan the same dates, two take over one duty, one skips while checked
in, and service ends while dates are given out. Each with a planted bug."""

import asyncio
from collections import Counter
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import insert, select, text, update

from app.communities.models import Participant, Role
from app.double_reporting.duties.planning import fill, plan_post
from app.double_reporting.duties.queries import claims_without_duty
from app.double_reporting.models import (
    LIVE_DUTY,
    Duty,
    DutyDay,
    DutyStatus,
    Post,
    PostClaim,
    PostClaimStatus,
)
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database, lock, warm_pool
from app.kernel.errors import DomainError
from app.service_records.models import Attendance, AttendanceStatus, CheckMeans
from tests.client import as_, as_admin
from tests.double_reporting.duties import FRIDAYS, duties_of
from tests.double_reporting.members import a_post, a_post_claim
from tests.factories import a_community, a_participant, staff
from tests.now import NOW
from tests.planted_bugs import Rendezvous

D, A = DutyStatus, AttendanceStatus
PEOPLE = 6


@pytest.fixture(autouse=True)
async def _warm(own_database: Database) -> None:
    await warm_pool(own_database, 12)


@pytest.fixture
async def post(own_database: Database) -> Post:
    return await a_post(own_database, await a_community(own_database), places=9, rule=FRIDAYS)


@pytest.fixture
async def people(own_database: Database, post: Post) -> list[Participant]:
    people = [await a_participant(own_database, post.community_id) for _ in range(PEOPLE)]
    for person in people:
        await a_post_claim(own_database, post, person, PostClaimStatus.SERVING)
    return people


async def plan(database: Database, post: Post) -> None:
    async with database.transaction() as session:
        row = await session.get_one(Post, (post.community_id, post.id))
        await plan_post(session, row, NOW)


async def fill_all(database: Database, post: Post) -> None:
    for day in await days_of(database, post):
        async with database.transaction() as session:
            row = await session.get_one(DutyDay, (day.community_id, day.id))
            await fill(session, row, NOW)


async def days_of(database: Database, post: Post) -> list[DutyDay]:
    async with database.transaction() as session:
        rows = select(DutyDay).filter_by(community_id=post.community_id, post_id=post.id)
        return list(await session.scalars(rows.order_by(DutyDay.starts_at)))


# ---------------------------------------------------------------- two workers


async def assert_once(database: Database, post: Post) -> None:
    async with database.transaction() as session:
        duties = (
            await session.scalars(select(Duty).filter_by(community_id=post.community_id))
        ).all()
        attendances = Counter(
            await session.scalars(
                select(Attendance.occasion_id).filter_by(community_id=post.community_id)
            )
        )
    days = await days_of(database, post)
    assert len({day.day for day in days}) == len(days) == 4
    assert Counter((duty.claim_id, duty.duty_day_id) for duty in duties).most_common(1)[0][1] == 1
    assert len(duties) == PEOPLE * len(days)
    assert attendances == dict.fromkeys([day.id for day in days], PEOPLE)


async def test_two_workers_plan_each_date_once(
    own_database: Database, post: Post, people: list[Participant]
) -> None:
    assert people
    await asyncio.gather(*(plan(own_database, post) for _ in range(3)))
    await asyncio.gather(*(fill_all(own_database, post) for _ in range(3)))
    await fill_all(own_database, post)  # What was locked meanwhile follows.
    await assert_once(own_database, post)


async def fill_carelessly(database: Database, day: DutyDay, meet: Rendezvous) -> None:
    """A planted bug: it looks for claims without a duty, and locks nothing."""
    async with database.transaction() as session:
        looked = claims_without_duty(day).with_for_update(read=True, skip_locked=True)
        claims = (await session.scalars(looked)).all()
        await meet.wait()
        await session.execute(insert(Duty), [duty_of(day, claim) for claim in claims])


def duty_of(day: DutyDay, claim: PostClaim) -> dict[str, object]:
    return {
        **{"community_id": day.community_id, "id": uuid7(), "duty_day_id": day.id},
        **{"claim_id": claim.id, "participant_id": claim.participant_id},
        **{"starts_at": day.starts_at, "status": D.PLANNED},
    }


async def test_this_race_catches_workers_who_do_not_lock(
    own_database: Database, post: Post, people: list[Participant]
) -> None:
    assert people
    await plan(own_database, post)
    async with own_database.transaction() as session:
        for index in ("uq_duties_claim", "uq_duties_live"):
            await session.execute(text(f"DROP INDEX {index}"))
    [day, *_] = await days_of(own_database, post)
    meet = Rendezvous(2)
    await asyncio.gather(*(fill_carelessly(own_database, day, meet) for _ in range(2)))
    with pytest.raises(AssertionError):
        await assert_once(own_database, post)


# ---------------------------------------------------------------- two take over


async def offered(database: Database, post: Post, people: list[Participant]) -> Duty:
    """Returns the first duty of the first person, whom all others may replace: they have none."""
    await plan(database, post)
    await fill_all(database, post)
    [duty, *_] = await duties_of(database, people[0])
    async with database.transaction() as session:
        is_other = (Duty.community_id == post.community_id, Duty.id != duty.id)
        is_on_day = Duty.duty_day_id == duty.duty_day_id
        await session.execute(update(Duty).where(*is_other, is_on_day).values(status=D.SKIPPED))
        await session.execute(
            update(Attendance)
            .where(
                Attendance.community_id == post.community_id,
                Attendance.occasion_id == duty.duty_day_id,
                Attendance.id != duty.id,
            )
            .values(status=A.RELEASED)
        )
        row = await session.get_one(Duty, (duty.community_id, duty.id))
        row.offer(None)
    return duty


async def assert_one_took_over(database: Database, duty: Duty, codes: list[int]) -> None:
    async with database.transaction() as session:
        taken = select(Duty).filter_by(
            community_id=duty.community_id, duty_day_id=duty.duty_day_id, status=D.PLANNED
        )
        rows = (await session.scalars(taken)).all()
        expected = (
            await session.scalars(
                select(Attendance.id).filter_by(
                    community_id=duty.community_id,
                    occasion_id=duty.duty_day_id,
                    status=A.EXPECTED,
                )
            )
        ).all()
    assert Counter(codes) == {200: 1, 409: len(codes) - 1}
    assert [row.id for row in rows] == list(expected)
    assert len(rows) == 1
    assert rows[0].taken_over_from == duty.id


async def test_of_many_who_accept_one_takes_over(
    own_database: Database,
    phones: list[AsyncClient],
    post: Post,
    people: list[Participant],
) -> None:
    duty = await offered(own_database, post, people)
    path = f"/v1/communities/{post.community_id}/duties/{duty.id}/take-over"
    answers = await asyncio.gather(
        *(
            phones[n % len(phones)].post(path, headers=as_(person.user_id))
            for n, person in enumerate(people[1:])
        )
    )
    await assert_one_took_over(own_database, duty, [one.status_code for one in answers])


async def take_over_carelessly(
    database: Database, duty: Duty, person: Participant, meet: Rendezvous
) -> int:
    """A planted bug: it looks whether the duty is offered, and locks nothing."""
    async with database.transaction() as session:
        is_duty = (Duty.community_id == duty.community_id, Duty.id == duty.id)
        is_offered = await session.scalar(select(Duty.is_offered).where(*is_duty))
        await meet.wait()
        if not is_offered:
            return 409
        await session.execute(
            update(Duty).where(*is_duty).values(status=D.SWAPPED, is_offered=False)
        )
        mine = uuid7()
        columns = {"community_id": duty.community_id, "participant_id": person.id}
        await session.execute(
            insert(Duty).values(
                **columns,
                id=mine,
                duty_day_id=duty.duty_day_id,
                claim_id=uuid7(),
                starts_at=duty.starts_at,
                status=D.PLANNED,
                taken_over_from=duty.id,
            )
        )
    return 200


async def test_this_race_catches_who_accepts_without_a_lock(
    own_database: Database, post: Post, people: list[Participant]
) -> None:
    duty = await offered(own_database, post, people)
    meet = Rendezvous(2)
    codes = await asyncio.gather(
        *(take_over_carelessly(own_database, duty, person, meet) for person in people[1:3])
    )
    with pytest.raises(AssertionError):
        await assert_one_took_over(own_database, duty, codes)


# ---------------------------------------------------------------- skipped and checked in


async def check_in(database: Database, duty: Duty) -> int:
    """Checks in as its lane does: under the lock of the attendance."""
    async with database.transaction() as session:
        row = await session.get_one(Attendance, (duty.community_id, duty.id))
        await lock(session, row)
        try:
            row.check_in(NOW, CheckMeans.CODE)
        except DomainError:
            return 409
    return 200


async def assert_there_or_not(database: Database, duty: Duty, codes: list[int]) -> None:
    """`codes` are those of the skip and of the check-in."""
    async with database.transaction() as session:
        row = await session.get_one(Duty, (duty.community_id, duty.id))
        attendance = await session.get_one(Attendance, (duty.community_id, duty.id))
    assert sorted(codes) == [200, 409]
    skipped = codes[0] == 200
    states = (D.SKIPPED, A.RELEASED) if skipped else (D.PLANNED, A.PRESENT)
    assert (row.status, attendance.status) == states


async def a_duty(database: Database, post: Post, people: list[Participant]) -> Duty:
    await plan(database, post)
    await fill_all(database, post)
    return (await duties_of(database, people[0]))[0]


async def test_skipped_and_checked_in_at_once_one_is_refused(
    own_database: Database, phone: AsyncClient, post: Post, people: list[Participant]
) -> None:
    duty = await a_duty(own_database, post, people)
    path = f"/v1/communities/{post.community_id}/duties/{duty.id}/skip"
    answer, came = await asyncio.gather(
        phone.post(path, headers=as_(people[0].user_id)), check_in(own_database, duty)
    )
    await assert_there_or_not(own_database, duty, [answer.status_code, came])


async def skip_carelessly(database: Database, duty: Duty, meet: Rendezvous) -> int:
    """A planted bug: it looks at the attendance without a lock, and takes no notice of it later."""
    async with database.transaction() as session:
        is_mine = (Attendance.community_id == duty.community_id, Attendance.id == duty.id)
        seen = await session.scalar(select(Attendance.status).where(*is_mine))
        await meet.wait()
        await asyncio.sleep(0.2)
        if seen is not A.EXPECTED:
            return 409
        await session.execute(
            update(Duty)
            .where(Duty.community_id == duty.community_id, Duty.id == duty.id)
            .values(status=D.SKIPPED)
        )
    return 200


async def test_this_race_catches_who_skips_without_the_attendance(
    own_database: Database, post: Post, people: list[Participant]
) -> None:
    duty = await a_duty(own_database, post, people)
    meet = Rendezvous(2)

    async def come() -> int:
        await meet.wait()
        return await check_in(own_database, duty)

    codes = await asyncio.gather(skip_carelessly(own_database, duty, meet), come())
    with pytest.raises(AssertionError):
        await assert_there_or_not(own_database, duty, list(codes))


# ---------------------------------------------------------------- service ends, dates are given out


async def assert_nothing_ahead(database: Database, person: Participant) -> None:
    states = {duty.status for duty in await duties_of(database, person)}
    async with database.transaction() as session:
        expected = (
            await session.scalars(
                select(Attendance.id).filter_by(
                    community_id=person.community_id,
                    participant_id=person.id,
                    status=A.EXPECTED,
                )
            )
        ).all()
    assert not states & LIVE_DUTY
    assert list(expected) == []


async def claim_of(database: Database, person: Participant) -> UUID:
    async with database.transaction() as session:
        ids = select(PostClaim.id).filter_by(
            community_id=person.community_id, participant_id=person.id
        )
        return (await session.scalars(ids)).one()


async def test_whose_service_ends_as_dates_are_given_out_keeps_none(
    own_database: Database, phone: AsyncClient, post: Post, people: list[Participant]
) -> None:
    party = await staff(own_database, post.community_id, Role.PARTY_ADMIN)
    await plan(own_database, post)
    path = f"/admin/v1/communities/{post.community_id}/claims"
    ids = [await claim_of(own_database, person) for person in people]
    workers = [asyncio.create_task(fill_all(own_database, post)) for _ in range(2)]
    answers = await asyncio.gather(
        *(phone.post(f"{path}/{id_}/complete", headers=as_admin(party)) for id_ in ids)
    )
    await asyncio.gather(*workers)
    assert {answer.status_code for answer in answers} == {200}
    for person in people:
        await assert_nothing_ahead(own_database, person)


async def test_this_race_catches_who_gives_out_dates_without_locking_claims(
    own_database: Database, phone: AsyncClient, post: Post, people: list[Participant]
) -> None:
    party = await staff(own_database, post.community_id, Role.PARTY_ADMIN)
    await plan(own_database, post)
    [day, *_] = await days_of(own_database, post)
    id_ = await claim_of(own_database, people[0])
    async with own_database.transaction() as session:
        looked = select(PostClaim).filter_by(community_id=post.community_id, id=id_)
        claim = (await session.scalars(looked)).one()
        path = f"/admin/v1/communities/{post.community_id}/claims/{id_}/complete"
        assert (await phone.post(path, headers=as_admin(party))).status_code == 200
        await session.execute(insert(Duty), [duty_of(day, claim)])
    with pytest.raises(AssertionError):
        await assert_nothing_ahead(own_database, people[0])
