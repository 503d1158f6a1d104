"""Migrations: up, down and up again, with rows in the way; and the role that serves."""

import os
from collections.abc import AsyncIterator
from datetime import timedelta
from hashlib import blake2b
from uuid import UUID

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.feedback.models import TicketStatus
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.idempotency import Key, Replayed, reserve
from app.kernel.database.migrations import APP_ROLE, INI, check, migrate
from app.kernel.database.revisions import applied, head
from tests.client import as_, client_of
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    a_topic,
    an_activity,
)
from tests.feedback.rows import a_ticket_in
from tests.now import NOW
from tests.organizations.units import a_unit, an_organization

LOGIN = f"linli_test_app_{os.getpid()}"
"""Has what the role that serves has, and may log in."""


async def count_of(database: Database, table: str) -> int:
    async with database.transaction() as session:
        found = await session.scalar(text(f"SELECT count(*) FROM {table}"))
    assert isinstance(found, int)
    return found


async def test_it_goes_up_and_down_and_up_again(own_url: str, own_engine: AsyncEngine) -> None:
    await migrate(own_url, "base")
    async with own_engine.connect() as connection:
        left = await connection.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        )
        assert left.all() == ["alembic_version"]
    await migrate(own_url)
    await migrate(own_url)  # nothing left to do
    await check(own_url)


async def test_models_and_database_are_alike(own_url: str) -> None:
    await check(own_url)


async def test_a_database_with_people_in_it_survives(own_url: str, own_database: Database) -> None:
    """One revision down and up: what stands in other tables stays."""
    here = await a_community(own_database)
    await a_participant(own_database, here)
    await migrate(own_url, "-1")
    async with own_database.transaction() as session:
        assert await applied(session) != head()
    await migrate(own_url)
    async with own_database.transaction() as session:
        assert await applied(session) == head()
    assert await count_of(own_database, "participants") == 1
    await a_signup(own_database, await a_shift(own_database, here))
    assert await count_of(own_database, "signups") == 1
    await check(own_url)


@pytest.fixture
async def url_of_app(own_url: str, own_engine: AsyncEngine) -> AsyncIterator[str]:
    async with own_engine.begin() as connection:
        await connection.execute(text(f"DROP ROLE IF EXISTS {LOGIN}"))
        await connection.execute(text(f"CREATE ROLE {LOGIN} LOGIN PASSWORD 'x' IN ROLE {APP_ROLE}"))
    url = make_url(own_url).set(username=LOGIN, password="x")
    yield url.render_as_string(hide_password=False)
    async with own_engine.begin() as connection:
        await connection.execute(text(f"DROP ROLE {LOGIN}"))


@pytest.mark.parametrize(
    "forbidden",
    [
        "CREATE TABLE public.more (n int)",
        "DROP TABLE signups",
        "TRUNCATE signups",
        "ALTER TABLE signups ADD COLUMN n int",
        "UPDATE alembic_version SET version_num = '1'",
        "CREATE ROLE other",
    ],
)
async def test_the_role_that_serves_changes_no_schema(url_of_app: str, forbidden: str) -> None:
    engine = open_engine(url_of_app, pool_size=2)
    try:
        async with engine.connect() as connection:
            with pytest.raises(ProgrammingError):
                await connection.execute(text(forbidden))
    finally:
        await engine.dispose()


async def test_the_role_that_serves_is_enough(url_of_app: str, own_database: Database) -> None:
    """The smoke: sign up, wait, withdraw, read, be ready."""
    here = await a_community(own_database)
    shift = await a_shift(own_database, here, places=1, starts_in=timedelta(days=3))
    me = await a_participant(own_database, here)
    engine = open_engine(url_of_app, pool_size=4)
    try:
        async with client_of(Database.of(engine)) as http:
            path = f"/v1/communities/{here}"
            signed = await http.post(
                f"{path}/shifts/{shift.id}/signups",
                json={"is_risk_acknowledged": True},
                headers=as_(me.user_id, "smoke-001"),
            )
            assert (signed.status_code, signed.json()["status"]) == (201, "confirmed")
            withdrawn = await http.post(
                f"{path}/signups/{signed.json()['id']}/withdraw", headers=as_(me.user_id)
            )
            assert withdrawn.status_code == 200
            listed = await http.get(f"{path}/activities", headers=as_(me.user_id))
            assert listed.status_code == 200
            assert (await http.get("/readyz")).status_code == 200
    finally:
        await engine.dispose()


def test_the_newest_revision_is_the_one_that_alembic_finds() -> None:
    assert head() == ScriptDirectory.from_config(Config(str(INI))).get_current_head()


SEARCHED = {
    "communities": ("address", "communities.id"),
    "work_units": ("name", "work_units.community_id"),
    "party_organizations": ("name", "party_organizations.community_id"),
    "activities": ("organiser", "activities.community_id"),
    "topics": ("text", "topics.community_id"),
    "tickets": ("text", "tickets.community_id"),
}


async def test_rows_that_are_there_are_found_by_one_character_and_by_their_last_word(
    own_url: str, own_database: Database
) -> None:
    """Makes the rows as an earlier version has left them: without terms of these kinds."""
    here = await a_community(own_database)
    await a_topic(own_database, here)
    await a_unit(own_database, here)
    await an_organization(own_database, here)
    await an_activity(own_database, here)
    for visibility in ("public", "private"):
        await a_ticket_in(own_database, here, TicketStatus.ACCEPTED, visibility=visibility)
    revisions = ScriptDirectory.from_config(Config(str(INI)))
    newer = list(revisions.iterate_revisions("head", "202611272100"))
    await migrate(own_url, f"-{len(newer)}")
    long_text = "".join(map(chr, range(0x5000, 0x5000 + 290))) + " 遛狗 井盖"
    async with own_database.transaction() as session:
        for table, (column, tenant) in SEARCHED.items():
            await session.execute(
                text(
                    f"UPDATE {table} SET {column} = :x, search_grams = '{{}}' WHERE {tenant} = :y"
                ),
                {"x": long_text, "y": here},
            )
    await migrate(own_url)
    count = "SELECT count(*) FROM {} WHERE search_grams @> ARRAY['狗', '遛狗', '井盖']"
    async with own_database.transaction() as session:
        found = {table: await session.scalar(text(count.format(table))) for table in SEARCHED}
        without = await session.scalars(
            text("SELECT visibility FROM tickets WHERE search_grams = '{}'")
        )
        assert found == dict.fromkeys(SEARCHED, 1)
        assert list(without) == ["private"]


EVENT = """
INSERT INTO events (community_id, id, kind, payload, due_at, settled_at, failures)
VALUES ('00000000-0000-0000-0000-000000000000', :id, :kind, '{}', now(), NULL, 0)
"""
FAILURE = """
INSERT INTO listener_failures
    (community_id, id, event_id, kind, payload, listener, attempts, error, first_failed_at,
     failed_at, due_at)
VALUES ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), :id, 'tests.heard', '{}',
        :listener, 3, 'RuntimeError', now(), now(), now())
"""


async def test_no_event_is_lost_on_the_way_to_listeners_that_fail_by_themselves_and_back(
    own_url: str, own_database: Database
) -> None:
    """Going up, events that nobody follows are settled, the others stay. Going down, an event of
    which a listener is still to be tried again is open again, also when it was deleted since."""
    await migrate(own_url, "base")
    await migrate(own_url, "202611272000")
    unheard, heard, deleted = [uuid7() for _ in range(3)]
    async with own_database.transaction() as session:
        kind = "double_reporting.unit_registration_ended"
        await session.execute(text(EVENT), {"id": unheard, "kind": kind})
        await session.execute(text(EVENT), {"id": heard, "kind": "tests.heard"})
    await migrate(own_url, "202611272100")
    assert await open_events(own_database) == {heard}
    async with own_database.transaction() as session:
        await session.execute(text("UPDATE events SET settled_at = now()" + OF_PLATFORM))
        for event_id, listener in ((heard, "a"), (heard, "b"), (deleted, "a")):
            await session.execute(text(FAILURE), {"id": event_id, "listener": listener})
    await migrate(own_url, "-1")
    assert await open_events(own_database) == {heard, deleted}


OF_PLATFORM = " WHERE events.community_id = '00000000-0000-0000-0000-000000000000'"


async def open_events(database: Database) -> set[UUID]:
    query = text(f"SELECT id FROM events {OF_PLATFORM} AND settled_at IS NULL")
    async with database.transaction() as session:
        return set(await session.scalars(query))


RECORD = """
INSERT INTO idempotency_keys
    (community_id, id, fingerprint, status, location, body, created_at)
VALUES (:here, :id, :fingerprint, 201, '/v1/a/1', '{"id": 1}', :now)
"""


async def test_a_request_that_is_repeated_across_an_update_is_not_done_again(
    own_url: str, own_database: Database
) -> None:
    """Its record, under an unkeyed id and with an open response, is keyed and sealed."""
    await migrate(own_url, "base")
    await migrate(own_url, "202611280010")
    actor, asked = uuid7(), (b"POST /v1/a?", b"{}")
    unkeyed = actor.bytes + b"ordinary\0my-key-001"
    old = {
        "here": PLATFORM,
        "id": UUID(bytes=blake2b(unkeyed, digest_size=16).digest()),
        "fingerprint": blake2b(b"\0".join(asked), digest_size=16).digest(),
        "now": NOW,
    }
    async with own_database.transaction() as session:
        await session.execute(text(RECORD), old)
    await migrate(own_url, "202611280100")
    async with own_database.transaction() as session:
        with pytest.raises(Replayed) as repeated:
            await reserve(session, PLATFORM, actor, Key.of("my-key-001", *asked))
    stored = repeated.value.stored
    assert (stored.status, stored.body) == (201, b'{"id": 1}')
    assert stored.headers["Location"] == "/v1/a/1"
    await migrate(own_url, "-1")
    await migrate(own_url, "+1")
