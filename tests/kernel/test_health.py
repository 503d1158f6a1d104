"""A process tells whether it lives, whether requests may come, and what it has counted."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.request import urlopen

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker

from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database, open_engine, warm_pool
from app.kernel.jobs import heartbeat
from app.kernel.metrics import Gauges, Requests, served
from app.kernel.ops import database_clock
from app.serve import read_gauges, service_app
from tests.client import SETTINGS, an_app, client_of_app
from tests.now import NOW
from tests.retries import until


async def test_a_process_lives(http: AsyncClient) -> None:
    answer = await http.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "checks": {}})


async def test_it_is_ready_also_without_a_worker(http: AsyncClient) -> None:
    answer = await http.get("/readyz")
    assert answer.status_code == 200
    assert answer.json()["checks"] == {
        **{"clock": "ok", "database": "ok", "migrations": "ok", "keys": "ok", "worker": "no worker"}
    }


@pytest.mark.parametrize(("ago", "state"), [(1, "ok"), (120, "worker silent")])
async def test_it_tells_how_the_worker_is(
    http: AsyncClient, database: Database, ago: int, state: str
) -> None:
    async with database.transaction() as session:
        await heartbeat.beat(session, uuid7(), NOW - timedelta(seconds=ago))
    answer = await http.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]["worker"]) == (200, state)


def assert_unready(answer: Any, what: str) -> None:
    assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["checks"][what] != "ok"
    assert answer.headers["retry-after"]


async def test_a_database_of_another_revision_is_not_ready(
    http: AsyncClient, database: Database
) -> None:
    async with database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '199901010000'"))
    assert_unready(await http.get("/readyz"), "migrations")


async def test_a_clock_that_is_apart_is_not_ready(http: AsyncClient) -> None:
    now = time.monotonic()
    clock.set_by(datetime.now(UTC) - timedelta(seconds=3), now, now)
    try:
        assert_unready(await http.get("/readyz"), "clock")
    finally:
        clock.set_by(datetime.now(UTC), now, time.monotonic())


async def test_a_database_that_is_away_is_not_ready_and_lives() -> None:
    engine = open_engine("postgresql+asyncpg://nobody@127.0.0.1:9/none", pool_size=2)
    async with client_of_app(an_app(Database.of(engine))) as http:
        assert_unready(await http.get("/readyz"), "database")
        assert (await http.get("/healthz")).status_code == 200
    await engine.dispose()


async def test_a_database_that_hangs_is_not_waited_for(database: Database) -> None:
    @asynccontextmanager
    async def hang() -> AsyncIterator[Any]:
        await asyncio.sleep(30)
        yield

    class Hanging(async_sessionmaker[AsyncSession]):
        begin: Any = staticmethod(hang)

    hanging = Hanging()
    app = an_app(Database(hanging, database.connect))
    async with asyncio.timeout(20), client_of_app(app) as http:
        assert_unready(await http.get("/readyz"), "database")


async def test_a_process_that_drains_is_not_ready(database: Database) -> None:
    app = an_app(database)
    app.state.is_draining = True
    async with client_of_app(app) as http:
        assert_unready(await http.get("/readyz"), "process")


async def test_the_pool_is_warm_before_the_first_request(own_engine: AsyncEngine) -> None:
    await warm_pool(Database.of(own_engine), 16)
    assert own_engine.pool.checkedin() == 16  # type: ignore[attr-defined]


async def is_on_time() -> bool:
    return abs(clock.skew()) < timedelta(seconds=1)


async def test_the_clock_follows_the_database(own_database: Database) -> None:
    now = time.monotonic()
    clock.set_by(datetime.now(UTC) - timedelta(hours=1), now, now)
    async with database_clock.follow(own_database, every=0.05):
        assert abs(clock.skew()) < timedelta(seconds=1)
        clock.set_by(datetime.now(UTC) + timedelta(hours=1), now, now)
        await until(is_on_time)


async def test_a_database_that_is_away_does_not_end_the_clock(
    own_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    failing = True

    @asynccontextmanager
    async def connect() -> AsyncIterator[AsyncConnection]:
        if failing:
            raise OSError
        async with own_database.connect() as connection:
            yield connection

    async def has_failed() -> bool:
        return "OSError" in caplog.text

    failing = False
    with caplog.at_level(logging.WARNING):
        async with database_clock.follow(Database(own_database.sessions, connect), every=0.02):
            failing = True
            await until(has_failed)
            failing = False
            now = time.monotonic()
            clock.set_by(datetime.now(UTC) + timedelta(hours=1), now, now)
            await until(is_on_time)


async def read(port: int) -> str:
    def fetch() -> str:
        with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
            figures: bytes = answer.read()
            return figures.decode()

    return await asyncio.to_thread(fetch)


async def test_metrics_are_read_on_a_port_of_their_own(
    own_database: Database, own_engine: AsyncEngine
) -> None:
    app = an_app(own_database)

    async def gauges() -> Any:
        return await read_gauges(app, own_engine)

    async with client_of_app(app) as http:
        await http.get("/healthz")
        async with served(0, app.state.requests, Gauges(gauges)) as port:
            shown = await read(port)
    assert 'linli_request_seconds_count{method="GET",route="/healthz",status="200"} 1.0' in shown
    for name in ("lane_groups", "lane_commands_waiting", "events_open", "inbox_lag_seconds"):
        assert f"\nlinli_{name} 0.0" in shown
    assert "linli_pool_connections " in shown
    assert "linli_up 1.0" in shown


async def test_a_second_process_takes_the_next_port() -> None:
    async with served(0, Requests()) as first, served(first, Requests()) as second:
        assert second > first


async def test_figures_that_cannot_be_read_are_a_figure() -> None:
    async def broken() -> Any:
        raise OSError

    async with served(0, Gauges(broken)) as port:
        assert "linli_up 0.0" in await read(port)


async def test_a_process_begins_and_ends(own_engine: AsyncEngine) -> None:
    app = service_app(SETTINGS.model_copy(update={"metrics_port": 0}), own_engine)
    assert isinstance(app, FastAPI)
    async with app.router.lifespan_context(app), client_of_app(app) as http:
        assert (await http.get("/readyz")).status_code == 200
