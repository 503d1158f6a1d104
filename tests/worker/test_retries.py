"""Listeners that fail: each is tried again by itself, later and later, and is never lost."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs import dispatcher, retention
from app.kernel.jobs.dispatcher import UNREADABLE_DELAY
from app.kernel.jobs.events import EventRow, HandledEvent
from app.kernel.jobs.failures import MAX_ATTEMPTS, MAX_ATTEMPTS_OF_RULES, ListenerFailure, backoff
from app.kernel.jobs.leases import BATCH_SIZE
from app.kernel.jobs.listeners import Listener
from app.notifications.inbox import InboxMessage
from app.worker import Worker
from tests.now import NOW
from tests.worker.happenings import (
    BREAKS,
    NOTIFIES,
    Happened,
    break_down,
    count_of,
    happened,
    listener,
    notify_them,
    rows_of,
)


async def try_until_given_up(database: Database, *listeners: Listener) -> tuple[datetime, int]:
    """Let the worker try again whenever a failure is due; returns the end and the attempts."""
    worker, now = Worker(database, listeners), NOW
    for attempts in range(1, 1000):
        with clock.frozen(now):
            assert await worker.run_due() == 1
            assert await worker.run_due() == 0
        [failure] = await rows_of(database, ListenerFailure)
        assert failure.attempts == attempts
        if failure.given_up_at is not None:
            return failure.given_up_at, attempts
        assert failure.due_at == now + backoff(attempts)
        now = failure.due_at
    raise AssertionError("never given up")


async def test_it_is_tried_again_by_itself_until_it_succeeds(own_database: Database) -> None:
    await happened(own_database)
    await Worker(own_database, [BREAKS, NOTIFIES]).run_due()
    assert await count_of(own_database, InboxMessage) == 1
    mended = [listener(notify_them, BREAKS.name), NOTIFIES]
    with clock.frozen(NOW + backoff(1)):
        assert await Worker(own_database, mended).run_due() == 1
    assert await count_of(own_database, InboxMessage) == 2
    assert await count_of(own_database, ListenerFailure) == 0


async def test_one_that_notifies_people_is_given_up_after_half_a_day(
    own_database: Database,
) -> None:
    await happened(own_database)
    given_up_at, attempts = await try_until_given_up(own_database, BREAKS)
    assert attempts == MAX_ATTEMPTS
    assert timedelta(hours=12) < given_up_at - NOW < timedelta(hours=14)


async def test_one_that_carries_a_rule_is_tried_for_days(own_database: Database) -> None:
    await happened(own_database)
    rule = listener(break_down, carries_rule=True)
    given_up_at, attempts = await try_until_given_up(own_database, rule)
    assert attempts == MAX_ATTEMPTS_OF_RULES
    assert timedelta(days=7) < given_up_at - NOW < timedelta(days=7, hours=2)
    assert backoff(attempts) == timedelta(hours=1)


async def test_a_worker_that_does_not_know_the_listener_counts_nothing(
    own_database: Database,
) -> None:
    """A listener that only the newer version has fails there; an older worker comes across it."""
    await happened(own_database)
    await Worker(own_database, [BREAKS]).run_due()
    old = Worker(own_database, [NOTIFIES])
    for attempt in range(1, 5):
        with clock.frozen(NOW + attempt * UNREADABLE_DELAY):
            assert await old.run_due() == 1
    [failure] = await rows_of(own_database, ListenerFailure)
    assert (failure.attempts, failure.given_up_at) == (1, None)
    assert await count_of(own_database, InboxMessage) == 0


async def test_one_that_hangs_is_a_failure(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang(_session: AsyncSession, _community_id: UUID, _event: Happened) -> None:
        await asyncio.sleep(3600)

    monkeypatch.setattr(dispatcher, "LISTENER_TIMEOUT_SECONDS", 3)
    await happened(own_database)
    await Worker(own_database, [listener(hang), NOTIFIES]).run_due()
    [failure] = await rows_of(own_database, ListenerFailure)
    assert failure.error == "TimeoutError"
    assert await count_of(own_database, InboxMessage) == 1


async def test_300_that_fail_for_ever_do_not_keep_9_700_waiting(own_database: Database) -> None:
    """They stand first in the line, and are due again in each round, which is an hour long. After
    their first attempt each round has a whole batch for the others; and none of them is lost."""
    here = await happened(own_database)
    [first] = await rows_of(own_database, EventRow)
    poison, fine = uuid7(), first.read().payload["participant_id"]
    async with own_database.transaction() as session:
        rows = [_row(here, poison, NOW - timedelta(hours=1)) for _ in range(300)]
        rows += [_row(here, fine, NOW) for _ in range(9_699)]
        await session.execute(insert(EventRow), rows)

    async def fail_for_some(_session: AsyncSession, _community: UUID, event: Happened) -> None:
        if event.participant_id == poison:
            raise RuntimeError

    worker = Worker(own_database, [listener(fail_for_some)])
    for hours in range(300 // BATCH_SIZE + 4):
        with clock.frozen(NOW + timedelta(hours=hours)):
            await worker.run_due()
    assert await count_of(own_database, HandledEvent) == 4 * BATCH_SIZE
    assert await open_events(own_database) == 9_700 - 4 * BATCH_SIZE
    assert await count_of(own_database, ListenerFailure) == 300


def _row(community_id: UUID, who: UUID | str, due_at: datetime) -> dict[str, Any]:
    return {
        "community_id": community_id,
        "id": uuid7(),
        "kind": Happened.kind,
        "payload": {"participant_id": str(who)},
        "due_at": due_at,
        "failures": 0,
    }


async def open_events(database: Database) -> int:
    query = select(func.count()).select_from(EventRow).where(EventRow.settled_at.is_(None))
    async with database.transaction() as session:
        return await session.scalar(query) or 0


async def test_a_dead_letter_outlives_its_event(own_database: Database) -> None:
    await happened(own_database)
    await try_until_given_up(own_database, BREAKS)
    with clock.frozen(NOW + timedelta(days=400)):
        await Worker(own_database, sweeps=retention.SWEEPS).sweep()
    assert await count_of(own_database, EventRow) == 0
    assert await count_of(own_database, ListenerFailure) == 1
