"""Messages of service records: each with its texts, and the listener that sends it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.service_records.events import DisputeDecided, LeaderNamed, LeaderRemoved, MarkedAbsent
from app.service_records.models import Attendance, AttendanceStatus, Occasion, OccasionKind


@dataclass(frozen=True, slots=True)
class AboutSource(Message):
    title: str


class LeaderIsNamed(AboutSource):
    kind = "service_records.leader_is_named"
    template = Template(
        Text("请您担任负责人", "You have been named a leader"),
        Text(
            "社区请您担任“{title}”的负责人。开始前2小时至结束后24小时，您可以查看名单、"
            "显示签到码、为参加者签到和签退。",
            "You have been named a leader of “{title}”. From 2 hours before the start to 24 hours"
            " after the end you can see who comes, show the check-in code, and check people in"
            " and out.",
        ),
    )


class LeaderIsRemoved(AboutSource):
    kind = "service_records.leader_is_removed"
    template = Template(
        Text("您不再担任负责人", "You are no longer a leader"),
        Text(
            "您已卸任“{title}”的负责人，感谢您的付出。",
            "You are no longer a leader of “{title}”. Thank you for what you have done.",
        ),
    )


@dataclass(frozen=True, slots=True)
class AboutPresence(Message):
    title: str
    starts_at: datetime


class AbsenceNoted(AboutPresence):
    kind = "service_records.absence_noted"
    template = Template(
        Text("到场记录登记为缺席", "You have been marked as absent"),
        Text(
            "您在“{title}”（{starts_at}）的到场记录登记为缺席。如果您当时在场，可以提出异议，"
            "由登记人以外的工作人员核实。",
            "You have been marked as absent from “{title}” ({starts_at}). If you were there, you"
            " may dispute it; another person then looks into it.",
        ),
    )


@dataclass(frozen=True, slots=True)
class AbsenceNotedWithReason(AboutPresence):
    kind = "service_records.absence_noted_with_reason"
    template = Template(
        Text("到场记录登记为缺席", "You have been marked as absent"),
        Text(
            "您在“{title}”（{starts_at}）的到场记录登记为缺席，说明：{reason}。"
            "如果您当时在场，可以提出异议，由登记人以外的工作人员核实。",
            "You have been marked as absent from “{title}” ({starts_at}): {reason}. If you were"
            " there, you may dispute it; another person then looks into it.",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class AbsenceUpheld(AboutPresence):
    kind = "service_records.absence_upheld"
    template = Template(
        Text("缺席登记维持不变", "The record of your absence stands"),
        Text(
            "对“{title}”（{starts_at}）缺席登记的异议已核实，登记不变。理由：{reason}",
            "Your objection to the absence from “{title}” ({starts_at}) has been looked into, and"
            " the record stands: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class AbsenceCorrected(AboutPresence):
    kind = "service_records.absence_corrected"
    template = Template(
        Text("缺席登记已更正", "The record of your absence was corrected"),
        Text(
            "“{title}”（{starts_at}）的缺席登记已更正为到场。理由：{reason}",
            "“{title}” ({starts_at}): the record now says that you were there. {reason}",
        ),
    )
    reason: str


class ComesTomorrow(AboutPresence):
    kind = "service_records.comes_tomorrow"
    template = Template(
        Text("服务提醒", "A reminder"),
        Text(
            "“{title}”{starts_at}开始。如不能参加，请尽早取消，方便安排其他人。",
            "“{title}” begins on {starts_at}. If you cannot come, please withdraw soon, so that"
            " somebody else can.",
        ),
    )


class ComesSoon(AboutPresence):
    kind = "service_records.comes_soon"
    template = Template(
        Text("服务即将开始", "Your service begins soon"),
        Text(
            "“{title}”{starts_at}开始，期待您的参加。",
            "“{title}” begins on {starts_at}. We look forward to seeing you.",
        ),
    )


@dataclass(frozen=True, slots=True)
class MessageToHelpers(AboutPresence):
    kind = "service_records.message_to_helpers"
    template = Template(
        Text("给参加者的通知", "A message to all helpers"),
        Text(
            "“{title}”（{starts_at}）的通知：{text}",
            "About “{title}” ({starts_at}): {text}",
        ),
    )
    text: str


async def notify_leader_named(
    session: AsyncSession, community_id: UUID, event: LeaderNamed
) -> None:
    message = LeaderIsNamed(event.title)
    subject = _source(community_id, event)
    notify(session, community_id, [event.participant_id], message, subject=subject)


async def notify_leader_removed(
    session: AsyncSession, community_id: UUID, event: LeaderRemoved
) -> None:
    message = LeaderIsRemoved(event.title)
    subject = _source(community_id, event)
    notify(session, community_id, [event.participant_id], message, subject=subject)


def _source(community_id: UUID, event: LeaderNamed | LeaderRemoved) -> Subject:
    """Returns the activity or the post; the community for a draft, which only staff can open."""
    if not event.is_shown:
        return Subject(SubjectKind.COMMUNITY, community_id)
    is_activity = event.source_kind == OccasionKind.SHIFT
    return Subject(SubjectKind.ACTIVITY if is_activity else SubjectKind.POST, event.source_id)


async def notify_marked_absent(
    session: AsyncSession, community_id: UUID, event: MarkedAbsent
) -> None:
    """Sends the message only while the absence stands as it was marked."""
    attendance = await get_row(session, Attendance, community_id, event.attendance_id)
    if attendance.status is not AttendanceStatus.ABSENT:
        return
    about = await _about(session, attendance)
    reason = attendance.absence_reason
    notify_person(
        session,
        attendance,
        AbsenceNoted(*about) if reason is None else AbsenceNotedWithReason(*about, reason),
    )


async def notify_dispute_decided(
    session: AsyncSession, community_id: UUID, event: DisputeDecided
) -> None:
    attendance = await get_row(session, Attendance, community_id, event.attendance_id)
    is_upheld = attendance.status is AttendanceStatus.ABSENT
    message = AbsenceUpheld if is_upheld else AbsenceCorrected
    about = await _about(session, attendance)
    notify_person(session, attendance, message(*about, attendance.decision_reason or ""))


async def _about(session: AsyncSession, attendance: Attendance) -> tuple[str, datetime]:
    """Returns the first two variables of messages about a presence."""
    occasion = await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
    return occasion.title, occasion.starts_at


def notify_person(session: AsyncSession, attendance: Attendance, message: Message) -> None:
    """Sends a message about their attendance to the person whose it is."""
    subject = Subject(SubjectKind.ATTENDANCE, attendance.id)
    notify(session, attendance.community_id, [attendance.participant_id], message, subject=subject)


MESSAGES = (
    LeaderIsNamed,
    LeaderIsRemoved,
    AbsenceNoted,
    AbsenceNotedWithReason,
    AbsenceUpheld,
    AbsenceCorrected,
    ComesTomorrow,
    ComesSoon,
    MessageToHelpers,
)
LISTENERS = (
    Listener("service_records.notify_leader_named", LeaderNamed, notify_leader_named),
    Listener("service_records.notify_leader_removed", LeaderRemoved, notify_leader_removed),
    Listener("service_records.notify_marked_absent", MarkedAbsent, notify_marked_absent),
    Listener("service_records.notify_dispute_decided", DisputeDecided, notify_dispute_decided),
)
