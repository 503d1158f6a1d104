"""The clock follows the database's time, which decides what is in time."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from sqlalchemy import text

from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.logs import where

log = logging.getLogger(__name__)

INTERVAL_SECONDS = 30.0


async def set_clock(database: Database) -> None:
    """Set this process' clock by one reading of the database's."""
    async with database.connect() as connection:
        asked_at = monotonic()
        instant = await connection.scalar(text("SELECT clock_timestamp()"))
        clock.set_by(instant, asked_at, monotonic())


@asynccontextmanager
async def follow(database: Database, every: float = INTERVAL_SECONDS) -> AsyncIterator[None]:
    """Set the clock now, and again at each interval while the block runs."""
    await set_clock(database)
    following = asyncio.create_task(_follow(database, every))
    try:
        yield
    finally:
        following.cancel()
        await asyncio.wait([following])


async def _follow(database: Database, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            await set_clock(database)
        except Exception as error:  # Readiness reports it; the monotonic clock goes on.
            log.warning("the clock could not be set: %s", where(error))
