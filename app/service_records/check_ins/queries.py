"""Queries of check-ins."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.sweeps import DueRows
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    Occasion,
    OccasionStatus,
)


async def lock_attendances(
    session: AsyncSession, occasion: Occasion, ids: Collection[UUID] | None = None
) -> Sequence[Attendance]:
    """Locks attendances of an occasion in the order of ids, as the hot lane does: those that are
    named, or all who are present."""
    chosen = (
        Attendance.status == AttendanceStatus.PRESENT if ids is None else Attendance.id.in_(ids)
    )
    statement = (
        select(Attendance)
        .where(
            Attendance.community_id == occasion.community_id,
            Attendance.occasion_id == occasion.id,
            chosen,
        )
        .order_by(Attendance.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    await session.flush()  # else pending changes would be overwritten
    return (await session.scalars(statement)).all()


IS_LOCATED = or_(
    Attendance.in_position_sealed.is_not(None), Attendance.out_position_sealed.is_not(None)
)


def occasions_with_positions(ended_before: datetime) -> DueRows:
    """Selects occasions that ended before, where it is still stored who was near."""
    return (
        select(Occasion.community_id, Occasion.id, Occasion.ends_at)
        .join(
            Attendance,
            (Attendance.community_id == Occasion.community_id)
            & (Attendance.occasion_id == Occasion.id),
        )
        .where(IS_LOCATED, Occasion.ends_at <= ended_before)
        .distinct()
    )


async def erase_positions(session: AsyncSession, community_id: UUID, occasion_id: UUID) -> None:
    """Erases who was near at an occasion, and leaves when they came and left."""
    await session.execute(
        update(Attendance)
        .where(
            Attendance.community_id == community_id,
            Attendance.occasion_id == occasion_id,
            IS_LOCATED,
        )
        .values(
            in_position_sealed=None,
            in_accuracy_sealed=None,
            out_position_sealed=None,
            out_accuracy_sealed=None,
        )
    )


def occasions_to_close(now: datetime) -> DueRows:
    """Selects occasions that are over while people are still present."""
    return (
        select(Occasion.community_id, Occasion.id, Occasion.ends_at)
        .join(
            Attendance,
            (Attendance.community_id == Occasion.community_id)
            & (Attendance.occasion_id == Occasion.id),
        )
        .where(
            Attendance.status == AttendanceStatus.PRESENT,
            or_(Occasion.ends_at <= now, Occasion.status == OccasionStatus.CANCELLED),
        )
        .distinct()
    )
