"""Events: each listener once, whoever else is at work, whatever fails, whichever version runs."""

import asyncio
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.events import UnitRegistrationEnded
from app.features import LISTENED_KINDS
from app.kernel import clock
from app.kernel.database.engine import Database, open_engine
from app.kernel.jobs.dispatcher import UNREADABLE_DELAY
from app.kernel.jobs.events import EVENTS, Event, EventRow, HandledEvent, emit
from app.kernel.jobs.failures import ListenerFailure
from app.kernel.jobs.leases import BATCH_SIZE, LEASE
from app.kernel.jobs.listeners import former_handled_id
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.events import SignedUp
from app.worker import ALL_LISTENERS, Worker, former_name
from tests.factories import a_community, a_shift, a_signup
from tests.now import NOW
from tests.worker.happenings import (
    BREAKS,
    NOTIFIES,
    SECRET,
    Happened,
    count_of,
    happened,
    listener,
    rows_of,
)


async def test_two_workers_do_everything_once(own_database: Database) -> None:
    for _ in range(4):
        await happened(own_database, times=20)
    workers = [Worker(own_database, [NOTIFIES]) for _ in range(2)]
    taken = await asyncio.gather(*(worker.run_due() for worker in workers))
    assert sum(taken) == 80
    assert await count_of(own_database, InboxMessage) == 80
    assert all(event.settled_at == NOW for event in await rows_of(own_database, EventRow))
    assert await workers[0].run_due() == 0


async def test_it_passes_by_what_another_one_holds(own_database: Database) -> None:
    community_id = await happened(own_database, times=3)
    async with own_database.transaction() as session:
        one = select(EventRow).filter_by(community_id=community_id).limit(1)
        await session.execute(one.with_for_update())
        assert await Worker(own_database, [NOTIFIES]).run_due() == 2


async def test_a_listener_that_fails_holds_nobody_up_and_leaves_nothing(
    own_database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await happened(own_database)
    await Worker(own_database, [BREAKS, NOTIFIES]).run_due()
    [event] = await rows_of(own_database, EventRow)
    assert (event.settled_at, event.error) == (NOW, None)
    assert await count_of(own_database, InboxMessage) == 1
    [failure] = await rows_of(own_database, ListenerFailure)
    assert (failure.read().listener, failure.error) == ("tests.break_down", "RuntimeError")
    assert (failure.event_id, failure.read()[:2]) == (event.id, event.read()[:2])
    assert "tests.break_down" in caplog.text
    assert SECRET not in caplog.text


async def test_what_a_dead_worker_had_leased_is_taken_over(own_database: Database) -> None:
    community_id = await happened(own_database)
    worker = Worker(own_database, [NOTIFIES])
    await EVENTS.lease(own_database, community_id, NOW)
    with clock.frozen(NOW + LEASE - timedelta(seconds=1)):
        assert await worker.run_due() == 0
    with clock.frozen(NOW + 2 * LEASE):
        assert await worker.run_due() == 1
    assert await count_of(own_database, HandledEvent) == 1


async def test_who_comes_back_after_the_lease_changes_nothing(own_database: Database) -> None:
    """The first worker has leased the event and slept; meanwhile the second has done it."""
    community_id = await happened(own_database)
    [late] = await EVENTS.lease(own_database, community_id, NOW)
    with clock.frozen(NOW + 2 * LEASE):
        assert await Worker(own_database, [BREAKS]).run_due() == 1
        async with own_database.transaction() as session:
            assert not await EVENTS.write(session, late, settled_at=None)
    [event] = await rows_of(own_database, EventRow)
    assert event.settled_at == NOW + 2 * LEASE
    assert await count_of(own_database, ListenerFailure) == 1


async def test_an_event_is_settled_also_by_a_worker_that_has_lost_its_lease(
    own_database: Database,
) -> None:
    """Otherwise two workers whose listeners hang would take it from each other for ever."""
    await happened(own_database)

    async def outlast(_session: AsyncSession, community_id: UUID, _event: Happened) -> None:
        later.enter_context(clock.frozen(NOW + LEASE + timedelta(seconds=1)))
        assert await EVENTS.lease(own_database, community_id, clock.now())
        raise RuntimeError

    with ExitStack() as later:
        assert await Worker(own_database, [listener(outlast), NOTIFIES]).run_due() == 1
    [event] = await rows_of(own_database, EventRow)
    assert event.settled_at == NOW + LEASE + timedelta(seconds=1)
    assert await count_of(own_database, ListenerFailure) == 1
    assert await count_of(own_database, InboxMessage) == 1


async def test_a_batch_ends_with_its_lease(own_database: Database) -> None:
    """A listener that takes long leaves the rest of the batch to whoever leases it next."""
    await happened(own_database, times=3)

    async def take_long(_session: AsyncSession, _community_id: UUID, _event: Happened) -> None:
        later.enter_context(clock.frozen(clock.now() + LEASE + timedelta(seconds=1)))

    with ExitStack() as later:
        assert await Worker(own_database, [listener(take_long)]).run_due() == 1


async def test_an_old_worker_beside_a_new_service_loses_nothing(own_database: Database) -> None:
    """The new service emits a kind that the old worker does not know, and another with a field
    that it cannot read. The old worker puts both back however often; a new one does them."""
    community_id = await happened(own_database)
    async with own_database.transaction() as session:
        [event] = await session.scalars(select(EventRow))
        for kind, payload in (("tests.newer", event.read().payload), (Happened.kind, {})):
            stored = {"kind": kind, "payload": payload, "listener": None}
            session.add(
                EventRow(
                    community_id=community_id, kind="tests", event=stored, due_at=NOW, failures=0
                )
            )
    old = Worker(own_database, [NOTIFIES])
    for attempt in range(20):
        with clock.frozen(NOW + attempt * UNREADABLE_DELAY):
            assert await old.run_due() == (3 if attempt == 0 else 2)
            assert await old.run_due() == 0
    left = [event for event in await rows_of(own_database, EventRow) if event.settled_at is None]
    assert [event.failures for event in left] == [0, 0]
    assert {event.error for event in left} == {"unknown_kind", "invalid_payload"}
    assert await count_of(own_database, InboxMessage) == 1

    class Newer(Happened):
        kind = "tests.newer"

    with clock.frozen(NOW + 20 * UNREADABLE_DELAY):
        await Worker(own_database, [NOTIFIES, replace(NOTIFIES, event=Newer)]).run_due()
    assert await count_of(own_database, InboxMessage) == 2
    done = [event for event in await rows_of(own_database, EventRow) if event.settled_at]
    assert [event.error for event in done] == [None, None]


def as_formerly(event: EventRow) -> None:
    """Writes the row as the version before did: kind and payload in clear."""
    event.kind, event.payload = event.read()[:2]
    event.event_sealed = None


async def test_what_an_old_worker_left_half_done_is_finished_once(own_database: Database) -> None:
    """The version before named listeners wrote the function's name, and retried whole events."""
    community_id = await happened(own_database)
    async with own_database.transaction() as session:
        [event] = await session.scalars(select(EventRow))
        as_formerly(event)
        event.failures = 3
        old_id = former_handled_id(event.id, "app.notifications.community_messages.tell_them")
        session.add(HandledEvent(community_id=community_id, id=old_id, handled_at=NOW))
    moved = replace(NOTIFIES, formerly="app.notifications.community_messages.tell_them")
    other = listener(NOTIFIES.handle, "tests.other")
    await Worker(own_database, [moved, other]).run_due()
    assert await count_of(own_database, InboxMessage) == 1
    async with own_database.transaction() as session:
        ids = set(await session.scalars(select(HandledEvent.id)))
    assert ids == {
        old_id,
        former_handled_id(event.id, NOTIFIES.name),
        former_handled_id(event.id, other.name),
    }
    [settled] = await rows_of(own_database, EventRow)
    assert (settled.kind, settled.payload) == ("tests", None)


async def test_an_old_worker_knows_what_a_new_one_has_handled(own_database: Database) -> None:
    """Both versions at work: the new one writes the old name, too."""
    await happened(own_database)
    async with own_database.transaction() as session:
        [event] = await session.scalars(select(EventRow))
        as_formerly(event)
    await Worker(own_database, [replace(NOTIFIES, formerly="app.old.tell_them")]).run_due()
    async with own_database.transaction() as session:
        ids = set(await session.scalars(select(HandledEvent.id)))
    assert former_handled_id(event.id, "app.old.tell_them") in ids


async def test_a_function_that_is_renamed_or_moved_is_not_run_again(own_database: Database) -> None:
    await happened(own_database)
    await Worker(own_database, [NOTIFIES]).run_due()
    async with own_database.transaction() as session:
        [event] = await session.scalars(select(EventRow))
        event.settled_at = None

    async def renamed(session: AsyncSession, community_id: UUID, event: Happened) -> None:
        await NOTIFIES.handle(session, community_id, event)

    assert await Worker(own_database, [listener(renamed, NOTIFIES.name)]).run_due() == 1
    assert await count_of(own_database, InboxMessage) == 1


def test_former_names_are_those_that_were_written() -> None:
    """Names stand in databases of the version before: module and name of each function."""
    assert former_name("volunteering.give_up_places") == (
        "app.volunteering.followers.give_up_places"
    )
    assert former_name("communities.notify_blocked") == (
        "app.notifications.community_messages.tell_blocked"
    )
    assert former_name("privacy.collect") == ""
    assert all(one.formerly != one.name for one in ALL_LISTENERS)


async def test_a_community_with_much_to_do_leaves_room_for_others(own_database: Database) -> None:
    await happened(own_database, times=501)
    with clock.frozen(NOW + timedelta(seconds=1)):
        await happened(own_database)
        assert await Worker(own_database, [NOTIFIES]).run_due() == BATCH_SIZE + 1


class Unheard(Event):
    kind = "tests.unheard"
    id: UUID


async def test_an_event_without_a_listener_is_not_written(own_url: str) -> None:
    engine = open_engine(own_url)
    database = Database.of(engine, LISTENED_KINDS)
    here = await a_community(database)
    async with database.transaction() as session:
        emit(session, here, Unheard(id=here))
        emit(session, here, SignedUp(signup_id=here))
    assert [event.read().kind for event in await rows_of(database, EventRow)] == [SignedUp.kind]
    await engine.dispose()


async def test_who_signed_up_is_notified(own_database: Database) -> None:
    shift = await a_shift(own_database, await a_community(own_database))
    signup = await a_signup(own_database, shift)
    async with own_database.transaction() as session:
        emit(session, shift.community_id, SignedUp(signup_id=signup.id))
    await Worker(own_database).run_due()
    [message] = await rows_of(own_database, InboxMessage)
    assert message.participant_id == signup.participant_id
    content = content_of(message)
    assert content.kind == "volunteering.signup_confirmed"
    assert content.variables == {"title": "清扫楼道", "starts_at": str(shift.starts_at)}


async def test_neither_kind_nor_payload_nor_length_of_an_event_tells_what_has_happened(
    own_database: Database,
) -> None:
    community_id = await happened(own_database)
    async with own_database.transaction() as session:
        emit(session, community_id, SignedUp(signup_id=community_id))
        emit(session, community_id, UnitRegistrationEnded(registration_id=community_id))
    await Worker(own_database, [BREAKS, NOTIFIES]).run_due()
    events = await rows_of(own_database, EventRow)
    assert len({len(event.event_sealed or b"") for event in events}) == 1
    kinds = (Happened.kind, SignedUp.kind, UnitRegistrationEnded.kind, BREAKS.name, NOTIFIES.name)
    async with own_database.transaction() as session:
        for table in ("events", "listener_failures", "handled_events"):
            rows = str((await session.execute(text(f"SELECT t::text FROM {table} t"))).all())
            assert not [kind for kind in kinds if kind in rows]
            assert not [id_ for id_ in former_ids(events, kinds) if str(id_) in rows]


def former_ids(events: list[EventRow], names: tuple[str, ...]) -> list[UUID]:
    """Returns what anybody can compute: the names of listeners stand in the code."""
    return [former_handled_id(event.id, name) for event in events for name in names]


async def test_an_event_that_cannot_be_opened_waits_and_keeps_nobody_waiting(
    own_database: Database,
) -> None:
    community_id = await happened(own_database, times=2)
    async with own_database.transaction() as session:
        damaged = (await session.scalars(select(EventRow).order_by(EventRow.id))).first()
        assert damaged is not None
        damaged.event_sealed = b"damaged"
    await Worker(own_database, [NOTIFIES]).run_due()
    rows = await rows_of(own_database, EventRow)
    assert [(row.error, row.settled_at) for row in rows] == [("unopenable", None), (None, NOW)]
    assert community_id == rows[0].community_id
