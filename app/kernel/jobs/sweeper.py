"""Runs sweeps: one worker a slot, batch after batch until nothing is due, each row by itself."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.failures import backoff
from app.kernel.jobs.sweeps import (
    DueRow,
    Key,
    Sweep,
    SweepFailure,
    find_due,
    find_failures,
    forget_failure,
    give_back,
    record_failure,
    slot_of,
    take,
)
from app.kernel.logs import where

log = logging.getLogger(__name__)

ROW_TIMEOUT_SECONDS = 60


@dataclass
class Run:
    """One slot of a sweep at work: how far it has come, and which rows it steps over."""

    sweep: Sweep
    slot: int
    due_at: datetime
    last: DueRow | None = None
    is_done: bool = False
    failed_looks: int = 0
    failures: dict[Key, SweepFailure] = field(default_factory=dict)


class Sweeper:
    """Runs the sweeps whose slot it gets, in turns of one batch each: a sweep that has much to do
    does not keep the others waiting."""

    def __init__(self, database: Database, sweeps: Sequence[Sweep]) -> None:
        self._database = database
        self._sweeps = sweeps
        self._runs: dict[str, Run] = {}
        self._tried_slots: dict[str, int] = {}

    async def run_due(self, stop: asyncio.Event) -> int:
        """Run until nothing is due or the worker is told to end; returns how many rows moved."""
        moved = 0
        while not stop.is_set():
            now = clock.now()
            await self._take_slots(now)
            turns = [run for run in self._runs.values() if run.due_at <= now]
            if not turns:
                break
            for run in turns:
                moved += await self._run_batch(run, stop)
                if run.is_done:
                    del self._runs[run.sweep.name]
        if stop.is_set():
            await self._give_back_slots()
        return moved

    async def _give_back_slots(self) -> None:
        """Let another worker go on with what this one leaves undone."""
        for run in self._runs.values():
            await give_back(self._database, run.sweep, run.slot)
        self._runs.clear()

    async def _take_slots(self, now: datetime) -> None:
        for sweep in self._sweeps:
            slot = slot_of(sweep, now)
            if sweep.name in self._runs or self._tried_slots.get(sweep.name) == slot:
                continue
            if await take(self._database, sweep, slot):
                self._runs[sweep.name] = Run(sweep, slot, now)
            self._tried_slots[sweep.name] = slot

    async def _run_batch(self, run: Run, stop: asyncio.Event) -> int:
        """Move one batch. A look that fails is repeated later: the slot is not lost."""
        now = clock.now()
        try:
            async with self._database.transaction() as session:
                if run.last is None:
                    run.failures = await find_failures(session, run.sweep)
                batch = await find_due(session, run.sweep, now, run.last)
        except Exception as error:
            log.error("%s cannot look: %s", run.sweep.name, where(error))
            run.failed_looks += 1
            run.due_at = now + backoff(run.failed_looks)
            return 0
        moved = 0
        for row in batch:
            if stop.is_set():
                return moved
            moved += await self._run_row(run, row[:2], now)
            # Behind rows that have failed, too: the others of the slot do not wait for them.
            run.last = row
        run.is_done = not batch
        return moved

    async def _run_row(self, run: Run, key: Key, now: datetime) -> bool:
        """One row that fails does not keep the others from moving."""
        failure = run.failures.get(key)
        if failure is not None and failure.due_at > now:
            return False
        try:
            async with (
                asyncio.timeout(run.sweep.row_timeout_seconds or ROW_TIMEOUT_SECONDS),
                self._database.transaction() as session,
            ):
                await run.sweep.run(session, key, now)
        except Exception as error:
            log.error("%s of %s failed: %s", run.sweep.name, key[1], where(error))
            attempts = 1 if failure is None else failure.attempts + 1
            async with self._database.transaction() as session:
                await record_failure(session, run.sweep, key, attempts, error, clock.now())
            return False
        if failure is not None:
            async with self._database.transaction() as session:
                await forget_failure(session, failure)
        return True
