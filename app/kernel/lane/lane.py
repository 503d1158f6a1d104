"""The hot lane: plain driver connections of the one pool, for statements prepared once.

A route takes `HotLane` or `Session`, never both: a request holds one connection at a time.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any, TypeVar
from uuid import UUID

from asyncpg import InternalClientError, PostgresError
from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import LOCK_TIMEOUT_SECONDS, Database, refusal
from app.kernel.errors import Busy, DomainError
from app.kernel.lane.batching import Batcher, Limits
from app.kernel.lane.connection import Connection, Row, driver_connection
from app.kernel.lane.reads import Reads

Command = TypeVar("Command")
Result = TypeVar("Result")


# Planning each group would cost more than running it, so plain PostgreSQL keeps generic plans.
# Citus can only plan for values, and its workers learn the lock time-out only by SET LOCAL.
OPENING = "SET LOCAL plan_cache_mode = force_generic_plan"
OPENING_ON_CITUS = f"""
SET LOCAL citus.propagate_set_commands = 'local';
SET LOCAL lock_timeout = '{LOCK_TIMEOUT_SECONDS}s'
"""
IS_CITUS = "SELECT FROM pg_extension WHERE extname = 'citus'"

Work = Callable[[Connection, UUID, Sequence[Command]], Awaitable[Sequence[Result | DomainError]]]
"""A hot function: serves a group of one community inside the transaction it is given."""
LineKey = tuple[Work[Any, Any], UUID]
"""The hot function and the community of a line."""


class Lane:
    """The lane of one process. Waiting commands for one hot function and community share a
    transaction."""

    def __init__(self, database: Database, limits: Limits) -> None:
        self._database = database
        self._batcher = Batcher[LineKey, Any, Any](self._serve, limits)
        self._reads = Reads(self._connection, limits.reads, limits.waiting)
        self._opening: str | None = None

    async def fetch(self, sql: str, *arguments: Any) -> Sequence[Row]:
        """Runs one statement that reads, as a transaction of its own."""
        return await self.read(lambda connection: connection.fetch(sql, *arguments))

    async def read(
        self, run: Callable[[Connection], Awaitable[Result]], share_key: Hashable | None = None
    ) -> Result:
        """Runs a function that reads. Waiting calls with the same `share_key` share one result, so
        the key must hold everything that the result depends on, except the time."""
        try:
            return await self._reads.submit(run, share_key)
        except PostgresError as error:
            raise refusal(error) from error

    async def submit(
        self, work: Work[Command, Result], community_id: UUID, person: UUID, command: Command
    ) -> Result:
        """Returns the result of one command, served by `work` in a group of its community."""
        try:
            result: Result = await self._batcher.submit((work, community_id), person, command)
        except PostgresError as error:
            raise refusal(error) from error
        return result

    def transaction(self) -> AbstractAsyncContextManager[AsyncSession]:
        """Opens an ordinary transaction, for rare work that a hot function leaves to models. Begin
        it outside of `submit`: a request holds one connection at a time."""
        return self._database.transaction()

    @property
    def load(self) -> tuple[int, int]:
        """Number of groups in flight, and of commands that wait."""
        return self._batcher.load

    async def drain(self) -> None:
        """Serves the commands that wait, and refuses new ones."""
        await self._batcher.drain()

    async def _serve(self, key: LineKey, commands: Sequence[Any]) -> Sequence[Any]:
        work, community_id = key
        try:
            async with self._transaction() as connection:
                results = await work(connection, community_id, commands)
            self._database.emitted.set()
            return results
        except Exception as error:
            if isinstance(busy := refusal(error), Busy):
                raise busy from error  # no command is at fault: the group is not tried again
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
            except InternalClientError as error:  # its state is unknown: never use it again
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
