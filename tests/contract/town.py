"""A town that schemathesis asks: the application on one connection, whose work is taken back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from httpx import AsyncClient
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncTransaction, async_sessionmaker
from starlette.types import ASGIApp, Receive, Scope, Send

from app.communities.models import Role, ScopeKind
from app.demo.seed import seed
from app.kernel.database.engine import Database, open_engine
from app.main import create_app
from tests.factories import granted
from tests.generated.test_edges import PEOPLE, ROLES, SETTINGS, Town, log_in


class TownApp:
    """An ASGI application that makes its town at its start. All of it runs on one connection, in
    one transaction that is never committed."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_undone = True
        """True where each request is taken back at once; else they build on each other."""
        self.begins_anew = False
        """True where the next request finds the town as it was at the beginning."""
        self.town: Town
        self._app: ASGIApp
        self._connection: AsyncConnection
        self._beginning: AsyncTransaction

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        if self.begins_anew:
            self.begins_anew = False
            await self._beginning.rollback()
            self._beginning = await self._connection.begin_nested()
        if not self.is_undone:
            await self._app(scope, receive, send)
            return
        nested = await self._connection.begin_nested()
        try:
            await self._app(scope, receive, send)
        finally:
            await nested.rollback()

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        async with self._made():
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    @asynccontextmanager
    async def _made(self) -> AsyncIterator[None]:
        engine = open_engine(self.url)
        async with engine.connect() as connection, AsyncClient() as http:
            await connection.begin()
            await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
            sessions = async_sessionmaker(
                connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
            )
            database = Database(sessions, lambda: nullcontext(connection))
            self._connection = connection
            self.town = await a_town(http, database, connection)
            self._app = create_app(SETTINGS, database)
            self._beginning = await connection.begin_nested()
            yield
            await connection.rollback()
        await engine.dispose()


async def a_town(http: AsyncClient, database: Database, connection: AsyncConnection) -> Town:
    """Fills the database; residents have logins, and one administrator has every role."""
    [here, *_] = await seed(database, SETTINGS, people=PEOPLE)
    town = Town(http, connection, here.staff.community_id)
    town.staff = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
    query = text("SELECT region_id FROM communities WHERE id = :id")
    region = await connection.scalar(query, {"id": town.here})
    for role in ROLES:
        await granted(database, role, ScopeKind.REGION, region, user_id=town.staff)
    await town.read_rows()
    await log_in(database, town)
    return town
