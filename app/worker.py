"""The worker: listeners of events, time-driven sweeps and a heartbeat, beside each other."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from app.features import LISTENERS, SWEEPS
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs.dispatcher import Dispatcher
from app.kernel.jobs.heartbeat import Pulse
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.loops import repeat, run_until
from app.kernel.jobs.sweeper import Sweeper
from app.kernel.jobs.sweeps import Sweep

MESSAGE_MODULES = {
    "identity": "app.notifications.security_messages",
    "communities": "app.notifications.community_messages",
    "consultations": "app.consultations.messages",
    "double_reporting": "app.double_reporting.member_messages",
    "feedback": "app.feedback.messages",
    "volunteering": "app.volunteering.messages",
}


def former_name(name: str) -> str:
    """Returns the name under which versions before named listeners wrote what they had handled:
    that of the function. Features that came later have none. Two weeks after the last of those
    versions has stopped nobody needs it."""
    feature, _, function = name.partition(".")
    if feature not in MESSAGE_MODULES:
        return ""
    if not function.startswith("notify_"):
        return f"app.{feature}.followers.{function}"
    return f"{MESSAGE_MODULES[feature]}.tell_{function.removeprefix('notify_')}"


ALL_LISTENERS = tuple(replace(one, formerly=former_name(one.name)) for one in LISTENERS)


class Worker:
    """Parts that work beside each other, so that none waits for another: events, listeners that
    are tried again, sweeps, heartbeat."""

    def __init__(
        self,
        database: Database,
        listeners: Sequence[Listener] = ALL_LISTENERS,
        sweeps: Sequence[Sweep] = SWEEPS,
    ) -> None:
        self._database = database
        self._dispatcher = Dispatcher(database, listeners)
        self._sweeper = Sweeper(database, sweeps)
        self._pulse = Pulse(database, uuid7())

    async def run(self, stop: asyncio.Event, every: float = 1.0) -> None:
        """Run until told to end; woken at once by what this process has emitted."""
        await run_until(
            stop,
            repeat(self._dispatcher.run_events, stop, every, wake=self._database.emitted),
            repeat(self._dispatcher.run_retries, stop, every),
            repeat(self._sweeper.run_due, stop, every),
            repeat(self._pulse.beat, stop, every),
        )

    async def run_once(self) -> None:
        """Do what is due now, and what follows from it."""
        await self._pulse.beat(asyncio.Event())
        await self.sweep()
        while await self.run_due():
            pass

    async def sweep(self) -> int:
        """Run the sweeps whose slot nobody has taken yet; returns how many rows they moved."""
        return await self._sweeper.run_due(asyncio.Event())

    async def run_due(self) -> int:
        """One round of events and of listeners to be tried again; returns how many."""
        never = asyncio.Event()
        events = await self._dispatcher.run_events(never)
        return events + await self._dispatcher.run_retries(never)
