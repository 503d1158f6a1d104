"""A thief of the database without the keys learns nobody's name, phone, address, membership,
private words or vote: a busy town is dumped and attacked; each attack finds a naive design."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from httpx import AsyncClient
from sqlalchemy.ext.asyncio import AsyncEngine

from app.integrations.wechat import simulator
from app.kernel.database.engine import Database
from app.main import create_app
from tests.client import client_of_app
from tests.identity.wechat import Wechat
from tests.privacy import attacks
from tests.privacy.dump import Dump, dump_of
from tests.privacy.town import Town
from tests.wechat.sim import APPID, SECRET, Sim


@asynccontextmanager
async def a_town(database: Database) -> AsyncIterator[Town]:
    async with (
        simulator.serving(APPID, SECRET) as base,
        AsyncClient(base_url=base) as control,
    ):
        wechat = Wechat(Sim(base, control))
        app = create_app(wechat.settings(), database)
        async with client_of_app(app) as http:
            town = Town(http, database, wechat)
            await town.build()
            yield town
        await app.state.wechat.close()


async def test_who_steals_the_database_learns_nothing(
    own_database: Database, own_engine: AsyncEngine, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with a_town(own_database) as town:
        dump = await dump_of(own_engine)
    logged = Dump({"log": [{"line": line} for line in caplog.text.splitlines()]})
    hits = {
        "read in the log": attacks.read(logged, town.canaries),
        "read": attacks.read(dump, town.canaries),
        "guess": attacks.guess(dump, town.dictionary()),
        "votes": attacks.compare(dump.tables["votes"], town.choice_of(dump)),
        "organizations": attacks.compare(
            dump.tables["member_registrations"],
            lambda row: town.organization_of.get(row["id"]),
        ),
        "members by ids": attacks.follow(dump, town.member_of, town.people),
        "authors by ids": attacks.follow(dump, town.author_of, town.people),
        "members by times": attacks.time(dump, town.member_of, town.people),
        "authors by times": attacks.time(dump, town.author_of, town.people),
        "members by kind": attacks.sort(dump, town.people, town.members),
    }
    summary = {name: f"{len(found)}, first {found[:3]}" for name, found in hits.items() if found}
    assert summary == {}
