"""Reads of the hot lane: waiting reads share connections, and equal ones share one result.

Taking a connection from the pool costs more than a short read does, and a few connections keep a
process busy; the other connections are left to writes.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from contextlib import AbstractAsyncContextManager
from contextvars import Context
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.kernel.database.engine import LOCK_TIMEOUT_SECONDS
from app.kernel.errors import Busy

Result = TypeVar("Result")
Run = Callable[[Any], Awaitable[Result]]
"""A function that reads on the connection it is given."""

READS_PER_CONNECTION = 64
"""Reads after which a connection goes back to the pool, so that others who wait for one get it."""


@dataclass(slots=True)
class Read:
    run: Run[Any]
    share_key: Hashable | None
    """Reads with the same key share one result; None shares with nobody."""
    start_by: float
    """The instant, by the loop's clock, after which the read is refused instead of begun."""
    callers: "list[asyncio.Future[Any]]" = field(default_factory=list)

    def add_caller(self) -> "asyncio.Future[Any]":
        self.callers.append(asyncio.get_running_loop().create_future())
        return self.callers[-1]

    def resolve(self, result: object) -> None:
        for caller in self.callers:
            if caller.done():
                continue
            if isinstance(result, Exception):
                caller.set_exception(result)
            else:
                caller.set_result(result)

    @property
    def has_callers(self) -> bool:
        return not all(caller.done() for caller in self.callers)

    @property
    def is_late(self) -> bool:
        return asyncio.get_running_loop().time() > self.start_by


class Reads:
    """The reads of one process, over at most `connections` connections."""

    def __init__(
        self,
        connect: Callable[[], AbstractAsyncContextManager[Any]],
        connections: int,
        max_waiting: int,
        timeout_seconds: float = LOCK_TIMEOUT_SECONDS,
    ) -> None:
        self._connect = connect
        self._connections = connections
        self._max_waiting = max_waiting
        self._timeout_seconds = timeout_seconds
        self._waiting: deque[Read] = deque()
        self._shared: dict[Hashable, Read] = {}
        """Waiting reads by their share key."""
        self._running: set[asyncio.Task[None]] = set()

    async def submit(self, run: Run[Result], share_key: Hashable | None = None) -> Result:
        """Returns what `run` reads. Calls with the same `share_key` share a read while it waits:
        it begins after all of them have called, so none gets an older state than it asked for."""
        read = self._shared.get(share_key)
        if read is None:
            read = self._enqueue(run, share_key)
        caller = read.add_caller()
        self._start()
        result: Result = await caller
        return result

    def _enqueue(self, run: Run[Result], share_key: Hashable | None) -> Read:
        if len(self._waiting) >= self._max_waiting:
            raise Busy
        start_by = asyncio.get_running_loop().time() + self._timeout_seconds
        read = Read(run, share_key, start_by)
        self._waiting.append(read)
        if share_key is not None:
            self._shared[share_key] = read
        return read

    def _dequeue(self) -> Read:
        read = self._waiting.popleft()
        if read.share_key is not None:
            del self._shared[read.share_key]
        return read

    def _start(self) -> None:
        if self._waiting and len(self._running) < self._connections:
            # An empty context: the task serves many callers and carries no actor or request id.
            task = asyncio.create_task(self._serve(self._dequeue()), context=Context())
            self._running.add(task)
            task.add_done_callback(self._end_task)

    def _end_task(self, done: asyncio.Task[None]) -> None:
        self._running.discard(done)
        self._start()

    async def _serve(self, first: Read) -> None:
        """Runs waiting reads on one connection. It never raises: if there is no connection, the
        callers of the first read get the reason."""
        try:
            async with self._connect() as connection:
                await _run(connection, first)
                for _ in range(READS_PER_CONNECTION):
                    if not self._waiting or connection.is_closed():
                        break
                    await _run(connection, self._dequeue())
        except Exception as error:
            first.resolve(error)
            while self._waiting and self._waiting[0].is_late:
                self._dequeue().resolve(Busy())


async def _run(connection: Any, read: Read) -> None:
    """Runs one read; its failure goes to its callers and leaves the other reads alone."""
    if not read.has_callers:
        return
    if read.is_late:
        return read.resolve(Busy())
    try:
        read.resolve(await read.run(connection))
    except Exception as error:
        read.resolve(Busy() if connection.is_closed() else error)
