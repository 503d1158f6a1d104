"""The message that asks a helper, once after the end of a shift, how it was."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Template
from app.service_records.events import AttendanceLeft
from app.service_records.models import Attendance, AttendanceStatus
from app.volunteering.events import ShiftEnded
from app.volunteering.messages.about import AboutShift, load_about, notify_person
from app.volunteering.models import Shift, Signup


class RatingAsked(AboutShift):
    kind = "volunteering.rating_asked"
    template = Template(
        Text("这次活动怎么样", "How was it?"),
        Text(
            "感谢参加“{title}”（{starts_at}）。欢迎评分或留言，留言只有组织者能看到，与服务时长无关。",
            "Thank you for taking part in “{title}” ({starts_at}). You may rate it and leave words"
            " that only the organisers read; your hours do not depend on it.",
        ),
    )


async def ask_at_end(session: AsyncSession, community_id: UUID, event: ShiftEnded) -> None:
    """Asks those who had checked out before the end. The others are asked as they are checked
    out."""
    shift = await get_row(session, Shift, community_id, event.shift_id)
    query = (
        select(Signup)
        .join(
            Attendance,
            (Attendance.community_id == Signup.community_id) & (Attendance.id == Signup.id),
        )
        .where(
            Signup.community_id == community_id,
            Attendance.community_id == community_id,
            Signup.shift_id == shift.id,
            Attendance.status == AttendanceStatus.LEFT,
            Attendance.checked_out_at < shift.ends_at,
        )
        .order_by(Signup.id)
    )
    for signup in await session.scalars(query):
        await _ask(session, signup)


async def ask_who_left(session: AsyncSession, community_id: UUID, event: AttendanceLeft) -> None:
    """Asks a helper of a shift who is checked out at its end or later."""
    key = {"community_id": community_id, "id": event.attendance_id}
    attendance, signup = await session.get(Attendance, key), await session.get(Signup, key)
    if attendance is None or signup is None or attendance.checked_out_at is None:
        return
    shift = await get_row(session, Shift, community_id, signup.shift_id)
    if attendance.checked_out_at >= shift.ends_at:
        await _ask(session, signup)


async def _ask(session: AsyncSession, signup: Signup) -> None:
    about = await load_about(session, signup.community_id, signup.shift_id)
    notify_person(session, signup, RatingAsked(*about))


MESSAGES = (RatingAsked,)
LISTENERS = (
    Listener("volunteering.ask_at_end", ShiftEnded, ask_at_end),
    Listener("volunteering.ask_who_left", AttendanceLeft, ask_who_left),
)
