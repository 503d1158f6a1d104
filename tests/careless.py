"""Planted bugs: what looks without holding, and writes what may not be true any more.

A race that only may be lost shows nothing: here those who have looked wait for each other.
"""

import asyncio
from collections.abc import Sequence
from types import ModuleType
from typing import Any
from uuid import UUID

from app.kernel.database.engine import Database
from app.kernel.lane.batching import Limits
from app.kernel.lane.lane import Connection, Lane


class Together:
    """Nobody writes before as many have looked; once somebody stays alone, nobody waits. In the
    meantime nothing is held, and the server lets a transaction think longer than this."""

    def __init__(self, many: int, seconds: float = 8) -> None:
        self._barrier = asyncio.Barrier(many)
        self._seconds = seconds

    async def have_looked(self) -> None:
        try:
            await asyncio.wait_for(self._barrier.wait(), self._seconds)
        except TimeoutError:
            await self._barrier.abort()
        except asyncio.BrokenBarrierError:
            pass


class CarelessLane(Lane):
    """Serves each command by `look` and `settle` of a module whose `hold` it leaves out."""

    def __init__(self, database: Database, hot: ModuleType, together: Together) -> None:
        super().__init__(database, Limits())
        self._hot, self._together = hot, together

    async def submit(self, _work: Any, community_id: UUID, person: UUID, command: Any) -> Any:
        return await super().submit(self._check_then_insert, community_id, person, command)

    async def _check_then_insert(
        self, connection: Connection, community_id: UUID, commands: Sequence[Any]
    ) -> Sequence[Any]:
        facts = await self._hot.load_facts(connection, community_id, commands)
        await self._together.have_looked()
        answers: Sequence[Any] = await self._hot.apply(connection, community_id, commands, facts)
        return answers
