"""Several processes of the service, as it were: applications with a lane each on one pool."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from app.kernel.db import Database
from tests.client import an_app, client_of_app


@pytest.fixture
def apps(own_database: Database) -> list[FastAPI]:
    return [an_app(own_database) for _ in range(3)]


@pytest.fixture
async def clients(apps: list[FastAPI]) -> AsyncIterator[list[AsyncClient]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(client_of_app(app)) for app in apps]
