"""Loops of a worker: one step after another until it is told to end, whatever fails."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from app.kernel.logs import where

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20
"""Time that the work in hand gets to end."""

Step = Callable[[asyncio.Event], Awaitable[int]]
"""Does what is due; returns how much it has done. It is given what tells it to end."""


async def repeat(
    step: Step, stop: asyncio.Event, every: float, wake: asyncio.Event | None = None
) -> None:
    """Repeat the step at once while there is something to do, else after `every` seconds or when
    it is woken. A database that is away for a while ends no loop."""
    wakers = [stop] if wake is None else [stop, wake]
    while not stop.is_set():
        if wake is not None:
            wake.clear()
        try:
            done = await step(stop)
        except Exception as error:
            log.error("a round failed: %s", where(error))
            done = 0
        if not done:
            await _wait_for_any(wakers, every)


async def run_until(stop: asyncio.Event, *loops: Coroutine[Any, Any, None]) -> None:
    """Run the loops side by side. Once told to end, they end after the row in hand; what takes
    longer than the drain is cancelled, and another worker does it. Raises RuntimeError when a loop
    has ended before."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(loop) for loop in loops]
        stopping = group.create_task(stop.wait())
        await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
        if not stop.is_set():
            # A group takes a task that cancels itself for one that has ended well: the worker
            # would go on, and give signs of life, without that loop.
            raise RuntimeError("a loop of the worker has ended by itself")
        await asyncio.wait(tasks, timeout=DRAIN_SECONDS)
        for task in tasks:
            task.cancel()


async def _wait_for_any(events: Sequence[asyncio.Event], seconds: float) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
