"""Cover: suitable people are asked to sign up, because somebody cannot come. The place is given up
by a withdrawal as ever, and then goes on in the order of the line."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.web.limits import Limit, count_evenly
from app.service_records.models import Attendance
from app.volunteering.cover.schemas import CoverOut
from app.volunteering.errors import CoverSought
from app.volunteering.events import CoverWanted
from app.volunteering.models import Shift, Signup, SignupStatus

SEARCHES_A_DAY = Limit("cover_of_shift", 5, 24 * 3600)
"""Searches of one shift: the same people would be asked again and again."""


async def seek(session: AsyncSession, signup: Signup, acting: ActingFor) -> CoverOut:
    """Asks suitable people to sign up. Raises CoverSought where they were asked already,
    ShiftStarted after the start, the machine's 409 for a sign-up without a place, and
    TooManyRequests beyond the limit of a shift."""
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    await lock(session, shift, signup)
    now = clock.now()
    signup.require_in({SignupStatus.CONFIRMED}, wanted=SignupStatus.CONFIRMED)
    shift.require_not_started(now)
    attendance = await get_row(session, Attendance, signup.community_id, signup.id)
    await lock(session, attendance)
    attendance.require("release")
    if attendance.cover_sought_at is not None:
        raise CoverSought(sought_at=attendance.cover_sought_at)
    await count_evenly(session, SEARCHES_A_DAY, str(shift.id), now)
    attendance.cover_sought_at = now
    emit(session, signup.community_id, CoverWanted(signup_id=signup.id))
    record_desk_act(session, signup.community_id, acting, "signup.cover_sought", signup)
    return CoverOut(signup_id=signup.id, sought_at=now)
