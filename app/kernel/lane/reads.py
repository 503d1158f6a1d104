"""Reads of the hot lane: those that wait share connections, and like ones share their answer.

To be handed a connection costs more than a short read does, and a few connections keep a
process busy; the others are left to those who write.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from contextlib import AbstractAsyncContextManager
from contextvars import Context
from dataclasses import dataclass, field
from typing import Any, TypeVar

from app.kernel.database.engine import PATIENCE
from app.kernel.errors import Busy

Result = TypeVar("Result")
Run = Callable[[Any], Awaitable[Result]]
"""Reads on the connection that it is given."""

PORTION = 64
"""Reads for which a connection is kept; then whoever else waits for one has a chance."""


@dataclass(slots=True)
class Read:
    run: Run[Any]
    like: Hashable | None
    until: float
    """By the clock of the loop: it waits no longer for its turn."""
    callers: "list[asyncio.Future[Any]]" = field(default_factory=list)

    def join(self) -> "asyncio.Future[Any]":
        self.callers.append(asyncio.get_running_loop().create_future())
        return self.callers[-1]

    def notify(self, answer: object) -> None:
        for caller in self.callers:
            if caller.done():
                continue
            if isinstance(answer, Exception):
                caller.set_exception(answer)
            else:
                caller.set_result(answer)

    @property
    def is_wanted(self) -> bool:
        return not all(caller.done() for caller in self.callers)

    @property
    def is_late(self) -> bool:
        return asyncio.get_running_loop().time() > self.until


class Reads:
    """Of one process, over at most `most` connections."""

    def __init__(
        self,
        connect: Callable[[], AbstractAsyncContextManager[Any]],
        most: int,
        waiting: int,
        patience: float = PATIENCE,
    ) -> None:
        self._connect = connect
        self._most = most
        self._most_waiting = waiting
        self._patience = patience
        self._waiting: deque[Read] = deque()
        self._alike: dict[Hashable, Read] = {}
        """Of those that wait."""
        self._running: set[asyncio.Task[None]] = set()

    async def ask(self, run: Run[Result], like: Hashable | None = None) -> Result:
        """Whoever asks for something alike (`like`) while it waits gets the same answer: it is
        begun after all of them have asked, so nobody sees what was before."""
        read = self._alike.get(like)
        if read is None:
            read = self._enter(run, like)
        answer = read.join()
        self._start()
        got: Result = await answer
        return got

    def _enter(self, run: Run[Result], like: Hashable | None) -> Read:
        if len(self._waiting) >= self._most_waiting:
            raise Busy
        read = Read(run, like, asyncio.get_running_loop().time() + self._patience)
        self._waiting.append(read)
        if like is not None:
            self._alike[like] = read
        return read

    def _leave(self) -> Read:
        read = self._waiting.popleft()
        if read.like is not None:
            del self._alike[read.like]
        return read

    def _start(self) -> None:
        if self._waiting and len(self._running) < self._most:
            # In nobody's context: it serves many.
            task = asyncio.create_task(self._serve(self._leave()), context=Context())
            self._running.add(task)
            task.add_done_callback(self._next)

    def _next(self, done: asyncio.Task[None]) -> None:
        self._running.discard(done)
        self._start()

    async def _serve(self, first: Read) -> None:
        """Never raises: those of the first read hear why there is no connection."""
        try:
            async with self._connect() as connection:
                await _answer(connection, first)
                for _ in range(PORTION):
                    if not self._waiting or connection.is_closed():
                        break
                    await _answer(connection, self._leave())
        except Exception as error:
            first.notify(error)
            while self._waiting and self._waiting[0].is_late:
                self._leave().notify(Busy())


async def _answer(connection: Any, read: Read) -> None:
    """One that fails does not keep the others from being served."""
    if not read.is_wanted:
        return
    if read.is_late:
        return read.notify(Busy())
    try:
        read.notify(await read.run(connection))
    except Exception as error:
        read.notify(Busy() if connection.is_closed() else error)
