"""The reveals of an hour hold, however many requests come at once, and around the turn of a
minute."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select

from app.communities.errors import RevealsExhausted
from app.communities.reveals.service import REVEALS_AN_HOUR, count_reveal
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.web.limits import Count
from tests.audit import audited
from tests.client import as_admin
from tests.factories import a_community, a_person_without_phone, staff
from tests.now import NOW
from tests.planted_bugs import Rendezvous

RACERS = 30


async def test_many_at_once_show_as_much_as_an_hour_allows_and_refused_ones_take_nothing(
    own_database: Database, phone: AsyncClient
) -> None:
    community = await a_community(own_database)
    worker = await staff(own_database, community)
    elder = await a_person_without_phone(own_database, community)
    path = f"/admin/v1/communities/{community}/participants/{elder.id}/reveal"

    async def reveal(number: int) -> int:
        body = {"fields": ["real_name" if number % 2 else "none"], "reason": "核对姓名"}
        return (await phone.post(path, json=body, headers=as_admin(worker))).status_code

    codes = Counter(await asyncio.gather(*(reveal(number) for number in range(RACERS * 2))))
    assert (codes[200], codes.keys() - {422}) == (REVEALS_AN_HOUR, {200, 429})
    shown = await audited(own_database, community)
    assert [entry.action for entry in shown] == ["contact.revealed"] * REVEALS_AN_HOUR


async def test_whoever_counts_in_the_next_minute_waits_for_who_counts_in_this_one(
    own_database: Database,
) -> None:
    """Each minute has a row of its own, so that two did not wait for each other around its turn."""
    community, worker = await a_community(own_database), UUID(int=7)
    turn = NOW.replace(second=0, microsecond=0) + timedelta(minutes=1)

    async def count_after_the_turn() -> None:
        with clock.frozen(turn + timedelta(seconds=1)):
            async with own_database.transaction() as session:
                await count_reveal(session, community, worker)

    async with own_database.transaction() as first:
        with clock.frozen(turn - timedelta(seconds=1)):
            for _ in range(REVEALS_AN_HOUR):
                await count_reveal(first, community, worker)
        later = asyncio.create_task(count_after_the_turn())
        await asyncio.wait([later], timeout=0.5)
        assert not later.done()
    with pytest.raises(RevealsExhausted):
        await later


async def check_then_count(database: Database, rendezvous: Rendezvous) -> int:
    """A planted bug: it reads, and then counts by what may have changed since."""
    async with database.transaction() as session:
        seen = await session.scalar(
            select(func.count()).where(Count.community_id == PLATFORM, Count.times == 1)
        )
        await rendezvous.wait()
        if (seen or 0) >= REVEALS_AN_HOUR:
            return 429
        session.add(Count(community_id=PLATFORM, times=1, ends_at=NOW + timedelta(hours=1)))
    return 200


async def test_this_race_catches_one_who_checks_and_then_counts(own_database: Database) -> None:
    one_by_one = [
        await check_then_count(own_database, Rendezvous(1)) for _ in range(REVEALS_AN_HOUR // 2)
    ]
    rendezvous = Rendezvous(REVEALS_AN_HOUR - 5)
    at_once = await asyncio.gather(
        *(check_then_count(own_database, rendezvous) for _ in range(REVEALS_AN_HOUR - 5))
    )
    assert Counter([*one_by_one, *at_once])[200] > REVEALS_AN_HOUR
