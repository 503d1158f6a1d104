"""Sweeps: one worker a slot, until nothing is due, past what fails."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import Database, get_row
from app.kernel.jobs.events import EventRow
from app.kernel.jobs.failures import backoff
from app.kernel.jobs.sweeper import Sweeper
from app.kernel.jobs.sweeps import BATCH_SIZE, DueRows, Key, Sweep, SweepFailure
from tests.factories import a_community
from tests.now import NOW
from tests.worker.happenings import count_of

MINUTE = timedelta(minutes=1)
NEVER = asyncio.Event()


def open_rows(now: datetime) -> DueRows:
    """Any table serves: rows of events that nobody has settled."""
    return select(EventRow.community_id, EventRow.id, EventRow.due_at).where(
        EventRow.settled_at.is_(None), EventRow.due_at <= now
    )


async def settle(session: AsyncSession, key: Key, now: datetime) -> None:
    (await get_row(session, EventRow, *key)).settled_at = now


SETTLE = Sweep("tests.settle", MINUTE, open_rows, settle)


async def due_rows(database: Database, count: int) -> list[EventRow]:
    """Makes so many rows of one community, the last one due first."""
    here = await a_community(database)
    rows = [
        EventRow(
            community_id=here,
            kind="tests.row",
            payload={},
            due_at=NOW - timedelta(seconds=number),
            failures=0,
        )
        for number in range(count)
    ]
    async with database.transaction() as session:
        session.add_all(rows)
    return rows


async def left(database: Database) -> set[UUID]:
    async with database.transaction() as session:
        query = select(EventRow.id).where(EventRow.settled_at.is_(None))
        return set(await session.scalars(query))


def poisoned(
    *ids: UUID, moved: list[UUID] | None = None
) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    """A run that fails for these rows, and writes down the others in their order."""

    async def run(session: AsyncSession, key: Key, now: datetime) -> None:
        if key[1] in ids:
            raise RuntimeError
        await settle(session, key, now)
        if moved is not None:
            moved.append(key[1])

    return run


async def test_a_thousand_due_rows_are_done_in_one_run(own_database: Database) -> None:
    await due_rows(own_database, 1_000)
    assert await Sweeper(own_database, [SETTLE]).run_due(NEVER) == 1_000
    assert await left(own_database) == set()


async def test_rows_are_moved_in_the_order_in_which_they_became_due(
    own_database: Database,
) -> None:
    rows = await due_rows(own_database, 10)
    moved: list[UUID] = []
    sweep = Sweep("tests.settle", MINUTE, open_rows, poisoned(moved=moved))
    await Sweeper(own_database, [sweep]).run_due(NEVER)
    assert moved == [row.id for row in reversed(rows)]


async def test_a_batch_of_poisoned_rows_does_not_block_the_others(own_database: Database) -> None:
    """More of them than a batch holds, and all due before the others."""
    rows = await due_rows(own_database, BATCH_SIZE + 60)
    poison = {row.id for row in rows[-BATCH_SIZE - 10 :]}
    sweep = Sweep("tests.settle", MINUTE, open_rows, poisoned(*poison))
    assert await Sweeper(own_database, [sweep]).run_due(NEVER) == 50
    assert await left(own_database) == poison


async def test_a_row_that_fails_is_stepped_over_by_all_workers_until_it_is_due(
    own_database: Database,
) -> None:
    [row] = await due_rows(own_database, 1)
    tries: list[Key] = []

    async def run(_session: AsyncSession, key: Key, _now: datetime) -> None:
        tries.append(key)
        raise RuntimeError

    sweep = Sweep("tests.settle", timedelta(seconds=1), open_rows, run)
    for seconds in range(60):
        with clock.frozen(NOW + timedelta(seconds=seconds)):
            await Sweeper(own_database, [sweep]).run_due(NEVER)
    assert tries == [(row.community_id, row.id)] * 5  # After 2, 4, 8, 16 seconds.
    assert await count_of(own_database, SweepFailure) == 1


async def test_a_row_that_is_moved_at_last_is_forgotten(own_database: Database) -> None:
    [row] = await due_rows(own_database, 1)
    broken = Sweep("tests.settle", MINUTE, open_rows, poisoned(row.id))
    await Sweeper(own_database, [broken]).run_due(NEVER)
    with clock.frozen(NOW + max(MINUTE, backoff(1))):
        assert await Sweeper(own_database, [SETTLE]).run_due(NEVER) == 1
    assert await count_of(own_database, SweepFailure) == 0


async def test_a_row_that_hangs_is_a_failure(own_database: Database) -> None:
    rows = await due_rows(own_database, 2)

    async def run(session: AsyncSession, key: Key, now: datetime) -> None:
        if key[1] == rows[-1].id:
            await asyncio.sleep(3600)
        await settle(session, key, now)

    sweep = Sweep("tests.settle", MINUTE, open_rows, run, row_timeout_seconds=3)
    assert await Sweeper(own_database, [sweep]).run_due(NEVER) == 1
    assert await left(own_database) == {rows[-1].id}


async def test_a_look_that_fails_does_not_lose_the_slot(own_database: Database) -> None:
    await due_rows(own_database, 1)
    looks = iter([False, True, True])

    def due(now: datetime) -> DueRows:
        if not next(looks):
            raise OSError("a worker of the cluster is away")
        return open_rows(now)

    worker = Sweeper(own_database, [Sweep("tests.settle", timedelta(hours=12), due, settle)])
    assert await worker.run_due(NEVER) == 0
    with clock.frozen(NOW + backoff(1)):
        assert await worker.run_due(NEVER) == 1


async def test_a_sweep_with_much_to_do_does_not_keep_another_waiting(
    own_database: Database,
) -> None:
    """They take turns, a batch each."""
    await due_rows(own_database, 2 * BATCH_SIZE)
    turns: list[str] = []

    def sweep(name: str) -> Sweep:
        async def run(session: AsyncSession, key: Key, now: datetime) -> None:
            if not turns or turns[-1] != name:
                turns.append(name)
            if name == "tests.long":
                await settle(session, key, now)

        return Sweep(name, MINUTE, open_rows, run)

    await Sweeper(own_database, [sweep("tests.long"), sweep("tests.short")]).run_due(NEVER)
    assert turns[:3] == ["tests.long", "tests.short", "tests.long"]


async def test_told_to_end_it_leaves_the_slot_to_another_worker(own_database: Database) -> None:
    rows = await due_rows(own_database, 3)
    stop = asyncio.Event()

    async def run(session: AsyncSession, key: Key, now: datetime) -> None:
        await settle(session, key, now)
        stop.set()

    sweep = Sweep("tests.settle", timedelta(hours=12), open_rows, run)
    assert await Sweeper(own_database, [sweep]).run_due(stop) == 1
    assert await left(own_database) == {row.id for row in rows[:2]}
    assert await Sweeper(own_database, [SETTLE_TWICE_A_DAY]).run_due(NEVER) == 2


SETTLE_TWICE_A_DAY = Sweep("tests.settle", timedelta(hours=12), open_rows, settle)
