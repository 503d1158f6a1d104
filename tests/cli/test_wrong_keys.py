"""Keys that are not those of the database: nobody serves with them. A service with another index
key would find nobody, and make a second user of each person who logs in."""

import json
import re
from asyncio import to_thread
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.communities.models import Participant
from app.doctor import findings
from app.identity.models import User
from app.identity.sessions.queries import user_of_wechat
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.kernel.privacy.key_checks import KeysRefused
from app.migrate import migrate
from app.serve import read_settings, require_own_keys
from app.settings import Settings
from tests.cli.linli import assert_refused, linli_on
from tests.factories import a_community, a_person_without_phone
from tests.faults.process import environment
from tests.kernel.test_sealed_forms import APPID, BOB


def a_key(n: int) -> str:
    return b64encode(bytes(range(n, n + 32))).decode()


WRONG = {
    "LINLI_SEALING_KEYS[1]": {"LINLI_SEALING_KEYS": json.dumps({1: a_key(1)})},
    "LINLI_INDEX_KEY": {"LINLI_INDEX_KEY": a_key(2)},
    "LINLI_SECRET_KEY": {"LINLI_SECRET_KEY": a_key(3)},
}
MISSING = {
    "LINLI_SEALING_KEYS[1]": {"LINLI_SEALING_KEYS": json.dumps({2: a_key(1)})},
    "LINLI_INDEX_KEYS[1]": {"LINLI_INDEX_KEY": "", "LINLI_INDEX_KEYS": json.dumps({2: a_key(2)})},
}


async def test_with_another_index_key_a_known_person_would_be_a_second_user(
    database: Database,
) -> None:
    """The reason for all that follows."""
    async with database.transaction() as session:
        first = await user_of_wechat(session, APPID, BOB, clock.now())
    own_keys = keys.current()
    try:
        keys.use(keys.Keys(own_keys.sealing, {1: b"x" * 32}, own_keys.digest))
        async with database.transaction() as session:
            assert (await user_of_wechat(session, APPID, BOB, clock.now())).id != first.id
            assert await session.scalar(select(func.count()).select_from(User)) == 2
    finally:
        keys.use(own_keys)


async def test_the_doctor_names_each(own_url: str) -> None:
    wrong = {name: value for given in WRONG.values() for name, value in given.items()}
    run = await to_thread(linli_on, own_url, "doctor", **wrong)
    assert run.returncode == 1
    [line] = [line for line in run.stdout.splitlines() if line.startswith("FAIL")]
    assert all(variable in line for variable in WRONG)
    assert all(value not in run.stdout + run.stderr for value in wrong.values())


@pytest.mark.parametrize("command", [["serve"], ["worker", "--once"], ["migrate"]])
async def test_nothing_runs_with_another(own_url: str, command: list[str]) -> None:
    run = await to_thread(linli_on, own_url, *command, LINLI_INDEX_KEY=a_key(2))
    assert_refused(run, "LINLI_INDEX_KEY")


@contextmanager
def settings_with(url: str, **changes: str) -> Iterator[Settings]:
    """Settings of a process with these variables; its keys are those of this one meanwhile."""
    given = environment(url, **changes)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in given.items():
            patch.setenv(name, value)
        settings = read_settings()
    before = keys.current()
    keys.use(settings.keys())
    try:
        yield settings
    finally:
        keys.use(before)


@pytest.mark.parametrize("variable", WRONG)
async def test_a_wrong_key_is_refused(own_url: str, variable: str) -> None:
    with settings_with(own_url, **WRONG[variable]) as settings:
        with pytest.raises(KeysRefused, match=re.escape(variable[:17])):
            await require_own_keys(settings)
        with pytest.raises(KeysRefused, match=re.escape(variable[:17])):
            await migrate(own_url)


@pytest.mark.parametrize("variable", MISSING)
async def test_so_is_one_that_is_missing(own_url: str, variable: str) -> None:
    missing, message = MISSING[variable], re.escape(f"{variable} is missing")
    with (
        settings_with(own_url, **missing) as settings,
        pytest.raises(KeysRefused, match=message),
    ):
        await require_own_keys(settings)


async def test_a_database_that_knows_no_keys_is_refused(
    own_url: str, own_engine: AsyncEngine
) -> None:
    await forget_keys(own_engine)
    with settings_with(own_url) as settings, pytest.raises(KeysRefused, match="linli migrate"):
        await require_own_keys(settings)


async def forget_keys(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM key_checks"))


class TestAnExistingDatabase:
    """It was made before keys were checked, and has rows."""

    @pytest.fixture(autouse=True)
    async def arrange(self, own_url: str, own_engine: AsyncEngine, own_database: Database) -> None:
        self.url, self.database = own_url, own_database
        await a_person_without_phone(own_database, await a_community(own_database))
        await forget_keys(own_engine)

    async def test_its_keys_are_registered(self) -> None:
        with settings_with(self.url) as settings:
            await migrate(self.url)
            await require_own_keys(settings)
            found = {finding.what: finding async for finding in findings(settings)}
        assert found["keys"].is_well
        assert found["sealed values"].detail == "3 with key 1"

    @pytest.mark.parametrize("variable", ["LINLI_SEALING_KEYS", "LINLI_INDEX_KEY"])
    async def test_others_are_refused(self, variable: str) -> None:
        [wrong] = [given for given in WRONG.values() if variable in given]
        with settings_with(self.url, **wrong), pytest.raises(KeysRefused, match=variable):
            await migrate(self.url)
        await migrate(self.url)

    async def test_one_damaged_row_does_not_stand_in_the_way(self) -> None:
        elder = await a_person_without_phone(self.database, await a_community(self.database))
        async with self.database.transaction() as session:
            key = (elder.community_id, elder.id)
            (await session.get_one(Participant, key)).real_name_sealed = bytes(60)
        await migrate(self.url)


async def test_a_new_secret_key_is_taken_when_the_operator_says_so(own_url: str) -> None:
    with settings_with(own_url, **WRONG["LINLI_SECRET_KEY"]) as settings:
        await migrate(own_url, is_new_secret_accepted=True)
        await require_own_keys(settings)
    with settings_with(own_url) as settings, pytest.raises(KeysRefused, match="LINLI_SECRET_KEY"):
        await require_own_keys(settings)
