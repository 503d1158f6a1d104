"""Points and rewards on many connections: the last one goes to one person, a cause moves points
once, and no balance is below nought."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import uuid4

from httpx import AsyncClient
from sqlalchemy import select, text

from app.communities.acting import ActingFor
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import PointTransfer, Reward, TransferKind
from app.service_records.points.ledger import expire, grant, take_back
from app.service_records.rewards.service import redeem
from tests.client import as_
from tests.factories import a_community, a_participant, participants
from tests.now import NOW
from tests.service_records.points import (
    a_reward,
    balance_of,
    granted,
    points_on,
    require_sums,
)

MANY = 200
WAIT_FOR_ME = text(
    "SELECT count(*) FROM pg_locks"
    " WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
)


async def test_the_last_reward_goes_to_one_of_200(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community = await a_community(own_database)
    await points_on(own_database, community)
    people = await participants(own_database, community, MANY)
    for person in people:
        await granted(own_database, person, 20)
    reward = await a_reward(own_database, community, capacity=1)
    path = f"/v1/communities/{community}/rewards/{reward.id}/redemptions"
    answers = await asyncio.gather(
        *(
            phones[n % 3].post(path, headers=as_(person.user_id, f"last-one-{n}"))
            for n, person in enumerate(people)
        )
    )
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: MANY - 1}
    codes = {answer.json().get("code") for answer in answers}
    assert codes == {None, "service_records.reward_sold_out"}
    await require_sums(own_database, community)


async def test_one_person_redeems_no_more_than_they_have(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community = await a_community(own_database)
    await points_on(own_database, community)
    me = await a_participant(own_database, community)
    await granted(own_database, me, 50)
    rewards = [await a_reward(own_database, community) for _ in range(3)]
    answers = await asyncio.gather(
        *(
            phones[n % 3].post(
                f"/v1/communities/{community}/rewards/{rewards[n % 3].id}/redemptions",
                headers=as_(me.user_id, f"redeem-twice-{n}"),
            )
            for n in range(12)
        )
    )
    assert Counter(answer.status_code for answer in answers) == {201: 2, 409: 10}
    assert await balance_of(own_database, me) == 10
    await require_sums(own_database, community)


async def test_one_cause_grants_and_is_taken_back_once(own_database: Database) -> None:
    community = await a_community(own_database)
    await points_on(own_database, community)
    me = await a_participant(own_database, community)
    entry = uuid4()

    async def give() -> None:
        async with own_database.transaction() as session:
            await grant(session, community, me.id, minutes=120, entry_id=entry, title="清扫楼道")

    async def take() -> None:
        async with own_database.transaction() as session:
            await take_back(session, community, me.id, entry)

    await asyncio.gather(*(give() for _ in range(8)))
    assert await balance_of(own_database, me) == 20
    await asyncio.gather(*(take() for _ in range(8)))
    assert await balance_of(own_database, me) == 0
    await require_sums(own_database, community)


async def test_an_expiry_against_redemptions_leaves_no_sum_wrong(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    """Whichever comes first: points are spent or expire, never both."""
    community = await a_community(own_database)
    await points_on(own_database, community, expires_after_days=30)
    people = await participants(own_database, community, 12)
    for person in people:
        await granted(own_database, person, 20)
    reward = await a_reward(own_database, community, capacity=50)
    path = f"/v1/communities/{community}/rewards/{reward.id}/redemptions"
    now = NOW + timedelta(days=31)
    async with own_database.transaction() as session:
        query = select(PointTransfer.id).filter_by(community_id=community)
        grants = list(await session.scalars(query))

    async def lapse(n: int) -> None:
        async with own_database.transaction() as session:
            row = await session.get_one(PointTransfer, (community, grants[n]))
            await expire(session, row, now)

    async def redeem(n: int) -> int:
        headers = as_(people[n].user_id, f"redeem-late-{n}")
        return (await phones[n % 3].post(path, headers=headers)).status_code

    acts = [
        act(n) for n in range(12) for act in ((lapse, redeem, lapse), (redeem, lapse, lapse))[n % 2]
    ]
    with clock.frozen(now):
        answers = await asyncio.gather(*acts)
    assert {one for one in answers if one is not None} <= {201, 409}
    assert {await balance_of(own_database, person) for person in people} == {0}
    await require_sums(own_database, community)


async def test_an_expiry_waits_for_the_redemption_that_spends_the_points(
    own_database: Database,
) -> None:
    """A sweep that did not lock the account would let points expire that are being spent."""
    community = await a_community(own_database)
    await points_on(own_database, community, expires_after_days=30)
    me = await a_participant(own_database, community)
    await granted(own_database, me, 20)
    reward = await a_reward(own_database, community)
    now = NOW + timedelta(days=31)

    async def lapse() -> None:
        async with own_database.transaction() as session:
            row = await session.scalar(select(PointTransfer).filter_by(kind=TransferKind.GRANT))
            assert row is not None
            await expire(session, row, now)

    async with own_database.transaction() as session:
        held = await session.get_one(Reward, (community, reward.id))
        await redeem(session, held, ActingFor.participant(me))
        await session.flush()
        lapsing = asyncio.create_task(lapse())
        async with asyncio.timeout(30):
            while await session.scalar(WAIT_FOR_ME) == 0 and not lapsing.done():
                pass
    await lapsing
    assert await balance_of(own_database, me) == 0
    await require_sums(own_database, community)
