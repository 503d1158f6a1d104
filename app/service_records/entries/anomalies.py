"""Anomalies: what does not look as usual, noted while a presence is recorded. They are facts for
those who review, and refuse nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import insert_once
from app.service_records.entries.minutes import MINUTE, Span
from app.service_records.models import (
    AnomalyKind,
    Attendance,
    CheckMeans,
    Occasion,
    ServiceAnomaly,
    ServiceEntry,
)

LATE = timedelta(hours=24)
"""The time after an occasion from which an entry of the desk is back-dated."""
LONG = timedelta(hours=12)
AT_ONCE = 5
"""People whom nobody checks in within one second, one after the other."""
LAST_CONFIRMED, FEW_PEOPLE, MANY_OCCASIONS = 30, 3, 5
"""The last presences that a leader confirmed are looked at: few people at many occasions."""
BY_LEADERS = frozenset({CheckMeans.LEADER, CheckMeans.ROSTER, CheckMeans.PACKET})


class _Fact(NamedTuple):
    kind: AnomalyKind
    subject_id: UUID
    participant_id: UUID | None
    number: int


async def note_anomalies(
    session: AsyncSession,
    occasion: Occasion,
    attendance: Attendance,
    span: Span | None,
    minutes: int | None,
    now: datetime,
) -> None:
    """Notes what does not look as usual; `minutes` is None where no entry was made."""
    facts = [
        *_of_presence(occasion, attendance, span, minutes, now),
        *await _of_same_second(session, occasion, attendance),
        *await _of_leader(session, occasion, attendance),
    ]
    for fact in facts:
        await insert_once(
            session,
            ServiceAnomaly(
                community_id=occasion.community_id,
                occasion_id=occasion.id,
                noted_at=now,
                **fact._asdict(),
            ),
        )


async def note_changed_later(
    session: AsyncSession, entry: ServiceEntry, span: Span | None, now: datetime
) -> None:
    """Notes that a presence is another than an entry says which somebody has reviewed."""
    length = timedelta(0) if span is None else span.ends_at - span.starts_at
    await insert_once(
        session,
        ServiceAnomaly(
            community_id=entry.community_id,
            occasion_id=entry.occasion_id,
            noted_at=now,
            kind=AnomalyKind.CHANGED_LATER,
            subject_id=entry.attendance_id,
            participant_id=entry.participant_id,
            number=length // MINUTE,
        ),
    )


def _of_presence(
    occasion: Occasion,
    attendance: Attendance,
    span: Span | None,
    minutes: int | None,
    now: datetime,
) -> Iterator[_Fact]:
    def fact(kind: AnomalyKind, number: int = 0) -> _Fact:
        return _Fact(kind, attendance.id, attendance.participant_id, number)

    late = now - occasion.ends_at
    is_of_desk = CheckMeans.DESK in {attendance.check_in_means, attendance.check_out_means}
    if is_of_desk and late > LATE:
        yield fact(AnomalyKind.BACK_DATED, late // timedelta(hours=1))
    if attendance.has_clock_doubt:
        yield fact(AnomalyKind.CLOCK_DOUBT)
    if attendance.is_closed_by_sweep:
        yield fact(AnomalyKind.CLOSED_BY_SWEEP)
    if span is None:
        yield fact(AnomalyKind.OUTSIDE_OCCASION)
    else:
        yield from _of_span(attendance, span, minutes)


def _of_span(attendance: Attendance, span: Span, minutes: int | None) -> Iterator[_Fact]:
    def fact(kind: AnomalyKind, number: int) -> _Fact:
        return _Fact(kind, attendance.id, attendance.participant_id, number)

    length = span.ends_at - span.starts_at
    if length > LONG:
        yield fact(AnomalyKind.LONG_DAY, length // MINUTE)
    if minutes is not None and length // MINUTE > minutes:
        yield fact(AnomalyKind.TWO_PLACES, length // MINUTE - minutes)


async def _of_same_second(
    session: AsyncSession, occasion: Occasion, attendance: Attendance
) -> list[_Fact]:
    at = attendance.checked_in_at
    if at is None or attendance.check_in_means is CheckMeans.CODE:
        return []
    second = at.replace(microsecond=0)
    number = await session.scalar(
        select(func.count()).where(
            Attendance.community_id == occasion.community_id,
            Attendance.occasion_id == occasion.id,
            Attendance.checked_in_at >= second,
            Attendance.checked_in_at < second + timedelta(seconds=1),
            Attendance.check_in_means != CheckMeans.CODE,
        )
    )
    if (number or 0) < AT_ONCE:
        return []
    return [_Fact(AnomalyKind.SAME_SECOND, occasion.id, None, number or 0)]


async def _of_leader(
    session: AsyncSession, occasion: Occasion, attendance: Attendance
) -> list[_Fact]:
    leader = attendance.checked_in_by
    if leader is None or attendance.check_in_means not in BY_LEADERS:
        return []
    last = (
        select(Attendance.participant_id, Attendance.occasion_id)
        .where(
            Attendance.community_id == occasion.community_id,
            Attendance.checked_in_by == leader,
        )
        .order_by(Attendance.id.desc())
        .limit(LAST_CONFIRMED)
        .subquery()
    )
    counts = select(
        func.count(),
        func.count(last.c.participant_id.distinct()),
        func.count(last.c.occasion_id.distinct()),
    ).select_from(last)
    number, people, occasions = (await session.execute(counts)).one()
    if people > FEW_PEOPLE or occasions < MANY_OCCASIONS:
        return []
    return [_Fact(AnomalyKind.SAME_FEW, leader, leader, number)]
