"""The worker: each handler once, whoever else is at work and whatever fails."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.handlers import HANDLERS
from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Database
from app.kernel.jobs.events import Event, EventRow, HandledEvent, emit
from app.kernel.jobs.messages import Message
from app.notifications.inbox import InboxMessage, notify
from app.volunteering.events import SignedUp
from app.worker import PATIENCE, PORTION, Worker
from tests.factories import a_community, a_participant, a_shift, a_signup
from tests.now import NOW


class Happened(Event):
    kind = "tests.happened"
    participant_id: UUID


class Told(Message):
    kind = "tests.told"


SECRET = "王芳"


async def notify_them(session: AsyncSession, community_id: UUID, event: Happened) -> None:
    notify(session, community_id, [event.participant_id], Told())


async def break_down(session: AsyncSession, community_id: UUID, event: Happened) -> None:
    await notify_them(session, community_id, event)
    await session.flush()
    raise RuntimeError(SECRET)


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


async def happened(database: Database, times: int = 1) -> UUID:
    community_id = await a_community(database)
    who = await a_participant(database, community_id)
    async with database.transaction() as session:
        for _ in range(times):
            emit(session, community_id, Happened(participant_id=who.id))
    return community_id


async def all_of(database: Database, model: type[CommunityScoped]) -> list[CommunityScoped]:
    async with database.transaction() as session:
        return list((await session.scalars(select(model))).all())


async def events(database: Database) -> list[EventRow]:
    async with database.transaction() as session:
        return list((await session.scalars(select(EventRow))).all())


async def test_two_workers_do_everything_once(own_database: Database) -> None:
    for _ in range(4):
        await happened(own_database, times=20)
    workers = [Worker(own_database, {Happened: (notify_them,)}) for _ in range(2)]
    taken = await asyncio.gather(*(worker.run_due() for worker in workers))
    assert sum(taken) == 80
    assert len(await all_of(own_database, InboxMessage)) == 80
    assert all(event.settled_at == NOW for event in await events(own_database))
    assert await workers[0].run_due() == 0


async def test_it_passes_by_what_another_one_holds(own_database: Database) -> None:
    community_id = await happened(own_database, times=3)
    worker = Worker(own_database, {Happened: (notify_them,)})
    async with own_database.transaction() as session:
        one = select(EventRow).filter_by(community_id=community_id).limit(1)
        await session.execute(one.with_for_update())
        assert await worker.run_due() == 2


async def test_a_handler_that_fails_holds_nobody_up_and_leaves_nothing(
    own_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await happened(own_database)
    worker = Worker(own_database, {Happened: (break_down, notify_them)})
    await worker.run_due()
    [event] = await events(own_database)
    assert len(await all_of(own_database, InboxMessage)) == 1
    assert (event.failures, event.error, event.settled_at) == (1, "RuntimeError", None)
    assert "break_down" in caplog.text
    assert SECRET not in caplog.text


async def test_it_is_tried_again_later_and_what_was_done_is_not_done_again(
    own_database: Database,
) -> None:
    await happened(own_database)
    worker = Worker(own_database, {Happened: (break_down, notify_them)})
    for attempt in range(PATIENCE):
        with clock.frozen(NOW + attempt * timedelta(hours=1)):
            assert await worker.run_due() == 1
            assert await worker.run_due() == 0
    [event] = await events(own_database)
    assert (event.failures, event.error) == (PATIENCE, "RuntimeError")
    assert event.settled_at is not None
    assert len(await all_of(own_database, InboxMessage)) == 1


async def test_what_a_dead_worker_had_claimed_is_taken_over(own_database: Database) -> None:
    community_id = await happened(own_database)
    worker = Worker(own_database, {Happened: (notify_them,)})
    await worker._claim(community_id, NOW)
    with clock.frozen(NOW + timedelta(seconds=59)):
        assert await worker.run_due() == 0
    with clock.frozen(NOW + timedelta(minutes=2)):
        assert await worker.run_due() == 1
    assert len(await all_of(own_database, HandledEvent)) == 1


async def test_an_event_that_nobody_can_read_holds_nobody_up(own_database: Database) -> None:
    """Of a kind that only a newer version knows, or with other fields."""
    community_id = await happened(own_database)
    async with own_database.transaction() as session:
        emit(session, community_id, SignedUp(signup_id=community_id))
        strange = EventRow(
            community_id=community_id,
            kind=Happened.kind,
            payload={},
            due_at=NOW - timedelta(hours=1),
            failures=0,
        )
        session.add(strange)
    worker = Worker(own_database, {Happened: (notify_them,)})
    assert await worker.run_due() == 3
    assert len(await all_of(own_database, InboxMessage)) == 1
    assert {event.error: event.failures for event in await events(own_database)} == {
        None: 0,
        "KeyError": 1,
        "ValidationError": 1,
    }


async def test_who_comes_back_after_his_lease_changes_nothing(own_database: Database) -> None:
    community_id = await happened(own_database)
    worker = Worker(own_database, {Happened: (break_down,)})
    [late] = await worker._claim(community_id, NOW)
    for attempt in range(PATIENCE):
        with clock.frozen(NOW + (attempt + 1) * timedelta(hours=1)):
            await worker.run_due()
    with clock.frozen(NOW + timedelta(days=1)):
        await worker._follow(late)
    [event] = await events(own_database)
    assert event.failures == PATIENCE
    assert event.settled_at is not None


async def test_a_community_with_much_to_do_leaves_room_for_others(own_database: Database) -> None:
    await happened(own_database, times=501)
    with clock.frozen(NOW + timedelta(seconds=1)):
        await happened(own_database)
        assert await Worker(own_database, {Happened: (notify_them,)}).run_due() == PORTION + 1


async def test_a_round_that_fails_is_not_the_last_one(
    own_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, worker = asyncio.Event(), Worker(own_database)
    rounds = iter([False, True])

    async def run_due() -> int:
        if not next(rounds):
            raise OSError("no database")
        stop.set()
        return 1

    monkeypatch.setattr(worker, "run_due", run_due)
    async with asyncio.timeout(30):
        await worker.run(stop, every=0.01)


async def test_it_runs_until_it_is_stopped(own_database: Database) -> None:
    await happened(own_database)
    stop = asyncio.Event()

    async def stop_it(_session: AsyncSession, _community_id: UUID, _event: Happened) -> None:
        stop.set()

    async with asyncio.timeout(30):
        await Worker(own_database, {Happened: (stop_it,)}).run(stop, every=0.01)
    [event] = await events(own_database)
    assert event.settled_at == NOW


async def test_it_is_woken_by_what_its_process_commits(own_database: Database) -> None:
    """Polling each hour, it would be told too late."""
    stop = asyncio.Event()

    async def stop_it(_session: AsyncSession, _community_id: UUID, _event: Happened) -> None:
        stop.set()

    worker = Worker(own_database, {Happened: (stop_it,)}, sweeps=())
    running = asyncio.create_task(worker.run(stop, every=3600))
    await asyncio.sleep(0.2)
    async with asyncio.timeout(30):
        await happened(own_database)
        await running


async def test_who_signed_up_is_told(own_database: Database) -> None:
    shift = await a_shift(own_database, await a_community(own_database))
    signup = await a_signup(own_database, shift)
    async with own_database.transaction() as session:
        emit(session, shift.community_id, SignedUp(signup_id=signup.id))
    await Worker(own_database).run_due()
    async with own_database.transaction() as session:
        message = (await session.scalars(select(InboxMessage))).one()
    assert message.participant_id == signup.participant_id
    assert message.kind == "volunteering.signup_confirmed"
    assert message.variables == {"title": "清扫楼道", "starts_at": str(shift.starts_at)}


def kinds_below(event: type[Event]) -> set[type[Event]]:
    """Those that have a kind; what several share has none."""
    below = set[type[Event]]().union(*map(kinds_below, event.__subclasses__()))
    return below | ({event} if "kind" in vars(event) else set())


def test_every_event_is_on_the_list() -> None:
    events = kinds_below(Event) - {Happened}
    assert set(HANDLERS) == events
    assert len({event.kind for event in events}) == len(events)
