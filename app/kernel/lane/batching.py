"""Natural batching: what waits in one line while others are served goes as one group.

A call that finds nothing running starts at once and alone; nobody is kept waiting for company.
A line is served by one group at a time, so it is the order of arrival. All lines of a process
share its limits; in the lane each hot function has one for each community.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextvars import Context
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

from app.kernel.errors import Busy

Where = TypeVar("Where", bound=Hashable)
Command = TypeVar("Command")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    groups: int = 8
    """In flight at once. Each holds a connection, so fewer than the pool has."""
    reads: int = 6
    """Connections that reads share."""
    group: int = 64
    """Wishes in a group."""
    waiting: int = 1000
    """Wishes in all lines together; beyond it callers are told to come back."""


@dataclass(slots=True)
class Caller(Generic[Command, Result]):
    person: UUID
    command: Command
    outcome: "asyncio.Future[Result | Exception]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def notify(self, outcome: Result | Exception) -> None:
        if not self.outcome.done():
            self.outcome.set_result(outcome)


Line = deque[Caller[Command, Result]]


class Batcher(Generic[Where, Command, Result]):
    """Gives groups of commands to `serve(where, commands)`, which answers each in order."""

    def __init__(
        self,
        serve: Callable[[Where, Sequence[Command]], Awaitable[Sequence[Result | Exception]]],
        limits: Limits,
    ) -> None:
        self._serve = serve
        self._limits = limits
        self._lines: dict[Where, Line[Command, Result]] = {}
        self._ready: deque[Where] = deque()
        self._running: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._is_draining = False

    async def submit(self, where: Where, person: UUID, command: Command) -> Result:
        """The answer to one command. A caller cancelled while it waits is never served."""
        if self._is_draining or self._waiting >= self._limits.waiting:
            raise Busy
        caller = Caller[Command, Result](person, command)
        if where not in self._lines:
            self._lines[where] = deque()
            self._ready.append(where)
        self._lines[where].append(caller)
        self._waiting += 1
        self._start()
        outcome = await caller.outcome
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @property
    def load(self) -> tuple[int, int]:
        """Groups in flight, commands that wait."""
        return len(self._running), self._waiting

    async def drain(self) -> None:
        """Serves those who wait, and takes nobody any more."""
        self._is_draining = True
        while self._running:
            await asyncio.wait(self._running)

    def _start(self) -> None:
        while self._ready and len(self._running) < self._limits.groups:
            group = self._serve_one_group(self._ready.popleft())
            task = asyncio.create_task(group, context=Context())  # nobody's: it serves many
            self._running.add(task)
            task.add_done_callback(self._next)

    def _next(self, done: asyncio.Task[None]) -> None:
        self._running.discard(done)
        self._start()

    async def _serve_one_group(self, where: Where) -> None:
        line = self._lines[where]
        group = self._take(line)
        try:
            commands = [caller.command for caller in group]
            outcomes = await self._outcomes(where, commands)
            for caller, outcome in zip(group, outcomes, strict=True):
                caller.notify(outcome)
        finally:
            for caller in group:
                caller.notify(Busy())
            if line:
                self._ready.append(where)
            else:
                del self._lines[where]

    def _take(self, line: Line[Command, Result]) -> list[Caller[Command, Result]]:
        """The next group: nobody twice, for what one command changes the next one must see."""
        group: dict[UUID, Caller[Command, Result]] = {}
        later: list[Caller[Command, Result]] = []
        while line and len(group) < self._limits.group:
            caller = line.popleft()
            if caller.outcome.done():
                self._waiting -= 1
            elif caller.person in group:
                later.append(caller)
            else:
                group[caller.person] = caller
                self._waiting -= 1
        line.extendleft(reversed(later))
        return list(group.values())

    async def _outcomes(
        self, where: Where, commands: list[Command]
    ) -> Sequence[Result | Exception]:
        """One bad command must not take the others with it: a failed group is tried one by one,
        unless it is Busy, which is nobody's own fault."""
        if not commands:
            return []
        try:
            return await self._serve(where, commands)
        except Exception as error:
            if len(commands) == 1 or isinstance(error, Busy):
                return [error] * len(commands)
        alone: list[Result | Exception] = []
        for command in commands:
            alone += await self._outcomes(where, [command])
            if isinstance(alone[-1], Busy):
                break  # the rest would only wait for the same
        return alone + alone[-1:] * (len(commands) - len(alone))
