"""The hot lane: plain connections of the one pool, for statements prepared once.

A route takes `HotLane` or `Session`, never both: a request holds one connection at a time.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any, Protocol, TypeVar
from uuid import UUID

from asyncpg import InternalClientError, PostgresError
from fastapi import Depends, Request
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from app.kernel.database.engine import Database, refusal
from app.kernel.errors import Busy, DomainError
from app.kernel.lane.batching import Batcher, Limits
from app.kernel.lane.reads import Reads

Command = TypeVar("Command")
Result = TypeVar("Result")
Row = Mapping[str, Any]


class Connection(Protocol):
    """What hot functions use of asyncpg; they neither begin nor commit."""

    async def fetch(self, sql: str, /, *arguments: Any) -> Sequence[Row]: ...
    async def execute(self, sql: str, /, *arguments: Any) -> str: ...


# A plan for every group would cost more than the group; but Citus can only plan for values, and
# its workers hear of the time-out for locks only like this.
OPENING = "SET LOCAL plan_cache_mode = force_generic_plan"
OPENING_ON_CITUS = """
SET LOCAL citus.propagate_set_commands = 'local';
SET LOCAL lock_timeout = '2s'
"""
IS_CITUS = "SELECT FROM pg_extension WHERE extname = 'citus'"

Work = Callable[[Connection, UUID, Sequence[Command]], Awaitable[Sequence[Result | DomainError]]]
"""A hot function: serves a group of one community inside the transaction it is given."""
Where = tuple[Work[Any, Any], UUID]
"""The name of a line."""


async def driver_connection(connection: AsyncConnection) -> Any:
    return (await connection.get_raw_connection()).driver_connection


async def connection_of(session: AsyncSession) -> Connection:
    """The session's own connection, for a hot function inside a transaction that does more."""
    await session.flush()
    await session.execute(text("SELECT 1"))  # SQLAlchemy begins with its first statement
    connection: Connection = await driver_connection(await session.connection())
    return connection


class Lane:
    """One of a process. Waiting commands for the same work and community share a transaction."""

    def __init__(self, database: Database, limits: Limits) -> None:
        self._database = database
        self._batcher = Batcher[Where, Any, Any](self._serve, limits)
        self._reads = Reads(self._connection, limits.reads, limits.waiting)
        self._opening: str | None = None

    async def fetch(self, sql: str, *arguments: Any) -> Sequence[Row]:
        """One read, which is its own transaction."""
        return await self.read(lambda connection: connection.fetch(sql, *arguments))

    async def read(
        self, run: Callable[[Connection], Awaitable[Result]], like: Hashable | None = None
    ) -> Result:
        """The same for a function that reads. Those who wait for something `like` it share what
        it returns: what it depends on stands in `like`, but for the time."""
        try:
            return await self._reads.ask(run, like)
        except PostgresError as error:
            raise refusal(error) from error

    async def submit(
        self, work: Work[Command, Result], community_id: UUID, person: UUID, command: Command
    ) -> Result:
        try:
            answer: Result = await self._batcher.submit((work, community_id), person, command)
        except PostgresError as error:
            raise refusal(error) from error
        return answer

    @property
    def load(self) -> tuple[int, int]:
        """Groups in flight, commands that wait."""
        return self._batcher.load

    async def drain(self) -> None:
        await self._batcher.drain()

    async def _serve(self, where: Where, commands: Sequence[Any]) -> Sequence[Any]:
        work, community_id = where
        try:
            async with self._transaction() as connection:
                answers = await work(connection, community_id, commands)
            self._database.emitted.set()
            return answers
        except Exception as error:
            if isinstance(told := refusal(error), Busy):
                raise told from error  # nobody's own fault: the group is not tried again
            raise

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Connection]:
        async with self._connection() as connection:
            if self._opening is None:
                is_citus = await connection.fetchrow(IS_CITUS) is not None
                self._opening = OPENING_ON_CITUS if is_citus else OPENING
            async with connection.transaction():
                await connection.execute(self._opening)
                yield connection

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[Any]:
        async with self._database.connect() as pooled:
            connection = await driver_connection(pooled)
            try:
                yield connection
            except InternalClientError as error:  # nobody knows its state: it is not used again
                connection.terminate()
                raise Busy from error
            except Exception as error:
                if connection.is_closed():
                    raise Busy from error
                raise


async def current_lane(request: Request) -> Lane:
    lane: Lane = request.app.state.lane
    return lane


HotLane = Annotated[Lane, Depends(current_lane)]
