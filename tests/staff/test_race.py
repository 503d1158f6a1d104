"""Several workers follow one duty at once: everybody is told once."""

import asyncio
from datetime import timedelta

from sqlalchemy import func, select

from app.kernel import clock
from app.kernel.database.engine import Database
from app.staff.communities_todo import RESIDENCE_CLAIM
from app.staff.inbox import follow_duty
from app.staff.models import OverdueDuty, StaffMessage
from app.worker import Worker
from tests.factories import a_claim, a_community, a_household, a_participant, staff
from tests.now import NOW


async def test_each_has_one_message_however_many_workers_tell(own_database: Database) -> None:
    community = await a_community(own_database)
    workers = [await staff(own_database, community) for _ in range(3)]
    who = await a_participant(own_database, community)
    claim = await a_claim(own_database, who, await a_household(own_database, community))

    async def follow() -> None:
        async with own_database.transaction() as session:
            await follow_duty(session, community, RESIDENCE_CLAIM, claim.id)

    await asyncio.gather(*(follow() for _ in range(6)))
    async with own_database.transaction() as session:
        assert set(await session.scalars(select(StaffMessage.user_id))) == set(workers)
        assert await session.scalar(select(func.count()).select_from(StaffMessage)) == 3

    with clock.frozen(NOW + timedelta(days=8)):
        await asyncio.gather(*(Worker(own_database).sweep() for _ in range(3)))
    async with own_database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(OverdueDuty)) == 1
        assert await session.scalar(select(func.count()).select_from(StaffMessage)) == 3


async def test_what_was_overdue_long_ago_is_forgotten(database: Database) -> None:
    community = await a_community(database)
    row = OverdueDuty(community_id=community, kind="k", subject_id=community, told_at=NOW)
    async with database.transaction() as session:
        session.add(row)
    for days, left in ((729, 1), (731, 0)):
        with clock.frozen(NOW + timedelta(days=days)):
            await Worker(database).sweep()
        async with database.transaction() as session:
            assert await session.scalar(select(func.count()).select_from(OverdueDuty)) == left
