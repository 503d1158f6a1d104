"""Planted bugs: commands that load without locks, and so write what may no longer be true.

A race that can be lost only by chance proves nothing, so the racers wait for each other between
loading and writing.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.event import listen, remove
from sqlalchemy.ext.asyncio import AsyncEngine

from app.kernel.database.engine import Database
from app.kernel.lane.batching import Limits
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import HotCommand
from app.kernel.lane.lane import Lane


class Rendezvous:
    """Lets racers go on when as many have arrived as take part, or, once one has waited in vain,
    at once. Nothing is locked meanwhile, and the server's limit for idle transactions is longer."""

    def __init__(self, parties: int, seconds: float = 8) -> None:
        self._barrier = asyncio.Barrier(parties)
        self._seconds = seconds

    async def wait(self) -> None:
        try:
            await asyncio.wait_for(self._barrier.wait(), self._seconds)
        except TimeoutError:
            await self._barrier.abort()
        except asyncio.BrokenBarrierError:
            pass


class LaneWithoutLocks(Lane):
    """Serves each command of one hot lane, and leaves its `lock_rows` out."""

    def __init__(
        self, database: Database, command: HotCommand[Any, Any, Any], rendezvous: Rendezvous
    ) -> None:
        super().__init__(database, Limits())
        self._command, self._rendezvous = command, rendezvous

    async def submit(self, _work: Any, community_id: UUID, person: UUID, command: Any) -> Any:
        return await super().submit(self._check_then_insert, community_id, person, command)

    async def _check_then_insert(
        self, connection: Connection, community_id: UUID, commands: Sequence[Any]
    ) -> Sequence[Any]:
        arguments = self._command.lock_arguments(commands)
        unlocked = self._command.lock.replace("FOR NO KEY UPDATE", "")
        rows = [
            tuple(row.values())
            for row in await connection.fetch(unlocked, community_id, *arguments)
        ]
        loaded = await self._command.load_facts(connection, community_id, commands, rows)
        await self._rendezvous.wait()
        return await self._command.apply(connection, community_id, commands, loaded)


SLOW_WRITES = """
CREATE FUNCTION write_slowly() RETURNS trigger LANGUAGE plpgsql AS
'BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END'
"""


@asynccontextmanager
async def sessions_without_locks(engine: AsyncEngine, table: str) -> AsyncIterator[None]:
    """Leaves the locks out of all statements of sessions. The first write into the table takes so
    long that the others have read by then what it is about to change."""

    def unlocked(*arguments: Any) -> tuple[str, Any]:
        statement, parameters = arguments[2], arguments[3]
        return statement.replace("FOR NO KEY UPDATE", ""), parameters

    async with engine.begin() as connection:
        await connection.execute(text(SLOW_WRITES))
        await connection.execute(
            text(
                f"CREATE TRIGGER write_slowly BEFORE UPDATE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION write_slowly()"
            )
        )
    listen(engine.sync_engine, "before_cursor_execute", unlocked, retval=True)
    try:
        yield
    finally:
        remove(engine.sync_engine, "before_cursor_execute", unlocked)
