"""Fixtures that need the application: one server a run, a database from a template a process, one
transaction a test."""

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, nullcontext
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import AsyncClient
from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    async_sessionmaker,
    create_async_engine,
)

from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database import embedded
from app.kernel.database.engine import Database, open_engine
from app.migrate import migrate
from tests.client import SETTINGS, an_app, follower_of, phone_of
from tests.tenancy import watch

keys.use(SETTINGS.keys())
clock.use_zone(SETTINGS.time_zone)
watch()

EMBEDDED = Path(__file__).parent.parent / "var" / "test-server"
RUN = os.getpid()
"""Part of the names of databases, so that two runs do not meet."""


@pytest.fixture(scope="session")
def server() -> URL:
    given = os.environ.get("LINLI_TEST_DATABASE_URL")
    if given is None:
        return embedded.start(EMBEDDED)[0]
    return make_url(given).set(drivername=embedded.DRIVER)


async def _run(server: URL, *statements: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


def _drop(name: str) -> str:
    return f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"


def url_of(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
async def template(server: URL) -> AsyncIterator[str]:
    """A database made by the migrations, which others are copied from."""
    name = f"linli_template_{RUN}"
    await _run(server, _drop(name), f"CREATE DATABASE {name}")
    await migrate(url_of(server.set(database=name)))
    yield name
    await _run(server, _drop(name))


@pytest.fixture(scope="session")
async def engine(server: URL, template: str) -> AsyncIterator[AsyncEngine]:
    name = f"linli_test_{RUN}"
    await _run(server, _drop(name), f"CREATE DATABASE {name} TEMPLATE {template}")
    engine = open_engine(url_of(server.set(database=name)))
    yield engine
    await engine.dispose()
    await _run(server, _drop(name))


@pytest.fixture
async def connection(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """The one connection of a test. Its transaction never commits."""
    async with engine.connect() as connection:
        transaction = await connection.begin()
        # The first statement begins the transaction, which asyncpg's own would not; and a test
        # may compute longer than a request between two statements.
        await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        yield connection
        await transaction.rollback()


@pytest.fixture
def database(connection: AsyncConnection) -> Database:
    sessions = async_sessionmaker(
        connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
    )
    return Database(sessions, lambda: nullcontext(connection))


@pytest.fixture
async def http(database: Database) -> AsyncIterator[AsyncClient]:
    async with follower_of(database) as client:
        yield client


@pytest.fixture
async def own_url(server: URL, template: str) -> AsyncIterator[str]:
    """A database of one test alone, where many connections commit."""
    name = f"linli_own_{RUN}"
    await _run(server, _drop(name), f"CREATE DATABASE {name} TEMPLATE {template}")
    yield url_of(server.set(database=name))
    await _run(server, _drop(name))


@pytest.fixture
async def own_engine(own_url: str) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(own_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def own_database(own_engine: AsyncEngine) -> Database:
    return Database.of(own_engine)


@pytest.fixture
def apps(own_database: Database) -> list[FastAPI]:
    """Three applications that stand for processes: each has a hot lane of its own."""
    return [an_app(own_database) for _ in range(3)]


@pytest.fixture
async def phone(own_database: Database) -> AsyncIterator[AsyncClient]:
    async with phone_of(an_app(own_database)) as phone:
        yield phone


@pytest.fixture
async def phones(apps: list[FastAPI]) -> AsyncIterator[list[AsyncClient]]:
    """One phone for each application."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(phone_of(app)) for app in apps]
