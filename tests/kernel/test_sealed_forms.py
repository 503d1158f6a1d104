"""The revision that brings sealed values into their second form, and back into the first."""

import hmac
import logging
from dataclasses import dataclass
from typing import NamedTuple

import pytest
from alembic.script import ScriptDirectory
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select, text

from app.communities.models import Participant, PlaceKind, RegisterEntry
from app.communities.residence.queries import register_matches
from app.identity.models import User
from app.identity.sessions.queries import user_of_wechat
from app.integrations.wechat.models import WechatToken
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.crypto.boxes import FORM
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.database.migrations import alembic_config, migrate
from app.kernel.database.revisions import applied
from app.kernel.privacy.key_checks import KeysRefused
from app.kernel.privacy.sealed import own
from app.migrate import migrate as prove_and_migrate
from tests.factories import a_community, a_person_without_phone, a_place, saved

BEFORE = "202611280702"
APPID, PHONE = "wx0123456789abcdef", "+8613800000000"


class Person(NamedTuple):
    """A person as WeChat identifies them."""

    openid: str
    unionid: str | None


BOB = Person("openid-of-bob", "unionid-of-bob")


@dataclass
class People:
    user: User
    elder: Participant
    entry: RegisterEntry


@pytest.fixture
async def people(own_database: Database) -> People:
    here = await a_community(own_database)
    elder = await a_person_without_phone(own_database, here)
    house = await a_place(own_database, here, kind=PlaceKind.HOUSEHOLD)
    entry = RegisterEntry(
        community_id=here,
        household_id=house.id,
        name="王秀英",
        phone=PHONE,
        imported_at=clock.now(),
    )
    await saved(own_database, entry)
    async with own_database.transaction() as session:
        user = await user_of_wechat(session, APPID, BOB, clock.now())
        user.phone = PHONE
        token = WechatToken(community_id=PLATFORM, token="token-1")
        session.add(token)
    return People(user, elder, entry)


async def _go_back(url: str) -> None:
    revisions = ScriptDirectory.from_config(alembic_config())
    await migrate(url, f"-{len(list(revisions.iterate_revisions('head', BEFORE)))}")


FIRST_FORM = {
    # table: column, table's first name, what the value is bound to, index, value
    "users": ("phone_sealed", "users", None, "phone_index", PHONE),
    "wechat_identities": (
        *("openid_sealed", "wechat_identities", "user_id", "openid_index", BOB.openid),
    ),
    "wechat_tokens": ("token_sealed", "wechat_tokens", "community_id", None, "token-1"),
    "participants": (
        *("real_name_sealed", "participants", "community_id", "real_name_index", "王秀英"),
    ),
    "register_entries": ("phone_sealed", "roll_entries", "community_id", "phone_index", PHONE),
}


async def test_what_the_first_form_has_sealed_is_opened_and_found_and_the_way_back_too(
    own_url: str, own_database: Database, people: People
) -> None:
    await _go_back(own_url)
    for table, (column, sealed_as, owner, index, value) in FIRST_FORM.items():
        async with own_database.transaction() as session:
            [row] = (
                await session.execute(text(f"SELECT * FROM {table} WHERE {column} > ''"))
            ).mappings()
        stored = row[column]
        context = f"{owner and row[owner]}/{sealed_as}/{column}/{row['id']}/{stored[0]}"
        box = AESGCM(keys.current().sealing[stored[0]])
        assert box.decrypt(stored[1:13], stored[13:], context.encode()) == value.encode(), table
        if index is not None:
            content = f"{sealed_as}\0{column}\0{value}".encode()
            assert row[index] == hmac.digest(keys.current().index[1], content, "sha256")[:16], table
    await migrate(own_url)
    await _finds_everybody(own_database, people)


async def _finds_everybody(database: Database, people: People) -> None:
    here = people.elder.community_id
    async with database.transaction() as session:
        assert (await user_of_wechat(session, APPID, BOB, clock.now())).id == people.user.id
        user = await session.get_one(User, people.user.id)
        assert own(user, User.phone) == PHONE
        assert user.phone_sealed is not None
        assert user.phone_sealed[0] == FORM
        has_name = Participant.real_name.matches(Participant, here, "王秀英")
        query = select(Participant.id).where(Participant.community_id == here, has_name)
        assert list(await session.scalars(query)) == [people.elder.id]
        entry = people.entry
        matches = register_matches(here, entry.household_id, "王秀英", PHONE)
        assert [one.id for one in await session.scalars(matches)] == [entry.id]


async def test_a_damaged_value_stays_as_it_is_and_is_named(
    own_url: str, own_database: Database, people: People, caplog: pytest.LogCaptureFixture
) -> None:
    await _go_back(own_url)
    await _damage(own_database, people.elder)
    with caplog.at_level(logging.WARNING, "alembic.runtime.migration"):
        await migrate(own_url)
    named = f"participants {people.elder.id} of {people.elder.community_id} does not open"
    warnings = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    # Each revision that opens the row names it.
    assert warnings
    assert all(named in warning for warning in warnings)
    async with own_database.transaction() as session:
        user = await user_of_wechat(session, APPID, BOB, clock.now())
        assert user.id == people.user.id


async def _damage(database: Database, row: Participant) -> None:
    damage = (
        "UPDATE participants SET real_name_sealed = :x"
        " WHERE participants.community_id = :c AND participants.id = :id"
    )
    async with database.transaction() as session:
        await session.execute(text(damage), {"x": b"\1\2", "id": row.id, "c": row.community_id})


async def test_with_other_keys_nothing_is_changed(
    own_url: str, own_database: Database, people: People
) -> None:
    await _go_back(own_url)
    own_keys = keys.current()
    try:
        keys.use(keys.Keys({1: b"x" * 32}, own_keys.index, own_keys.digest))
        with pytest.raises(KeysRefused, match="LINLI_SEALING_KEYS"):
            await prove_and_migrate(own_url)
    finally:
        keys.use(own_keys)
    async with own_database.transaction() as session:
        assert await applied(session) == BEFORE
    await prove_and_migrate(own_url)
    await _finds_everybody(own_database, people)
