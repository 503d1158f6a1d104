"""Corrections of the ledger: a reversing entry by two persons, and a further entry in the place of
one that was returned or reversed. Nothing is changed that was written."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_second_person
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.service_records.entries.errors import (
    BeyondPresence,
    ReversalNotRequested,
    ReversalRequested,
)
from app.service_records.entries.minutes import Span, minutes_beside
from app.service_records.entries.policies import permission_of
from app.service_records.entries.recording import other_spans, span_of
from app.service_records.entries.second_persons import load_decider
from app.service_records.entries.service import require_uncorrected
from app.service_records.events import EntryReversed, OccasionEntriesMoved, ReversalMoved
from app.service_records.models import Attendance, EntryStatus, Occasion, ServiceEntry

CORRECTED = frozenset({EntryStatus.RETURNED, EntryStatus.REVERSED})


async def request_reversal(
    session: AsyncSession, entry: ServiceEntry, reason: str, by: Staff
) -> ServiceEntry:
    """Asks a second person to reverse a confirmed entry."""
    await lock(session, entry)
    entry.require("reverse")
    (await load_decider(session, by, [entry])).require_not_own(entry)
    if entry.reversal_requested_at is not None:
        raise ReversalRequested
    entry.request_reversal(clock.now(), by.id, reason)
    emit(session, entry.community_id, ReversalMoved(entry_id=entry.id))
    record(session, by, "service_entry.reversal_requested", entry, entry.participant_id)
    return entry


async def drop_reversal(session: AsyncSession, entry: ServiceEntry, by: Staff) -> ServiceEntry:
    """Takes a request to reverse back, or refuses it."""
    await lock(session, entry)
    entry.require("reverse")
    (await load_decider(session, by, [entry])).require_not_own(entry)
    if entry.reversal_requested_at is None:
        raise ReversalNotRequested
    entry.drop_reversal()
    emit(session, entry.community_id, ReversalMoved(entry_id=entry.id))
    record(session, by, "service_entry.reversal_dropped", entry, entry.participant_id)
    return entry


async def reverse(session: AsyncSession, entry: ServiceEntry, by: Staff) -> ServiceEntry:
    """Reverses a confirmed entry, as the second person: a reversing entry with the same minutes
    and a minus is added. Raises SecondPersonNeeded for who has asked for it."""
    await lock(session, entry)
    entry.require("reverse")
    if entry.reversal_requested_by is None:
        raise ReversalNotRequested
    (await load_decider(session, by, [entry])).require_not_own(entry)
    await require_second_person(session, entry.reversal_requested_by, by, permission_of(entry))
    now = clock.now()
    entry.reverse(now, by.id)
    session.add(_reversing(entry, now, by.id))
    emit(session, entry.community_id, EntryReversed(entry_id=entry.id))
    emit(session, entry.community_id, ReversalMoved(entry_id=entry.id))
    record(session, by, "service_entry.reversed", entry, entry.participant_id)
    return entry


async def correct(
    session: AsyncSession, entry: ServiceEntry, span: Span, reason: str, by: Staff
) -> ServiceEntry:
    """Records another entry in the place of one that was returned or reversed, for a part of the
    presence. Another person reviews it. Raises BeyondPresence for more than was checked in and
    out: nobody adds minutes by hand."""
    person = await get_row(session, Participant, entry.community_id, entry.participant_id)
    await lock(session, person, entry)
    entry.require_in(CORRECTED, wanted=EntryStatus.RECORDED)
    await require_uncorrected(session, entry)
    (await load_decider(session, by, [entry])).require_not_own(entry)
    await _require_within_presence(session, entry, span)
    others = await other_spans(
        session, entry.participant_id, span, entry.community_id, but_for=entry.id
    )
    now = clock.now()
    corrected = _entry_like(
        entry,
        now,
        by.id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        served_on=clock.day_of(span.starts_at),
        minutes=minutes_beside(span, others),
        corrects_id=entry.id,
        status=EntryStatus.RECORDED,
        resubmit_note=reason,
    )
    session.add(corrected)
    emit(session, entry.community_id, OccasionEntriesMoved(occasion_id=entry.occasion_id))
    record(session, by, "service_entry.corrected", corrected, entry.participant_id)
    return corrected


async def _require_within_presence(session: AsyncSession, entry: ServiceEntry, span: Span) -> None:
    key = {"community_id": entry.community_id, "id": entry.attendance_id}
    attendance = await session.get(Attendance, key)
    limits: Span | None = Span(entry.starts_at, entry.ends_at)
    if attendance is not None:
        occasion = await get_row(session, Occasion, entry.community_id, entry.occasion_id)
        limits = span_of(occasion, attendance) or limits
    assert limits is not None
    if not limits.starts_at <= span.starts_at < span.ends_at <= limits.ends_at:
        raise BeyondPresence(**limits._asdict())


def _reversing(entry: ServiceEntry, now: datetime, by: UUID) -> ServiceEntry:
    return _entry_like(
        entry,
        now,
        by,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        served_on=entry.served_on,
        minutes=-entry.minutes,
        reverses_id=entry.id,
        status=EntryStatus.REVERSED,
        reversed_at=now,
        reversed_by=by,
    )


def _entry_like(entry: ServiceEntry, now: datetime, by: UUID, **columns: object) -> ServiceEntry:
    """Makes a further entry of the same person and presence."""
    return ServiceEntry(
        community_id=entry.community_id,
        participant_id=entry.participant_id,
        occasion_id=entry.occasion_id,
        attendance_id=entry.attendance_id,
        source=entry.source,
        source_id=entry.source_id,
        title=entry.title,
        is_closed_by_sweep=entry.is_closed_by_sweep,
        recorded_at=now,
        recorded_by=by,
        **columns,
    )
