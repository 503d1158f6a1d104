"""Natural batching: commands that wait in one line while others are served form the next group.

A command that finds nothing running is served at once and alone: no command waits to fill a group.
A line is served by one group at a time, so commands keep the order in which they arrived. All
lines of a process share its limits; in the lane each hot function has one line per community.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable, Sequence
from contextvars import Context
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from uuid import UUID

from app.kernel.errors import Busy

LineKey = TypeVar("LineKey", bound=Hashable)
Command = TypeVar("Command")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    groups: int = 8
    """Groups in flight at once. Each uses a connection."""
    reads: int = 6
    """Connections that reads share. With those of groups they are fewer than the pool has, so that
    some are always left to ordinary requests."""
    group_size: int = 64
    """Commands in a group, at most."""
    waiting: int = 1000
    """Commands in all lines together; beyond it a command is refused as Busy."""


@dataclass(slots=True)
class Caller(Generic[Command, Result]):
    person: UUID
    command: Command
    outcome: "asyncio.Future[Result | Exception]" = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def resolve(self, outcome: Result | Exception) -> None:
        if not self.outcome.done():
            self.outcome.set_result(outcome)


Line = deque[Caller[Command, Result]]


class Batcher(Generic[LineKey, Command, Result]):
    """Hands groups to `serve(line_key, commands)`, which returns one outcome per command."""

    def __init__(
        self,
        serve: Callable[[LineKey, Sequence[Command]], Awaitable[Sequence[Result | Exception]]],
        limits: Limits,
    ) -> None:
        self._serve = serve
        self._limits = limits
        self._lines: dict[LineKey, Line[Command, Result]] = {}
        self._ready: deque[LineKey] = deque()
        self._running: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._is_draining = False

    async def submit(self, key: LineKey, person: UUID, command: Command) -> Result:
        """Returns the result of one command. One that is cancelled while it waits is not served."""
        if self._is_draining or self._waiting >= self._limits.waiting:
            raise Busy
        caller = Caller[Command, Result](person, command)
        if key not in self._lines:
            self._lines[key] = deque()
            self._ready.append(key)
        self._lines[key].append(caller)
        self._waiting += 1
        self._start()
        outcome = await caller.outcome
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @property
    def load(self) -> tuple[int, int]:
        """Number of groups in flight, and of commands that wait."""
        return len(self._running), self._waiting

    async def drain(self) -> None:
        """Serves the commands that wait, and refuses new ones."""
        self._is_draining = True
        while self._running:
            await asyncio.wait(self._running)

    def _start(self) -> None:
        while self._ready and len(self._running) < self._limits.groups:
            group = self._serve_one_group(self._ready.popleft())
            # An empty context: a group serves many callers and carries no actor or request id.
            task = asyncio.create_task(group, context=Context())
            self._running.add(task)
            task.add_done_callback(self._end_group)

    def _end_group(self, done: asyncio.Task[None]) -> None:
        self._running.discard(done)
        self._start()

    async def _serve_one_group(self, key: LineKey) -> None:
        line = self._lines[key]
        group = self._take_group(line)
        try:
            commands = [caller.command for caller in group]
            outcomes = await self._outcomes(key, commands)
            for caller, outcome in zip(group, outcomes, strict=True):
                caller.resolve(outcome)
        finally:
            for caller in group:
                caller.resolve(Busy())
            if line:
                self._ready.append(key)
            else:
                del self._lines[key]

    def _take_group(self, line: Line[Command, Result]) -> list[Caller[Command, Result]]:
        """Takes the next group off the line, without a person twice: facts are loaded once for
        the group, and a second command must see what the first one of its person has changed."""
        group: dict[UUID, Caller[Command, Result]] = {}
        later: list[Caller[Command, Result]] = []
        while line and len(group) < self._limits.group_size:
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
        self, key: LineKey, commands: list[Command]
    ) -> Sequence[Result | Exception]:
        """Serves a group; if it fails, serves its commands one by one, so that a bad command does
        not fail the others. A group that was Busy is not tried again: no command is at fault."""
        if not commands:
            return []
        try:
            return await self._serve(key, commands)
        except Exception as error:
            if len(commands) == 1 or isinstance(error, Busy):
                return [error] * len(commands)
        alone: list[Result | Exception] = []
        for command in commands:
            alone += await self._outcomes(key, [command])
            if isinstance(alone[-1], Busy):
                break  # the others would wait for the same lock or connection
        return alone + alone[-1:] * (len(commands) - len(alone))
