"""A phone number has one holder, however many verify it at the same time."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, text

from app.identity.me.phone import take_number
from app.identity.models import Purpose, User
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.kernel.privacy.sealed import shown
from tests.client import as_, phone_of
from tests.factories import a_user, consented
from tests.identity.wechat import Wechat
from tests.planted_bugs import Rendezvous

PHONE, OTHER_PHONE = "+8613800138000", "+8613900139000"
REQUESTS = 8


@pytest.fixture(name="database")
def _database(own_database: Database) -> Database:
    """The application works on the database where many connections commit."""
    return own_database


async def a_person_with_consent(database: Database, phone: str | None = None) -> UUID:
    user = await a_user(database)
    await consented(database, user, Purpose.PHONE)
    if phone is not None:
        async with database.transaction() as session:
            (await session.get_one(User, user)).phone = phone
    return user


async def numbers_of(database: Database, users: Sequence[UUID]) -> list[str | None]:
    async with database.transaction() as session:
        return [shown(await session.get_one(User, user), User.phone) for user in users]


async def assert_one_holder(database: Database, users: Sequence[UUID]) -> None:
    assert Counter(await numbers_of(database, users)) == {PHONE: 1, None: len(users) - 1}


async def take(database: Database, user: UUID, phone: str) -> None:
    async with database.transaction() as session:
        await take_number(session, user, phone)


async def test_two_people_verify_one_number_at_once_and_one_of_them_has_it(
    own_database: Database, app: FastAPI, wechat: Wechat
) -> None:
    users = [await a_person_with_consent(own_database) for _ in range(2)]
    codes = [await wechat.a_phone(PHONE) for _ in users]
    async with phone_of(app) as phone:
        answers = await asyncio.gather(
            *(
                phone.post("/v1/me/phone", json={"code": code}, headers=as_(user))
                for code, user in zip(codes, users, strict=True)
            )
        )
    assert [answer.status_code for answer in answers] == [200, 200]
    await assert_one_holder(own_database, users)
    async with own_database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(EventRow)) == 1


async def test_of_many_at_once_one_has_it(own_database: Database) -> None:
    users = [await a_person_with_consent(own_database) for _ in range(REQUESTS)]
    await asyncio.gather(*(take(own_database, user, PHONE) for user in users))
    await assert_one_holder(own_database, users)


async def test_two_who_take_each_others_numbers_wait_for_nobody(own_database: Database) -> None:
    mine = await a_person_with_consent(own_database, PHONE)
    theirs = await a_person_with_consent(own_database, OTHER_PHONE)
    for _ in range(3):
        await asyncio.gather(
            take(own_database, mine, OTHER_PHONE), take(own_database, theirs, PHONE)
        )
        assert await numbers_of(own_database, [mine, theirs]) == [OTHER_PHONE, PHONE]
        await asyncio.gather(
            take(own_database, mine, PHONE), take(own_database, theirs, OTHER_PHONE)
        )
        assert await numbers_of(own_database, [mine, theirs]) == [PHONE, OTHER_PHONE]


async def look_then_take(database: Database, user: UUID, rendezvous: Rendezvous) -> None:
    """A planted bug: it looks for a holder, and locks nothing by which others would wait."""
    async with database.transaction() as session:
        holder = await session.scalar(
            select(User).where(User.phone.matches(User, None, PHONE), User.id != user)
        )
        await rendezvous.wait()
        if holder is not None:
            holder.phone = None
        (await session.get_one(User, user)).phone = PHONE


async def test_this_race_catches_one_who_locks_nothing(own_database: Database) -> None:
    async with own_database.transaction() as session:
        await session.execute(text("DROP INDEX uq_users_phone"))
    users = [await a_person_with_consent(own_database) for _ in range(2)]
    rendezvous = Rendezvous(2)
    await asyncio.gather(*(look_then_take(own_database, user, rendezvous) for user in users))
    with pytest.raises(AssertionError):
        await assert_one_holder(own_database, users)
