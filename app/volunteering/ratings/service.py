"""Rating an activity after a shift."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.service_records.models import Attendance, AttendanceStatus
from app.volunteering.errors import NotThere, RatingOver
from app.volunteering.models import Shift, ShiftRating, Signup
from app.volunteering.models.rating import EDITED_WITHIN, RATED_WITHIN
from app.volunteering.ratings.schemas import RatingIn


async def rate(
    session: AsyncSession, signup: Signup, body: RatingIn, acting: ActingFor
) -> ShiftRating:
    """Gives or changes a rating. Raises NotThere for one whose presence is not recorded, and
    RatingOver when the time for it has passed."""
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    await lock(session, signup)
    now = clock.now()
    rating = await find(session, signup)
    if not await was_there(session, signup) or now < shift.ends_at:
        raise NotThere
    if now >= _closes_at(shift, rating):
        raise RatingOver
    if rating is None:
        rating = ShiftRating(
            community_id=signup.community_id,
            id=signup.id,
            shift_id=signup.shift_id,
            participant_id=signup.participant_id,
            rated_at=now,
            stars=body.stars,
            comment=body.comment,
            **acting.columns,
        )
        session.add(rating)
    else:
        rating.stars, rating.comment = body.stars, body.comment
    record_desk_act(session, signup.community_id, acting, "signup.rated", rating)
    return rating


async def find(session: AsyncSession, signup: Signup) -> ShiftRating | None:
    key = {"community_id": signup.community_id, "id": signup.id}
    return await session.get(ShiftRating, key, populate_existing=True)


async def may_rate(session: AsyncSession, signup: Signup, rating: ShiftRating | None) -> bool:
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    is_time = shift.ends_at <= clock.now() < _closes_at(shift, rating)
    return is_time and await was_there(session, signup)


async def was_there(session: AsyncSession, signup: Signup) -> bool:
    """Returns whether the helper was at the shift, as their attendance says."""
    key = {"community_id": signup.community_id, "id": signup.id}
    attendance = await session.get(Attendance, key)
    return attendance is not None and attendance.status is AttendanceStatus.LEFT


def _closes_at(shift: Shift, rating: ShiftRating | None) -> datetime:
    if rating is None:
        return shift.ends_at + RATED_WITHIN
    return rating.rated_at + EDITED_WITHIN
