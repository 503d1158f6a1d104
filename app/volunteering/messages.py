"""What volunteering tells people; the texts stand in notifications/templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.notifications.inbox import Message, notify
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


class SignupPending(AboutShift):
    kind = "volunteering.signup_pending"


class SignupWithdrawn(AboutShift):
    kind = "volunteering.signup_withdrawn"


class PlaceIsYours(AboutShift):
    kind = "volunteering.place_is_yours"


class WaitIsOver(AboutShift):
    kind = "volunteering.wait_is_over"


class ShiftIsMoved(AboutShift):
    kind = "volunteering.shift_is_moved"


@dataclass(frozen=True, slots=True)
class SignupWaitlisted(AboutShift):
    kind = "volunteering.signup_waitlisted"
    position: int


@dataclass(frozen=True, slots=True)
class SignupRejected(AboutShift):
    kind = "volunteering.signup_rejected"
    reason: str


@dataclass(frozen=True, slots=True)
class ShiftIsCancelled(AboutShift):
    kind = "volunteering.shift_is_cancelled"
    reason: str


async def notify_signed_up(
    session: AsyncSession, community_id: UUID, event: SignedUp | SignupDecided
) -> None:
    """What has become of it, as it stands when the message is written."""
    signup = await get_row(session, Signup, community_id, event.signup_id)
    about = await _about(session, community_id, signup.shift_id)
    message = _outcome(signup, about)
    if message is not None:
        notify(session, community_id, [signup.participant_id], message)


def _outcome(signup: Signup, about: tuple[str, datetime]) -> Message | None:
    match signup.status:
        case SignupStatus.CONFIRMED:
            return SignupConfirmed(*about)
        case SignupStatus.PENDING_REVIEW:
            return SignupPending(*about)
        case SignupStatus.WAITLISTED:
            return SignupWaitlisted(*about, position=signup.position or 0)
        case SignupStatus.REJECTED:
            return SignupRejected(*about, reason=signup.reason or "")
    return None  # it has moved on, and what moved it tells


async def notify_place_handed_on(
    session: AsyncSession, community_id: UUID, event: PlaceHandedOn
) -> None:
    await _tell_about(session, community_id, event.signup_id, PlaceIsYours)


async def notify_wait_lapsed(session: AsyncSession, community_id: UUID, event: WaitLapsed) -> None:
    await _tell_about(session, community_id, event.signup_id, WaitIsOver)


async def notify_withdrawn(
    session: AsyncSession, community_id: UUID, event: WithdrawnAtDesk
) -> None:
    await _tell_about(session, community_id, event.signup_id, SignupWithdrawn)


async def notify_shift_moved(session: AsyncSession, community_id: UUID, event: ShiftMoved) -> None:
    about = await _about(session, community_id, event.shift_id)
    who = await _people(session, community_id, event.shift_id, sorted(LIVE))
    notify(session, community_id, who, ShiftIsMoved(*about))


async def notify_shift_cancelled(
    session: AsyncSession, community_id: UUID, event: ShiftCancelled
) -> None:
    """Those who had signed up, with the reason."""
    about = await _about(session, community_id, event.shift_id)
    cancelled = [SignupStatus.CANCELLED]
    who = await _people(session, community_id, event.shift_id, cancelled)
    reason = await session.scalar(
        select(Signup.reason)
        .filter_by(community_id=community_id, shift_id=event.shift_id, status=cancelled[0])
        .limit(1)
    )
    notify(session, community_id, who, ShiftIsCancelled(*about, reason=reason or ""))


async def _tell_about(
    session: AsyncSession, community_id: UUID, signup_id: UUID, message: type[AboutShift]
) -> None:
    signup = await get_row(session, Signup, community_id, signup_id)
    about = await _about(session, community_id, signup.shift_id)
    notify(session, community_id, [signup.participant_id], message(*about))


async def _about(session: AsyncSession, community_id: UUID, shift_id: UUID) -> tuple[str, datetime]:
    shift = await get_row(session, Shift, community_id, shift_id)
    activity = await get_row(session, Activity, community_id, shift.activity_id)
    return activity.title, shift.starts_at


async def _people(
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
