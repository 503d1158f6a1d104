"""Messages to all helpers of an occasion, by a leader or staff. They are audited with their words,
and few in an hour, for each goes to everybody."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_act
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.web.limits import Limit, count_evenly
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.service_records.helper_messages.schemas import HelperMessageOut
from app.service_records.messages import MessageToHelpers
from app.service_records.models import CHECKED_IN, Attendance, AttendanceStatus, Occasion

MESSAGES_AN_HOUR = Limit("helper_messages", 3, 3600)
"""The number of messages to the helpers of one occasion."""
REACHED = CHECKED_IN | {AttendanceStatus.EXPECTED}


def _helpers(occasion: Occasion, but_for: UUID | None) -> Select[Attendance]:
    """Selects those who are to come or have come, without the sender."""
    query = select(Attendance).where(
        Attendance.community_id == occasion.community_id,
        Attendance.occasion_id == occasion.id,
        Attendance.status.in_(sorted(REACHED)),
    )
    return query if but_for is None else query.where(Attendance.participant_id != but_for)


async def send(
    session: AsyncSession,
    occasion: Occasion,
    text: str,
    acting: ActingFor,
    sender: UUID | None = None,
) -> HelperMessageOut:
    """Sends a message to all helpers until a day after the end; `sender` is the participant of a
    leader. Raises TooManyRequests beyond the limit of an occasion, RosterClosed when it is over,
    and the machine's 409 for one that is cancelled."""
    await lock(session, occasion)
    now = clock.now()
    occasion.require_not_cancelled()
    occasion.require_not_long_over(now)
    await count_evenly(session, MESSAGES_AN_HOUR, str(occasion.id), now)
    helpers = (await session.scalars(_helpers(occasion, sender).order_by(Attendance.id))).all()
    message = MessageToHelpers(occasion.title, occasion.starts_at, text)
    for attendance in helpers:
        subject = Subject(SubjectKind.ATTENDANCE, attendance.id)
        notify(
            session,
            occasion.community_id,
            [attendance.participant_id],
            message,
            subject=subject,
        )
    record_act(session, occasion.community_id, acting, "occasion.message_sent", occasion, text=text)
    return HelperMessageOut(sent_at=now, recipients=len(helpers))
