"""Rows of service records that tests start from."""

from uuid import UUID

from sqlalchemy import select

from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    Leader,
    Occasion,
    OccasionKind,
    OccasionStatus,
)
from app.volunteering.models import Activity, Shift, Signup


def occasion_of(shift: Shift, activity: Activity) -> Occasion:
    """Makes the occasion of a new shift, as the service does."""
    return Occasion(
        community_id=shift.community_id,
        id=shift.id,
        kind=OccasionKind.SHIFT,
        source_id=activity.id,
        title=activity.title,
        address=activity.address,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        gcj02_longitude=activity.gcj02_longitude,
        gcj02_latitude=activity.gcj02_latitude,
        status=OccasionStatus.OPEN,
        code_key=bytes(32),
    )


def attendance_of(signup: Signup) -> Attendance:
    """Makes the attendance of a new confirmed sign-up, as the service does."""
    return Attendance(
        community_id=signup.community_id,
        id=signup.id,
        occasion_id=signup.shift_id,
        participant_id=signup.participant_id,
        status=AttendanceStatus.EXPECTED,
        expected_at=clock.now(),
    )


async def a_leader(
    database: Database,
    community_id: UUID,
    source_id: UUID,
    participant_id: UUID,
    kind: OccasionKind = OccasionKind.SHIFT,
) -> Leader:
    leader = Leader(
        community_id=community_id,
        kind=kind,
        source_id=source_id,
        participant_id=participant_id,
        named_by=PLATFORM,
        named_at=clock.now(),
    )
    async with database.transaction() as session:
        session.add(leader)
    return leader


async def the_attendance(database: Database, community_id: UUID, id_: UUID) -> Attendance:
    """Reads the attendance of a sign-up or a duty."""
    query = select(Attendance).filter_by(community_id=community_id, id=id_)
    async with database.transaction() as session:
        return (await session.scalars(query)).one()


async def attendances_at(database: Database, shift: Shift) -> dict[UUID, AttendanceStatus]:
    """Reads the attendances of a shift: the state of each by the id of its cause."""
    query = select(Attendance).filter_by(community_id=shift.community_id, occasion_id=shift.id)
    async with database.transaction() as session:
        return {row.id: row.status for row in await session.scalars(query)}


async def the_occasion(database: Database, shift: Shift) -> Occasion:
    query = select(Occasion).filter_by(community_id=shift.community_id, id=shift.id)
    async with database.transaction() as session:
        return (await session.scalars(query)).one()
