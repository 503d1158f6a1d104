"""Messages to residents about their duties."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.double_reporting.duties.queries import colleagues
from app.double_reporting.events import (
    DutyDayCancelled,
    DutyDayMoved,
    DutyInvited,
    DutyOffered,
    DutyTakenOver,
)
from app.double_reporting.models import LIVE_DUTY, Duty, DutyDay, DutyStatus, Post, ServiceDay
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Span, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class AboutDuty(Message):
    title: str
    time: Span


@dataclass(frozen=True, slots=True)
class InvitedToServiceDay(AboutDuty):
    kind = "double_reporting.duty_invited"
    template = Template(
        Text("邀请您参加社区服务日", "You are invited to a service day"),
        Text(
            "“{title}”：{time}，地点：{place}。自愿参加，不来无需说明，也不会被记为缺席。",
            "“{title}”: {time}, at {place}. Coming is voluntary: who does not come need not say so,"
            " and is not counted as absent.",
        ),
    )
    place: str


class DutyForYou(AboutDuty):
    kind = "double_reporting.duty_offered"
    template = Template(
        Text("有人请您接替值守", "Somebody asks you to take over"),
        Text(
            "有人请您接替岗位“{title}”{time}的值守。是否接替由您决定，您同意后才会排给您。",
            "Somebody of “{title}” asks you to take over their duty, {time}. It is yours only if"
            " you accept.",
        ),
    )


class DutyHandedOn(AboutDuty):
    kind = "double_reporting.duty_taken_over"
    template = Template(
        Text("您的值守已有人接替", "Your duty was taken over"),
        Text(
            "您在“{title}”{time}的值守已由他人接替，您无需到场。",
            "Your duty of “{title}”, {time}, was taken over: you need not come.",
        ),
    )


@dataclass(frozen=True, slots=True)
class DutyCancelled(AboutDuty):
    kind = "double_reporting.duty_day_cancelled"
    template = Template(
        Text("值守已取消", "Your duty is cancelled"),
        Text(
            "“{title}”{time}的值守已取消。原因：{reason}",
            "Your duty of “{title}”, {time}, is cancelled: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class ServiceDayMoved(AboutDuty):
    kind = "double_reporting.duty_day_moved"
    template = Template(
        Text("社区服务日有变动", "A service day has changed"),
        Text(
            "“{title}”原定{before}，现为{time}，地点：{place}。是否参加请重新确认；不来也不会被记为缺席。",
            "“{title}”, so far {before}, is now {time}, at {place}. Please say anew whether you"
            " come; who does not is not counted as absent.",
        ),
    )
    before: Span
    place: str


async def notify_invited(session: AsyncSession, community_id: UUID, event: DutyInvited) -> None:
    """Invites the person, unless they have answered or the day has begun since then."""
    duty, day = await _load(session, community_id, event.duty_id)
    if duty.status is DutyStatus.INVITED and day.starts_at > clock.now():
        service_day = await get_row(session, ServiceDay, community_id, day.source_id)
        message = InvitedToServiceDay(service_day.title, _span(day), service_day.place)
        _notify(session, duty, [duty.participant_id], message)


async def notify_offered(session: AsyncSession, community_id: UUID, event: DutyOffered) -> None:
    """Tells those who are asked, while nobody has accepted."""
    duty, day = await _load(session, community_id, event.duty_id)
    if not duty.is_offered or day.starts_at <= clock.now():
        return
    asked = colleagues(duty, day).with_only_columns(Participant.id)
    if duty.offered_to is not None:
        asked = asked.where(Participant.id == duty.offered_to)
    people = (await session.scalars(asked)).all()
    message = DutyForYou(await _title(session, day), _span(day))
    subject = Subject(SubjectKind.POST, day.source_id)
    notify(session, community_id, people, message, subject=subject)


async def notify_taken_over(
    session: AsyncSession, community_id: UUID, event: DutyTakenOver
) -> None:
    duty, day = await _load(session, community_id, event.duty_id)
    message = DutyHandedOn(await _title(session, day), _span(day))
    _notify(session, duty, [duty.participant_id], message)


async def notify_cancelled(
    session: AsyncSession, community_id: UUID, event: DutyDayCancelled
) -> None:
    """Tells everybody who was to come, each about their own duty."""
    day = await get_row(session, DutyDay, community_id, event.duty_day_id)
    message = DutyCancelled(await _title(session, day), _span(day), day.cancel_reason or "")
    for duty in await _duties(session, day, event.participant_ids):
        _notify(session, duty, [duty.participant_id], message)


async def notify_moved(session: AsyncSession, community_id: UUID, event: DutyDayMoved) -> None:
    """Tells everybody who is still asked to come."""
    day = await get_row(session, DutyDay, community_id, event.duty_day_id)
    service_day = await get_row(session, ServiceDay, community_id, day.source_id)
    before = Span(event.began_at, event.ended_at)
    message = ServiceDayMoved(service_day.title, _span(day), before, service_day.place)
    for duty in await _duties(session, day):
        if duty.status in LIVE_DUTY:
            _notify(session, duty, [duty.participant_id], message)


async def _load(session: AsyncSession, community_id: UUID, duty_id: UUID) -> tuple[Duty, DutyDay]:
    duty = await get_row(session, Duty, community_id, duty_id)
    return duty, await get_row(session, DutyDay, community_id, duty.duty_day_id)


async def _duties(
    session: AsyncSession, day: DutyDay, people: Sequence[UUID] | None = None
) -> Sequence[Duty]:
    """Returns the duties of a day, the last one of each of the people where they are named."""
    statement = (
        select(Duty)
        .where(Duty.community_id == day.community_id, Duty.duty_day_id == day.id)
        .order_by(Duty.id)
    )
    if people is None:
        return (await session.scalars(statement)).all()
    rows = await session.scalars(statement.where(Duty.participant_id.in_(people)))
    return list({duty.participant_id: duty for duty in rows}.values())


async def _title(session: AsyncSession, day: DutyDay) -> str:
    if day.is_of_community:
        return (await get_row(session, ServiceDay, day.community_id, day.source_id)).title
    return (await get_row(session, Post, day.community_id, day.source_id)).title


def _span(day: DutyDay) -> Span:
    return Span(day.starts_at, day.ends_at)


def _notify(session: AsyncSession, duty: Duty, people: list[UUID], message: Message) -> None:
    subject = Subject(SubjectKind.DUTY, duty.id)
    notify(session, duty.community_id, people, message, subject=subject)


MESSAGES = (InvitedToServiceDay, DutyForYou, DutyHandedOn, DutyCancelled, ServiceDayMoved)
LISTENERS = (
    Listener("double_reporting.notify_duty_invited", DutyInvited, notify_invited),
    Listener("double_reporting.notify_duty_offered", DutyOffered, notify_offered),
    Listener("double_reporting.notify_duty_taken_over", DutyTakenOver, notify_taken_over),
    Listener("double_reporting.notify_duty_day_cancelled", DutyDayCancelled, notify_cancelled),
    Listener("double_reporting.notify_duty_day_moved", DutyDayMoved, notify_moved),
)
