"""The rotation of keys as an operator does it: migrate, reseal, migrate without the old key."""

import json
import re
from asyncio import to_thread

import pytest

from app.kernel.database.engine import Database
from app.kernel.privacy.key_checks import KeysRefused
from app.migrate import migrate
from app.serve import require_own_keys
from tests.cli.linli import assert_refused, linli_on
from tests.cli.test_wrong_keys import a_key, settings_with
from tests.client import SETTINGS
from tests.factories import a_community, a_person_without_phone

SEALING = {1: SETTINGS.sealing_keys[1].get_secret_value(), 2: a_key(9)}
INDEX = {1: SETTINGS.index_key.get_secret_value(), 2: a_key(8), 3: a_key(7)}


def sealing(*numbers: int) -> dict[str, str]:
    return {"LINLI_SEALING_KEYS": json.dumps({n: SEALING[n] for n in numbers})}


def index(*numbers: int) -> dict[str, str]:
    keys = json.dumps({n: INDEX[n] for n in numbers})
    return {"LINLI_INDEX_KEY": "", "LINLI_INDEX_KEYS": keys}


@pytest.fixture(autouse=True)
async def _two_people(own_database: Database) -> None:
    for _ in range(2):
        await a_person_without_phone(own_database, await a_community(own_database))


async def refused(url: str, given: dict[str, str]) -> str:
    with settings_with(url, **given), pytest.raises(KeysRefused) as refusal:
        await migrate(url)
    return str(refusal.value)


async def test_a_sealing_key_is_replaced(own_url: str) -> None:
    with settings_with(own_url, **sealing(1, 2)) as settings:
        with pytest.raises(KeysRefused, match=r"LINLI_SEALING_KEYS\[2\] is new"):
            await require_own_keys(settings)
        await migrate(own_url)
        await require_own_keys(settings)
    missing = r"LINLI_SEALING_KEYS\[1\] is missing: \d+ values"
    assert re.search(missing, await refused(own_url, sealing(2)))
    run = await to_thread(linli_on, own_url, "reseal", **sealing(1, 2))
    assert run.returncode == 0, run.stderr
    names = r"participants\.real_name_sealed +2 resealed, 0 damaged, 0 missed"
    assert re.search(names, run.stdout)
    assert "LINLI_SEALING_KEYS[2]" in run.stdout
    assert "LINLI_SEALING_KEYS[1]" not in run.stdout
    with settings_with(own_url, **sealing(2)) as settings:
        await migrate(own_url)
        await require_own_keys(settings)
    assert "LINLI_SEALING_KEYS[1] was retired" in await refused(own_url, sealing(1, 2))


async def test_an_index_key_is_replaced(own_url: str) -> None:
    with settings_with(own_url, **index(1, 2)):
        await migrate(own_url)
    assert "LINLI_INDEX_KEYS[1] is missing: 2 rows" in await refused(own_url, index(2))
    run = await to_thread(linli_on, own_url, "reseal", **index(1, 2))
    assert run.returncode == 0, run.stderr
    assert "LINLI_INDEX_KEYS[2]: complete" in run.stdout
    with settings_with(own_url, **index(2)) as settings:
        await migrate(own_url)
        await require_own_keys(settings)
    assert "2 rows still have the index of a former key" in await refused(own_url, index(2, 3))
    assert (await to_thread(linli_on, own_url, "reseal", **index(2))).returncode == 0
    with settings_with(own_url, **index(2, 3)):
        await migrate(own_url)


async def test_it_is_refused_with_keys_of_another_database(own_url: str) -> None:
    run = await to_thread(linli_on, own_url, "reseal", LINLI_SEALING_KEYS=json.dumps({1: a_key(9)}))
    assert_refused(run, "LINLI_SEALING_KEYS[1]")


async def test_a_key_can_be_known_before_it_seals(own_url: str) -> None:
    """Processes that do not know it yet still read everything."""
    with settings_with(own_url, **sealing(1, 2), LINLI_SEALING_KEY_ID="1") as settings:
        await migrate(own_url)
        assert settings.keys().number_to_seal_with == 1
