"""Releases people from duties that lie ahead, in the transaction that ends their service."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.duties.queries import duties_ahead
from app.double_reporting.models import Duty, DutyDay, PostClaim, PostClaimStatus
from app.kernel.database.engine import lock
from app.service_records.attendances.service import release
from app.service_records.models import Attendance, AttendanceStatus


async def release_ahead(session: AsyncSession, claim: PostClaim, now: datetime) -> None:
    """Releases the person of a locked claim, whose service has just ended, from what has not begun.
    An invitation to a service day stays while they serve on another post."""
    await session.flush()
    other = await session.scalar(_other_claim(claim))
    for duty in (await session.scalars(duties_ahead(claim, now))).all():
        day = await session.get_one(DutyDay, (duty.community_id, duty.duty_day_id))
        if day.is_of_community and other is not None:
            duty.claim_id = other.id
        else:
            await release_duty(session, duty)


async def release_duty(session: AsyncSession, duty: Duty) -> None:
    """Releases one locked duty with its attendance. Who has checked in before the start is there:
    their duty stays as it is."""
    key = {"community_id": duty.community_id, "id": duty.id}
    attendance = await session.get(Attendance, key)
    if attendance is not None:
        await lock(session, attendance)
        if attendance.status is not AttendanceStatus.EXPECTED:
            return
    duty.release()
    await release(session, duty.community_id, duty.id)


def _other_claim(claim: PostClaim) -> Select[PostClaim]:
    return (
        select(PostClaim)
        .where(
            PostClaim.community_id == claim.community_id,
            PostClaim.participant_id == claim.participant_id,
            PostClaim.id != claim.id,
            PostClaim.status == PostClaimStatus.SERVING,
        )
        .order_by(PostClaim.id)
        .limit(1)
    )
