"""Fixtures of an application that calls the simulator of WeChat over HTTP."""

from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from app.integrations.wechat import simulator
from app.kernel.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.client import client_of_app
from tests.identity.wechat import Wechat
from tests.wechat.sim import APPID, SECRET, Sim


@pytest.fixture(scope="session")
async def running() -> AsyncIterator[str]:
    async with simulator.serving(APPID, SECRET) as base:
        yield base


@pytest.fixture
async def wechat(running: str) -> AsyncIterator[Wechat]:
    async with AsyncClient(base_url=running) as http:
        sim = Sim(running, http)
        await sim.reset()
        yield Wechat(sim)


@pytest.fixture
def settings(wechat: Wechat) -> Settings:
    """Settings of the application; a module overrides the fixture for others."""
    return wechat.settings()


@pytest.fixture
async def app(database: Database, settings: Settings) -> AsyncIterator[FastAPI]:
    app = create_app(settings, database)
    yield app
    await app.state.wechat.close()


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[AsyncClient]:
    async with client_of_app(app) as client:
        yield client
