"""`linli reseal`: keys are replaced while others read and write."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import cycle, islice
from typing import NamedTuple
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import func, select

from app.communities.models import Participant
from app.identity.models import User, WechatIdentity
from app.identity.sessions.queries import user_of_wechat
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.crypto.boxes import Column, key_number
from app.kernel.crypto.keys import Keys
from app.kernel.database.engine import Database
from app.kernel.privacy import reseal
from app.kernel.privacy.key_use import count_with_index, count_with_key, count_without_index
from app.kernel.privacy.reseal import Resealed, reseal_column
from app.kernel.privacy.sealed import own
from app.kernel.privacy.sealed_columns import SealedColumn, sealed_columns
from app.settings import Settings
from tests.factories import a_community, a_person_without_phone
from tests.kernel.test_sealed_forms import APPID, BOB, PHONE, Person

FIRST = Settings.demo().keys()
SECOND = b"second key that seals, 32 bytes."
BOTH = Keys({**FIRST.sealing, 2: SECOND}, FIRST.index, FIRST.digest)
NEW = Keys({2: SECOND}, FIRST.index, FIRST.digest)
INDEX = b"second key that finds, 32 bytes."
BOTH_INDEXES = Keys(FIRST.sealing, {**FIRST.index, 2: INDEX}, FIRST.digest)
NEW_INDEX = Keys(FIRST.sealing, {2: INDEX}, FIRST.digest)


@pytest.fixture(autouse=True)
def _own_keys() -> Iterator[None]:
    yield
    keys.use(FIRST)


def column_of(name: str) -> SealedColumn:
    [column] = [column for column in sealed_columns() if str(column) == name]
    return column


NAMES = column_of("participants.real_name_sealed")


async def people(database: Database, many: int) -> list[Participant]:
    here = await a_community(database)
    return [await a_person_without_phone(database, here) for _ in range(many)]


async def read(database: Database, person: Participant) -> Participant:
    async with database.transaction() as session:
        return await session.get_one(Participant, (person.community_id, person.id))


async def reseal_all(database: Database) -> list[Resealed]:
    return [await reseal_column(database, column) for column in sealed_columns()]


async def test_all_values_come_under_the_new_key_and_the_old_one_can_go(
    database: Database,
) -> None:
    [elder] = await people(database, 1)
    async with database.transaction() as session:
        user = await user_of_wechat(session, APPID, BOB, clock.now())
        user.phone = PHONE
    keys.use(BOTH)
    done = await reseal_all(database)
    assert sum(one.written for one in done) == sum(one.looked_at for one in done) >= 4
    async with database.transaction() as session:
        assert await count_with_key(session, 1) == 0
    keys.use(NEW)
    assert own(await read(database, elder), Participant.real_name) == "王秀英"
    async with database.transaction() as session:
        again = await user_of_wechat(session, APPID, BOB, clock.now())
        assert (again.id, own(again, User.phone)) == (user.id, PHONE)
    assert sum(one.written for one in await reseal_all(database)) == 0


async def test_a_value_of_the_first_form_comes_into_the_present_one(database: Database) -> None:
    [elder] = await people(database, 1)
    box = Column("participants", "real_name_sealed")
    key, row = FIRST.sealing[1], (elder.community_id, elder.id)
    context = f"{row[0]}/{box.table}/{box.name}/{row[1]}/1".encode()
    async with database.transaction() as session:
        stored = await session.get_one(Participant, row)
        stored.real_name_sealed = b"\1" + bytes(12) + AESGCM(key).encrypt(bytes(12), b"Li", context)
    done = await reseal_column(database, NAMES)
    assert (done.written, done.damaged) == (1, 0)
    stored = await read(database, elder)
    assert (stored.real_name_sealed or b"x")[0] == 0
    assert own(stored, Participant.real_name) == "Li"


async def test_the_length_of_a_value_stays(database: Database) -> None:
    """Some fields pad to more than the bucket; the new box must not tell what the old one hid."""
    [elder] = await people(database, 1)
    box, key = Column("participants", "real_name_sealed", 512), (elder.community_id, elder.id)
    async with database.transaction() as session:
        row = await session.get_one(Participant, key)
        row.real_name_sealed = former = box.seal(*key, "李".encode())
    keys.use(BOTH)
    await reseal_column(database, NAMES)
    row = await read(database, elder)
    assert row.real_name_sealed is not None
    assert (len(row.real_name_sealed), key_number(row.real_name_sealed)) == (len(former), 2)
    assert own(row, Participant.real_name) == "李"


class Stopped(Exception):
    """The run is interrupted."""


async def test_it_goes_on_where_it_was_stopped(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await people(database, 7)
    keys.use(BOTH)

    def stop(_so_far: Resealed, _rows: int) -> None:
        raise Stopped

    with few_at_a_time(3):
        with pytest.raises(Stopped):
            await reseal_column(database, NAMES, stop)
        done = await reseal_column(database, NAMES)
        assert (done.looked_at, done.written) == (4, 4)
        again = await reseal_column(database, NAMES)
    assert (again.looked_at, again.written) == (7, 0)


@contextmanager
def few_at_a_time(rows: int) -> Iterator[None]:
    former, reseal.ROWS_AT_A_TIME = reseal.ROWS_AT_A_TIME, rows
    try:
        yield
    finally:
        reseal.ROWS_AT_A_TIME = former


async def test_a_damaged_value_is_left_and_counted(database: Database) -> None:
    first, second = await people(database, 2)
    async with database.transaction() as session:
        row = await session.get_one(Participant, (first.community_id, first.id))
        row.real_name_sealed = b"\0\1" + bytes(60)
    keys.use(BOTH)
    done = await reseal_column(database, NAMES)
    assert (done.written, done.damaged) == (1, 1)
    assert own(await read(database, second), Participant.real_name) == "王秀英"


async def test_what_somebody_writes_meanwhile_is_never_lost(own_database: Database) -> None:
    """A transaction that began before the run holds a row and writes it while the run waits."""
    first, second = await people(own_database, 2)
    keys.use(BOTH)
    async with own_database.transaction() as session:
        key = (first.community_id, first.id)
        row = await session.get_one(Participant, key, with_for_update={"key_share": True})
        running = asyncio.create_task(reseal_column(own_database, NAMES))
        await asyncio.sleep(0.3)
        row.real_name = "李敏"
    done = await running
    assert (done.looked_at, done.written, done.missed) == (2, 1, 1)
    assert own(await read(own_database, first), Participant.real_name) == "李敏"
    assert own(await read(own_database, second), Participant.real_name) == "王秀英"


# ---------------------------------------------------------------- indexes


class Load(NamedTuple):
    """Logins of the same people again and again, by processes that may have either keys."""

    database: Database
    people: list[Person]
    users: dict[str, set[UUID]]

    async def log_in(self, many: int) -> None:
        for person in islice(cycle(self.people), many):
            async with self.database.transaction() as session:
                user = await user_of_wechat(session, APPID, person, clock.now())
            self.users.setdefault(person.openid, set()).add(user.id)

    @asynccontextmanager
    async def beside(self, *sets_of_keys: Keys) -> AsyncIterator[None]:
        """Lets people log in while the block runs, with these keys in turn; some of them for the
        first time."""
        known = len(self.people)
        self.people.extend(Person(f"openid-{known + n}", None) for n in range(15))
        turning = asyncio.create_task(_turn(sets_of_keys))
        logins = [asyncio.create_task(self.log_in(60)) for _ in range(4)]
        yield
        await asyncio.gather(*logins)
        turning.cancel()
        keys.use(sets_of_keys[-1])


async def _turn(sets_of_keys: tuple[Keys, ...]) -> None:
    for next_keys in cycle(sets_of_keys):
        keys.use(next_keys)
        await asyncio.sleep(0.01)


async def test_an_index_key_is_replaced_and_nobody_becomes_two_users(
    own_database: Database,
) -> None:
    """Each step still has processes of the step before."""
    load = Load(own_database, [], {})
    async with load.beside(FIRST, BOTH_INDEXES):
        pass
    async with load.beside(BOTH_INDEXES):
        await reseal_all(own_database)
    async with own_database.transaction() as session:
        assert await count_without_index(session) == 0
    async with load.beside(BOTH_INDEXES, NEW_INDEX):
        pass
    assert {len(ids) for ids in load.users.values()} == {1}
    await reseal_all(own_database)
    async with own_database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(WechatIdentity)) == 45
        assert await count_with_index(session, 1) == 0
    await load.log_in(45)
    assert {len(ids) for ids in load.users.values()} == {1}
