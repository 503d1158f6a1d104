"""Queries of check-ins."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.kernel.jobs.sweeps import DueRows
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    Leader,
    Occasion,
    OccasionStatus,
)


async def leads(session: AsyncSession, occasion: Occasion, person: Participant) -> bool:
    """Returns whether the person is a leader of the occasion's activity or post."""
    leader = select(Leader.id).filter_by(
        community_id=occasion.community_id,
        source_id=occasion.source_id,
        participant_id=person.id,
    )
    return await session.scalar(leader) is not None


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
