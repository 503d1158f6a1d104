"""The worker's loops: beside each other, woken at once, ended by word, whatever fails."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.features import LISTENERS, SWEEPS
from app.kernel import clock
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs import heartbeat, loops
from app.kernel.jobs.events import Event, EventRow
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.notifications.inbox import InboxMessage
from app.worker import Worker
from tests.now import NOW
from tests.retries import until
from tests.worker.happenings import NOTIFIES, Happened, count_of, happened, listener, rows_of


def one_row(now: datetime) -> DueRows:
    return select(literal(PLATFORM), literal(uuid7()), literal(now))


async def hang(_session: AsyncSession, _key: Key, _now: datetime) -> None:
    await asyncio.sleep(3600)


def stopper(stop: asyncio.Event) -> Listener:
    async def stop_it(_session: AsyncSession, _community_id: UUID, _event: Happened) -> None:
        stop.set()

    return listener(stop_it)


async def test_it_runs_until_it_is_stopped(own_database: Database) -> None:
    await happened(own_database)
    stop = asyncio.Event()
    async with asyncio.timeout(30):
        await Worker(own_database, [stopper(stop)]).run(stop, every=0.01)
    [event] = await rows_of(own_database, EventRow)
    assert event.settled_at == NOW


async def test_told_to_end_it_finishes_the_event_in_hand_and_frees_the_others(
    own_database: Database,
) -> None:
    await happened(own_database, times=3)
    stop = asyncio.Event()
    async with asyncio.timeout(30):
        await Worker(own_database, [stopper(stop)], sweeps=()).run(stop, every=0.01)
    settled = [event.settled_at for event in await rows_of(own_database, EventRow)]
    assert sorted(settled, key=str) == [NOW, None, None]
    assert await Worker(own_database, [NOTIFIES]).run_due() == 2


async def test_it_is_woken_by_what_its_process_commits(own_database: Database) -> None:
    """Polling each hour, it would be too late."""
    stop = asyncio.Event()
    worker = Worker(own_database, [stopper(stop)], sweeps=())
    running = asyncio.create_task(worker.run(stop, every=3600))
    await asyncio.sleep(0.2)
    async with asyncio.timeout(30):
        await happened(own_database)
        await running


async def test_a_round_that_fails_is_not_the_last_one() -> None:
    stop, rounds = asyncio.Event(), iter([False, True])

    async def step(stop: asyncio.Event) -> int:
        if not next(rounds):
            raise OSError("no database")
        stop.set()
        return 1

    async with asyncio.timeout(30):
        await loops.repeat(step, stop, every=0.01)


async def test_a_loop_that_is_cancelled_by_its_own_work_ends_the_worker() -> None:
    """Its supervisor starts it again; else it would go on without that loop, unnoticed."""

    async def cancelled(_stop: asyncio.Event) -> int:
        raise asyncio.CancelledError

    async def idle(_stop: asyncio.Event) -> int:
        return 0

    stop = asyncio.Event()
    with pytest.raises(ExceptionGroup, match="unhandled errors"):
        async with asyncio.timeout(5):
            await loops.run_until(
                stop, loops.repeat(cancelled, stop, 0.01), loops.repeat(idle, stop, 0.01)
            )


async def test_events_and_heartbeat_go_on_while_a_sweep_hangs(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loops, "DRAIN_SECONDS", 0.2)
    stop = asyncio.Event()
    sweep = Sweep("tests.hangs", timedelta(minutes=1), one_row, hang)
    with clock.frozen(NOW):
        running = asyncio.create_task(Worker(own_database, [NOTIFIES], [sweep]).run(stop, 0.02))
        await until(lambda: has_beaten(own_database, NOW))
    later = NOW + heartbeat.BEAT_INTERVAL
    with clock.frozen(later):
        await happened(own_database)
        await until(lambda: has_beaten(own_database, later))
        await until(lambda: has_notified(own_database))
        stop.set()
        async with asyncio.timeout(30):
            await running


async def has_beaten(database: Database, at: datetime) -> bool:
    async with database.transaction() as session:
        return await heartbeat.last_beat(session) == at


async def has_notified(database: Database) -> bool:
    return await count_of(database, InboxMessage) == 1


async def test_once_does_all_that_is_due_and_what_follows(own_database: Database) -> None:
    await happened(own_database, times=120)
    await Worker(own_database, [NOTIFIES], sweeps=()).run_once()
    assert await count_of(own_database, InboxMessage) == 120


def kinds_below(event: type[Event]) -> set[type[Event]]:
    """Classes with a kind; what several share has none."""
    below = set[type[Event]]().union(*map(kinds_below, event.__subclasses__()))
    return below | ({event} if "kind" in vars(event) else set())


def test_kinds_and_names_are_unique() -> None:
    events = [event for event in kinds_below(Event) if event.__module__.startswith("app.")]
    assert len({event.kind for event in events}) == len(events)
    names = [(listener.name, listener.event) for listener in LISTENERS]
    assert len(set(names)) == len(names)
    assert len({sweep.name for sweep in SWEEPS}) == len(SWEEPS)
