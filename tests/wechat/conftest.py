"""Fixtures: one simulator for the run, reset before each test, and clients of it."""

from collections.abc import AsyncIterator

import pytest
from httpx import AsyncClient

from app.integrations.wechat import simulator
from app.integrations.wechat.client import WechatClient
from app.kernel.database.engine import Database
from tests.wechat.sim import APPID, SECRET, Sim


@pytest.fixture(scope="session")
async def running() -> AsyncIterator[str]:
    async with simulator.serving(APPID, SECRET) as base:
        yield base


@pytest.fixture
async def sim(running: str) -> AsyncIterator[Sim]:
    async with AsyncClient(base_url=running) as http:
        sim = Sim(running, http)
        await sim.reset()
        yield sim


@pytest.fixture
async def client(sim: Sim, database: Database) -> AsyncIterator[WechatClient]:
    client = WechatClient(sim.settings(), database)
    yield client
    await client.close()


@pytest.fixture
async def hasty(sim: Sim, database: Database) -> AsyncIterator[WechatClient]:
    """A client that waits for half a second at most."""
    client = WechatClient(sim.settings(wechat_total_seconds=0.5), database)
    yield client
    await client.close()
