"""Recording: an entry follows from a presence once its occasion is over, by the service itself.
There is no other way into the ledger."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.jobs.events import emit
from app.service_records.entries.anomalies import note_anomalies, note_changed_later
from app.service_records.entries.minutes import Span, minutes_beside, presence_within
from app.service_records.events import OccasionEntriesMoved
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    CheckMeans,
    EntryStatus,
    Occasion,
    PendingEntry,
    ServiceEntry,
)

LONGEST = timedelta(hours=24)
"""No occasion lasts longer: what began earlier does not reach into a span."""
UNREVIEWED = frozenset({EntryStatus.RECORDED, EntryStatus.RETURNED})
PRESENCE_CHANGED = "到场时间后来有更新，已按更新后的到场时间处理。"
"""The reason, as its person reads it, why the service has returned an entry by itself."""


async def record_presence(
    session: AsyncSession, community_id: UUID, attendance_id: UUID, now: datetime
) -> None:
    """Records the entry of a presence that has ended, or notes that it is to be recorded when its
    occasion is over. It may be called again, late, and in any order."""
    attendance = await session.get(Attendance, {"community_id": community_id, "id": attendance_id})
    if attendance is None or attendance.status is not AttendanceStatus.LEFT:
        return await _forget(session, community_id, attendance_id)
    occasion = await get_row(session, Occasion, community_id, attendance.occasion_id)
    if occasion.ends_at > now:
        return await _wait(session, community_id, attendance_id, occasion.ends_at)
    person = await get_row(session, Participant, community_id, attendance.participant_id)
    # What is free of other entries is decided under the participant's lock: two occasions that
    # overlap may be recorded at once.
    await lock(session, person, attendance)
    await _record(session, occasion, attendance, now)
    await _forget(session, community_id, attendance_id)


async def _record(
    session: AsyncSession, occasion: Occasion, attendance: Attendance, now: datetime
) -> None:
    span = span_of(occasion, attendance)
    recorded = await _recorded(session, attendance)
    if recorded and not await _supersede(session, recorded, span, now):
        return
    minutes = None
    if span is not None and not is_doubted(attendance):
        former = recorded[-1].id if recorded else None
        others = await other_spans(
            session, attendance.participant_id, span, occasion.community_id, but_for=former
        )
        minutes = minutes_beside(span, others)
        entry = new_entry(occasion, attendance, span, minutes, now)
        if former is not None:
            entry.corrects_id, entry.recorded_by = former, None
        if not await insert_once(session, entry):
            return
    emit(session, occasion.community_id, OccasionEntriesMoved(occasion_id=occasion.id))
    await note_anomalies(session, occasion, attendance, span, minutes, now)


async def _recorded(session: AsyncSession, attendance: Attendance) -> Sequence[ServiceEntry]:
    """Locks the entries of a presence, in the order in which each took the place of another."""
    query = (
        select(ServiceEntry)
        .where(
            ServiceEntry.community_id == attendance.community_id,
            ServiceEntry.participant_id == attendance.participant_id,
            ServiceEntry.occasion_id == attendance.occasion_id,
            ServiceEntry.attendance_id == attendance.id,
            ServiceEntry.reverses_id.is_(None),
        )
        .order_by(ServiceEntry.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return (await session.scalars(query)).all()


async def _supersede(
    session: AsyncSession, recorded: Sequence[ServiceEntry], span: Span | None, now: datetime
) -> bool:
    """Returns whether another entry is to stand in the place of the last one, because the presence
    is another than it was: a packet came late, or the desk has corrected a time. What somebody has
    reviewed or corrected stays, and the change is noted for staff."""
    last = recorded[-1]
    followed = [entry for entry in recorded if not entry.is_staff_correction][-1]
    was_void = span is None and last.status is EntryStatus.RETURNED
    if was_void or span == Span(followed.starts_at, followed.ends_at):
        return False
    if last is not followed or last.status not in UNREVIEWED:
        await note_changed_later(session, last, span, now)
        return False
    if last.status is EntryStatus.RECORDED:
        last.return_(now, None, PRESENCE_CHANGED)
    await session.flush()
    return True


def span_of(occasion: Occasion, attendance: Attendance) -> Span | None:
    """Returns the presence within the occasion as both stand."""
    if attendance.checked_in_at is None or attendance.checked_out_at is None:
        return None
    presence = Span(attendance.checked_in_at, attendance.checked_out_at)
    return presence_within(presence, Span(occasion.starts_at, occasion.ends_at))


def is_doubted(attendance: Attendance) -> bool:
    """Tells whether a clock that was far off stands behind the presence. What the desk has entered
    before a witness has none, nor what the end of the occasion has closed: then the check-in was
    shown otherwise, and the doubtful check-out does not count."""
    is_of_desk = attendance.check_in_means is attendance.check_out_means is CheckMeans.DESK
    is_shown = is_of_desk or attendance.is_closed_by_sweep
    return attendance.has_clock_doubt and not is_shown


async def other_spans(
    session: AsyncSession,
    participant_id: UUID,
    span: Span,
    community_id: UUID,
    *,
    but_for: UUID | None = None,
) -> Sequence[Span]:
    """Returns the spans of a person's other entries that touch this one. Those that were reversed
    count no more, nor those in whose place another one stands."""
    correction = aliased(ServiceEntry)
    is_corrected = exists().where(
        correction.community_id == community_id, correction.corrects_id == ServiceEntry.id
    )
    query = select(ServiceEntry.starts_at, ServiceEntry.ends_at).where(
        ServiceEntry.community_id == community_id,
        ServiceEntry.participant_id == participant_id,
        ServiceEntry.starts_at < span.ends_at,
        ServiceEntry.starts_at > span.starts_at - LONGEST,
        ServiceEntry.ends_at > span.starts_at,
        ServiceEntry.status != EntryStatus.REVERSED,
        ~is_corrected,
    )
    if but_for is not None:
        query = query.where(ServiceEntry.id != but_for)
    rows = await session.execute(query)
    return [Span(starts_at, ends_at) for starts_at, ends_at in rows]


def new_entry(
    occasion: Occasion, attendance: Attendance, span: Span, minutes: int, now: datetime
) -> ServiceEntry:
    is_of_desk = attendance.check_out_means is CheckMeans.DESK
    return ServiceEntry(
        community_id=occasion.community_id,
        participant_id=attendance.participant_id,
        occasion_id=occasion.id,
        attendance_id=attendance.id,
        source=occasion.kind,
        source_id=occasion.source_id,
        title=occasion.title,
        served_on=clock.day_of(span.starts_at),
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        minutes=minutes,
        is_closed_by_sweep=attendance.is_closed_by_sweep,
        recorded_at=now,
        recorded_by=attendance.checked_out_by if is_of_desk else None,
        status=EntryStatus.RECORDED,
    )


async def _wait(
    session: AsyncSession, community_id: UUID, attendance_id: UUID, due_at: datetime
) -> None:
    row = {"community_id": community_id, "id": attendance_id, "due_at": due_at}
    await session.execute(
        insert(PendingEntry)
        .values(row)
        .on_conflict_do_update(index_elements=["community_id", "id"], set_={"due_at": due_at})
    )


async def _forget(session: AsyncSession, community_id: UUID, attendance_id: UUID) -> None:
    await session.execute(
        delete(PendingEntry).where(
            PendingEntry.community_id == community_id, PendingEntry.id == attendance_id
        )
    )
