"""One application for many sequences, each of which is rolled back at its end."""

from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Self

from httpx import AsyncClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    async_sessionmaker,
)

from app.kernel.database.engine import Database
from tests.client import client_of
from tests.properties.town import Town, a_town


class Environment:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._sessions = async_sessionmaker(
            expire_on_commit=False, join_transaction_mode="create_savepoint"
        )
        self._database = Database(self._sessions, self._connect)
        self._connection: AsyncConnection | None = None
        self._http: AsyncClient

    async def __aenter__(self) -> Self:
        self._http = await client_of(self._database).__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    def _connect(self) -> AbstractAsyncContextManager[AsyncConnection]:
        assert self._connection is not None
        return nullcontext(self._connection)

    async def begin(self) -> Town:
        """Makes a town in a transaction of its own, which never commits."""
        await self.end()
        self._connection = await self._engine.connect()
        await self._connection.begin()
        await self._connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
        self._sessions.configure(bind=self._connection)
        return await a_town(self._http, self._database)

    async def end(self) -> None:
        if self._connection is not None:
            await self._connection.rollback()
            await self._connection.close()
            self._connection = None
