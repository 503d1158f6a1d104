"""Messages of volunteering: their texts, and the listeners that send them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.volunteering.events import (
    PlaceHandedOn,
    ShiftCancelled,
    ShiftMoved,
    SignedUp,
    SignupDecided,
    WaitLapsed,
    WithdrawnAtDesk,
)
from app.volunteering.models import LIVE, Activity, Shift, Signup, SignupStatus


@dataclass(frozen=True, slots=True)
class AboutShift(Message):
    title: str
    starts_at: datetime


class SignupConfirmed(AboutShift):
    kind = "volunteering.signup_confirmed"
    template = Template(
        Text("报名成功", "You have a place"),
        Text(
            "您已报名“{title}”，{starts_at}开始，请准时参加。",
            "You have signed up for “{title}”, which starts on {starts_at}.",
        ),
    )


class SignupPending(AboutShift):
    kind = "volunteering.signup_pending"
    template = Template(
        Text("报名待审核", "Your sign-up is being reviewed"),
        Text(
            "您报名的“{title}”（{starts_at}）正在审核，结果会另行通知。",
            "Your sign-up for “{title}” ({starts_at}) is being reviewed; we will tell you.",
        ),
    )


class SignupWithdrawn(AboutShift):
    kind = "volunteering.signup_withdrawn"
    template = Template(
        Text("报名已取消", "Your sign-up was withdrawn"),
        Text(
            "社区工作人员已按您的要求取消您对“{title}”（{starts_at}）的报名。",
            "At your request our desk has withdrawn your sign-up for “{title}” ({starts_at}).",
        ),
    )


class PlaceIsYours(AboutShift):
    kind = "volunteering.place_is_yours"
    template = Template(
        Text("候补成功", "A place is yours"),
        Text(
            "有人退出，您已递补参加“{title}”，{starts_at}开始。不能参加请及时取消。",
            "A place in “{title}” ({starts_at}) has come free and is yours. If you cannot come,"
            " please withdraw soon.",
        ),
    )


class WaitIsOver(AboutShift):
    kind = "volunteering.wait_is_over"
    template = Template(
        Text("候补结束", "The wait is over"),
        Text(
            "“{title}”（{starts_at}）已开始，很遗憾没有空出名额，欢迎参加下次活动。",
            "“{title}” ({starts_at}) has begun, and no place came free. Please come next time.",
        ),
    )


class ShiftIsMoved(AboutShift):
    kind = "volunteering.shift_is_moved"
    template = Template(
        Text("班次时间有变", "Your shift has moved"),
        Text(
            "您报名的“{title}”时间已调整，现为{starts_at}开始。不能参加请及时取消。",
            "“{title}”, for which you have signed up, now starts on {starts_at}. If you cannot"
            " come, please withdraw.",
        ),
    )


@dataclass(frozen=True, slots=True)
class SignupWaitlisted(AboutShift):
    kind = "volunteering.signup_waitlisted"
    template = Template(
        Text("已进入候补", "You are on the waitlist"),
        Text(
            "“{title}”（{starts_at}）名额已满，您在候补队列的第{position}号，有空位时按顺序递补。",
            "“{title}” ({starts_at}) is full. Your number in the line is {position}; places that"
            " come free are given in order.",
        ),
    )
    position: int


@dataclass(frozen=True, slots=True)
class SignupRejected(AboutShift):
    kind = "volunteering.signup_rejected"
    template = Template(
        Text("报名未通过", "Your sign-up was not accepted"),
        Text(
            "您报名的“{title}”（{starts_at}）未通过审核。原因：{reason}",
            "Your sign-up for “{title}” ({starts_at}) was not accepted: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class ShiftIsCancelled(AboutShift):
    kind = "volunteering.shift_is_cancelled"
    template = Template(
        Text("活动已取消", "Your shift is cancelled"),
        Text(
            "很抱歉，“{title}”（{starts_at}）已取消。原因：{reason}",
            "We are sorry: “{title}” ({starts_at}) is cancelled. {reason}",
        ),
    )
    reason: str


async def notify_signed_up(
    session: AsyncSession, community_id: UUID, event: SignedUp | SignupDecided
) -> None:
    """Sends the outcome of the event, unless the sign-up has changed since then: that change
    sends its own message, or the person has made it."""
    signup = await get_row(session, Signup, community_id, event.signup_id)
    if event.status not in (None, signup.status):
        return
    about = await _about(session, community_id, signup.shift_id)
    message = _outcome(signup, event.position or signup.position or 0, about)
    if message is not None:
        _notify(session, signup, message)


def _outcome(signup: Signup, position: int, about: tuple[str, datetime]) -> Message | None:
    match signup.status:
        case SignupStatus.CONFIRMED:
            return SignupConfirmed(*about)
        case SignupStatus.PENDING_REVIEW:
            return SignupPending(*about)
        case SignupStatus.WAITLISTED:
            return SignupWaitlisted(*about, position=position)
        case SignupStatus.REJECTED:
            return SignupRejected(*about, reason=signup.reason or "")
    return None


async def notify_place_handed_on(
    session: AsyncSession, community_id: UUID, event: PlaceHandedOn
) -> None:
    """Sends the message only while the person has the place: it may have been given up or
    cancelled since then."""
    await _notify_about_shift(
        session, community_id, event.signup_id, PlaceIsYours, only_in=SignupStatus.CONFIRMED
    )


async def notify_wait_lapsed(session: AsyncSession, community_id: UUID, event: WaitLapsed) -> None:
    await _notify_about_shift(session, community_id, event.signup_id, WaitIsOver)


async def notify_withdrawn(
    session: AsyncSession, community_id: UUID, event: WithdrawnAtDesk
) -> None:
    await _notify_about_shift(session, community_id, event.signup_id, SignupWithdrawn)


async def notify_shift_moved(session: AsyncSession, community_id: UUID, event: ShiftMoved) -> None:
    """Sends the new time, unless the shift has been moved again: that event sends the newest."""
    shift = await get_row(session, Shift, community_id, event.shift_id)
    times = (event.starts_at or shift.starts_at, event.ends_at or shift.ends_at)
    if times != (shift.starts_at, shift.ends_at):
        return
    about = await _about(session, community_id, event.shift_id)
    participant_ids = await _participant_ids(session, community_id, event.shift_id, sorted(LIVE))
    subject = Subject(SubjectKind.ACTIVITY, shift.activity_id)
    notify(session, community_id, participant_ids, ShiftIsMoved(*about), subject=subject)


async def notify_shift_cancelled(
    session: AsyncSession, community_id: UUID, event: ShiftCancelled
) -> None:
    """Sends the reason to everybody who had signed up."""
    about = await _about(session, community_id, event.shift_id)
    cancelled = [SignupStatus.CANCELLED]
    participant_ids = await _participant_ids(session, community_id, event.shift_id, cancelled)
    query = (
        select(Signup)
        .filter_by(community_id=community_id, shift_id=event.shift_id, status=cancelled[0])
        .limit(1)
    )
    signup = await session.scalar(query)
    reason = (signup and signup.reason) or ""
    shift = await get_row(session, Shift, community_id, event.shift_id)
    subject = Subject(SubjectKind.ACTIVITY, shift.activity_id)
    message = ShiftIsCancelled(*about, reason=reason)
    notify(session, community_id, participant_ids, message, subject=subject)


async def _notify_about_shift(
    session: AsyncSession,
    community_id: UUID,
    signup_id: UUID,
    message: type[AboutShift],
    *,
    only_in: SignupStatus | None = None,
) -> None:
    signup = await get_row(session, Signup, community_id, signup_id)
    if only_in not in (None, signup.status):
        return
    about = await _about(session, community_id, signup.shift_id)
    _notify(session, signup, message(*about))


def _notify(session: AsyncSession, signup: Signup, message: Message) -> None:
    subject = Subject(SubjectKind.SIGNUP, signup.id)
    notify(session, signup.community_id, [signup.participant_id], message, subject=subject)


async def _about(session: AsyncSession, community_id: UUID, shift_id: UUID) -> tuple[str, datetime]:
    shift = await get_row(session, Shift, community_id, shift_id)
    activity = await get_row(session, Activity, community_id, shift.activity_id)
    return activity.title, shift.starts_at


async def _participant_ids(
    session: AsyncSession, community_id: UUID, shift_id: UUID, states: Sequence[SignupStatus]
) -> Sequence[UUID]:
    query = (
        select(Signup.participant_id)
        .where(
            Signup.community_id == community_id,
            Signup.shift_id == shift_id,
            Signup.status.in_(states),
        )
        .order_by(Signup.id)
    )
    return (await session.scalars(query)).all()


MESSAGES = (
    SignupConfirmed,
    SignupPending,
    SignupWithdrawn,
    PlaceIsYours,
    WaitIsOver,
    ShiftIsMoved,
    SignupWaitlisted,
    SignupRejected,
    ShiftIsCancelled,
)
LISTENERS = (
    Listener("volunteering.notify_signed_up", SignedUp, notify_signed_up),
    Listener("volunteering.notify_signed_up", SignupDecided, notify_signed_up),
    Listener("volunteering.notify_place_handed_on", PlaceHandedOn, notify_place_handed_on),
    Listener("volunteering.notify_wait_lapsed", WaitLapsed, notify_wait_lapsed),
    Listener("volunteering.notify_withdrawn", WithdrawnAtDesk, notify_withdrawn),
    Listener("volunteering.notify_shift_moved", ShiftMoved, notify_shift_moved),
    Listener("volunteering.notify_shift_cancelled", ShiftCancelled, notify_shift_cancelled),
)
