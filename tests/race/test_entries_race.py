"""Service entries at once: two occasions of one person, an objection as the notice ends, and two
second persons. Each is shown with the lock left out, too."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.administrator_grants import staff_in
from app.communities.models import Participant, Role
from app.kernel import clock
from app.kernel.database.engine import Database, get_row
from app.kernel.errors import DomainError
from app.service_records.entries.corrections import request_reversal, reverse
from app.service_records.entries.minutes import minutes_beside
from app.service_records.entries.recording import (
    new_entry,
    other_spans,
    record_presence,
    span_of,
)
from app.service_records.entries.service import confirm, object_to
from app.service_records.models import Attendance, EntryStatus, Occasion, ServiceEntry
from tests.factories import a_community, a_participant, staff
from tests.planted_bugs import Rendezvous
from tests.service_records.entries import an_entry, an_occasion
from tests.service_records.test_entries import a_presence

Recorder = Callable[[AsyncSession, UUID, UUID], Awaitable[None]]
OCCASIONS = 6


async def minutes_of_crowded_hours(database: Database, record: Recorder) -> int:
    """Records at once the presences of one person at occasions that are at the same time."""
    community = await a_community(database)
    person = await a_participant(database, community)
    presences = []
    for _ in range(OCCASIONS):
        presences.append(a_presence(await an_occasion(database, community), person))
    async with database.transaction() as session:
        session.add_all(presences)

    async def record_one(id_: UUID) -> None:
        async with database.transaction() as session:
            await record(session, community, id_)

    await asyncio.gather(*(record_one(presence.id) for presence in presences))
    total = select(func.sum(ServiceEntry.minutes)).filter_by(community_id=community)
    async with database.transaction() as session:
        return await session.scalar(total) or 0


async def test_no_minute_counts_twice_for_one_person(own_database: Database) -> None:
    async def record(session: AsyncSession, community_id: UUID, id_: UUID) -> None:
        await record_presence(session, community_id, id_, clock.now())

    assert await minutes_of_crowded_hours(own_database, record) == 120


async def test_without_the_participants_lock_minutes_count_twice(own_database: Database) -> None:
    rendezvous = Rendezvous(OCCASIONS)

    async def record(session: AsyncSession, community_id: UUID, id_: UUID) -> None:
        attendance = await get_row(session, Attendance, community_id, id_)
        occasion = await get_row(session, Occasion, community_id, attendance.occasion_id)
        span = span_of(occasion, attendance)
        assert span is not None
        others = await other_spans(session, attendance.participant_id, span, community_id)
        await rendezvous.wait()
        minutes = minutes_beside(span, others)
        session.add(new_entry(occasion, attendance, span, minutes, clock.now()))

    assert await minutes_of_crowded_hours(own_database, record) > 120


async def test_an_entry_is_confirmed_or_objected_to_never_both(own_database: Database) -> None:
    community = await a_community(own_database)
    person = await a_participant(own_database, community)
    objectors = [await a_participant(own_database, community) for _ in range(4)]
    for _ in range(5):
        entry = await an_entry(own_database, person, EntryStatus.IN_NOTICE)

        async def confirm_it(id_: UUID) -> str:
            later = clock.now() + timedelta(days=9)
            async with own_database.transaction() as session:
                row = await get_row(session, ServiceEntry, community, id_)
                await confirm(session, row, later)
                return "confirmed" if row.status is EntryStatus.CONFIRMED else "passed"

        async def object_as(id_: UUID, objector: Participant) -> str:
            try:
                async with own_database.transaction() as session:
                    row = await get_row(session, ServiceEntry, community, id_)
                    me = await get_row(session, Participant, community, objector.id)
                    await object_to(session, row, "未见其人", ActingFor.participant(me))
            except DomainError as refusal:
                return refusal.code
            return "objected"

        outcomes = await asyncio.gather(
            confirm_it(entry.id), *(object_as(entry.id, one) for one in objectors)
        )
        assert outcomes.count("confirmed") + outcomes.count("objected") == 1


async def a_reversal(database: Database) -> tuple[UUID, ServiceEntry, list[UUID]]:
    community = await a_community(database)
    person = await a_participant(database, community)
    entry = await an_entry(database, person, EntryStatus.CONFIRMED)
    first = await staff(database, community, Role.COMMUNITY_ADMIN)
    async with database.transaction() as session:
        by = await staff_in(session, community, first)
        assert by is not None
        row = await get_row(session, ServiceEntry, community, entry.id)
        await request_reversal(session, row, "未到场", by)
    seconds = [await staff(database, community, Role.COMMUNITY_ADMIN) for _ in range(4)]
    return community, entry, seconds


async def test_many_second_persons_reverse_once(own_database: Database) -> None:
    community, entry, seconds = await a_reversal(own_database)

    async def reverse_as(second: UUID) -> bool:
        try:
            async with own_database.transaction() as session:
                by = await staff_in(session, community, second)
                assert by is not None
                row = await get_row(session, ServiceEntry, community, entry.id)
                await reverse(session, row, by)
        except DomainError:
            return False
        return True

    assert sum(await asyncio.gather(*map(reverse_as, seconds))) == 1
    reversing = select(ServiceEntry).filter_by(community_id=community, reverses_id=entry.id)
    async with own_database.transaction() as session:
        assert len((await session.scalars(reversing)).all()) == 1


async def test_without_the_lock_the_database_still_refuses_the_second_reversal(
    own_database: Database,
) -> None:
    """The unique index holds what the lock decides."""
    community, entry, _ = await a_reversal(own_database)
    copy = text(
        "INSERT INTO service_entries (community_id, id, participant_id, occasion_id, attendance_id,"
        " source, source_id, title, served_on, starts_at, ends_at, minutes, is_closed_by_sweep,"
        " recorded_at, reverses_id, status) SELECT community_id, gen_random_uuid(), participant_id,"
        " occasion_id, attendance_id, source, source_id, title, served_on, starts_at, ends_at,"
        " -minutes, is_closed_by_sweep, recorded_at, id, 'reversed' FROM service_entries"
        " WHERE community_id = :community AND id = :id ON CONFLICT DO NOTHING RETURNING id"
    )
    added = []
    async with own_database.transaction() as session:
        for _ in range(2):
            values = {"community": community, "id": entry.id}
            added.append(await session.scalar(copy, values))
    assert [one is not None for one in added] == [True, False]
