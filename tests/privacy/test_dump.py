"""Who steals the database without the keys learns nobody's name, phone, address, membership,
private words or vote: a busy town is dumped and attacked; each attack finds a naive design."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from httpx import AsyncClient
from sqlalchemy.ext.asyncio import AsyncEngine

from app.integrations.wechat import simulator
from app.kernel.database.engine import Database
from app.main import create_app
from tests.client import client_of_app
from tests.identity.wechat import Wechat
from tests.privacy import attacks
from tests.privacy.dump import dump_of
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
    own_database: Database, own_engine: AsyncEngine
) -> None:
    async with a_town(own_database) as town:
        dump = await dump_of(own_engine)
    hits = {
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
        "members by kind": attacks.sort(dump, town.people, town.members),
    }
    for name, found in hits.items():
        print(name, len(found))
        for one in found[:12]:
            print("   ", one[:160])
    assert hits == {name: [] for name in hits}
