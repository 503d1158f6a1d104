"""Retention: what is stored for a while goes in its time, in batches, and never from another
community."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import LIFETIME, IdempotencyRecord
from app.kernel.jobs import heartbeat, retention
from app.kernel.jobs.events import EventRow
from app.kernel.web.limits import Limit, TooManyRequests, count
from app.worker import Worker
from tests.factories import a_community
from tests.now import NOW


def a_kept_answer(community_id: UUID, age: timedelta) -> IdempotencyRecord:
    return IdempotencyRecord(
        community_id=community_id,
        fingerprint=b"",
        status=200,
        expires_at=NOW + LIFETIME - age,
    )


async def test_keys_go_after_three_days_and_not_before(database: Database) -> None:
    here, there = await a_community(database), await a_community(database)
    ages = [timedelta(hours=71), timedelta(hours=73)]
    async with database.transaction() as session:
        session.add_all([a_kept_answer(c, age) for c in (here, there) for age in ages])
    assert await Worker(database, sweeps=retention.SWEEPS).sweep() >= 2
    async with database.transaction() as session:
        stored_at = (await session.scalars(select(IdempotencyRecord.expires_at))).all()
    assert stored_at == [NOW + timedelta(hours=1)] * 2


async def test_a_large_heap_goes_in_portions(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = await a_community(database)
    async with database.transaction() as session:
        session.add_all([a_kept_answer(here, timedelta(days=9)) for _ in range(5)])
    monkeypatch.setattr(retention, "BATCH_SIZE", 3)
    worker = Worker(database, sweeps=retention.SWEEPS)
    left = []
    for minutes in (0, 10):
        with clock.frozen(NOW + timedelta(minutes=minutes)):
            await worker.sweep()
        async with database.transaction() as session:
            left.append(await session.scalar(select(func.count()).select_from(IdempotencyRecord)))
    assert left == [2, 0]


async def test_heartbeats_of_workers_that_are_gone_do_not_pile_up(own_database: Database) -> None:
    """Each start of a worker, and each `linli worker --once`, leaves one."""
    async with own_database.transaction() as session:
        for days in (6, 8):
            await heartbeat.beat(session, uuid7(), NOW - timedelta(days=days))
    await Worker(own_database, sweeps=retention.SWEEPS).sweep()
    async with own_database.transaction() as session:
        left = await session.scalars(select(heartbeat.Heartbeat.beat_at))
        assert left.all() == [NOW - timedelta(days=6)]


async def test_an_event_that_nobody_has_handled_stays(database: Database) -> None:
    here = await a_community(database)
    async with database.transaction() as session:
        session.add(
            EventRow(
                community_id=here, kind="x", payload={}, due_at=NOW - timedelta(99), failures=0
            )
        )
    await Worker(database, sweeps=retention.SWEEPS).sweep()
    async with database.transaction() as session:
        assert await session.scalar(select(func.count()).select_from(EventRow)) == 1


async def test_one_worker_takes_a_slot_of_a_sweep(own_database: Database) -> None:
    here = await a_community(own_database)
    async with own_database.transaction() as session:
        session.add(a_kept_answer(here, timedelta(days=9)))
    workers = [Worker(own_database, sweeps=retention.SWEEPS[:1]) for _ in range(3)]
    assert [await worker.sweep() for worker in workers] == [1, 0, 0]


async def test_logins_are_counted_for_all_processes(database: Database) -> None:
    limit = Limit("login", 3, 60)
    who = str(uuid7())

    async def once() -> None:
        async with database.transaction() as session:
            await count(session, limit, who, clock.now())

    for _ in range(3):
        await once()
    with pytest.raises(TooManyRequests) as refused:
        await once()
    assert refused.value.headers["Retry-After"] == "60"
    assert refused.value.headers["RateLimit"] == '"login";r=0;t=60'
    with clock.frozen(NOW + timedelta(seconds=60)):
        await once()
