"""Callers who never ask again: where to be told to come back would be a failure."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from tests.client import client_of_app


@pytest.fixture
async def clients(apps: list[FastAPI]) -> AsyncIterator[list[AsyncClient]]:
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(client_of_app(app)) for app in apps]
