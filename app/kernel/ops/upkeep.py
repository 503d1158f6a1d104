"""What a serving process sees to besides answering: warm connections, its clock, its memory."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from sqlalchemy import text

from app.kernel.database.engine import Database, set_clock
from app.kernel.logs import where

log = logging.getLogger(__name__)

EVERY = 30.0
"""Seconds between two looks at the database's clock."""
GC_THRESHOLD = (50_000, 20, 20)
"""Rarer than Python's own: what a request leaves is freed by counting (performance.md 2)."""


async def warm(database: Database, many: int) -> None:
    """Opens the connections of the pool before the first rush does."""
    async with AsyncExitStack() as stack:
        for _ in range(many):
            connection = await stack.enter_async_context(database.connect())
            await connection.execute(text("SELECT 1"))


async def set_clock_by(database: Database) -> None:
    async with database.connect() as connection:
        await set_clock(connection)


@asynccontextmanager
async def on_time(database: Database, every: float = EVERY) -> AsyncIterator[None]:
    """While the block runs, the clock follows the database's."""
    await set_clock_by(database)
    keeping = asyncio.create_task(_keep(database, every))
    try:
        yield
    finally:
        keeping.cancel()
        await asyncio.wait([keeping])


async def _keep(database: Database, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            await set_clock_by(database)
        except Exception as error:  # readiness tells of it; the steady clock goes on
            log.warning("the clock could not be set: %s", where(error))


def settle_memory() -> None:
    """After the start: what is there now stays, and is not looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLD)
