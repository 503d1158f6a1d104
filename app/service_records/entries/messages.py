"""Messages of service entries: each with its texts, and the listener that sends it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.service_records.events import (
    EntryConfirmed,
    EntryObjected,
    EntryPosted,
    EntryReturned,
    EntryReversed,
    ObjectionAnswered,
)
from app.service_records.models import EntryObjection, EntryStatus, Leader, ServiceEntry


@dataclass(frozen=True, slots=True)
class AboutEntry(Message):
    title: str
    served_on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class EntryIsPosted(AboutEntry):
    kind = "service_records.entry_posted"
    template = Template(
        Text("服务时长公示中", "Your service is shown to the community"),
        Text(
            "您{served_on}参加“{title}”的服务时长{minutes}分钟正在公示，姓名只显示首字，"
            "公示至{notice_ends_at}。",
            "Your {minutes} minutes at “{title}” on {served_on} are shown to the community, with"
            " the first character of your name, until {notice_ends_at}.",
        ),
    )
    notice_ends_at: datetime


class EntryIsConfirmed(AboutEntry):
    kind = "service_records.entry_confirmed"
    template = Template(
        Text("服务时长已确认", "Your service is confirmed"),
        Text(
            "您{served_on}参加“{title}”的服务时长{minutes}分钟已确认计入，谢谢您。",
            "Your {minutes} minutes at “{title}” on {served_on} are confirmed. Thank you.",
        ),
    )


@dataclass(frozen=True, slots=True)
class EntryIsReturned(AboutEntry):
    kind = "service_records.entry_returned"
    template = Template(
        Text("服务时长已退回", "A service entry was returned"),
        Text(
            "{served_on}“{title}”的一条服务时长（{minutes}分钟）已退回，原因：{reason}。"
            "负责人可以说明后重新提交，或请社区更正。",
            "A service entry of “{title}” on {served_on} ({minutes} minutes) was returned:"
            " {reason}. A leader may answer and submit it again, or ask the community to correct"
            " it.",
        ),
    )
    reason: str


class EntryIsContested(AboutEntry):
    kind = "service_records.entry_objected"
    template = Template(
        Text("服务时长需重新审核", "Your service is reviewed again"),
        Text(
            "公示期间有人对您{served_on}参加“{title}”的服务时长（{minutes}分钟）提出异议，"
            "社区将重新审核并告知结果。",
            "Somebody has objected to your {minutes} minutes at “{title}” on {served_on}. The"
            " community reviews them again and will tell you.",
        ),
    )


@dataclass(frozen=True, slots=True)
class EntryIsReversed(AboutEntry):
    kind = "service_records.entry_reversed"
    template = Template(
        Text("服务时长已冲正", "Your service was reversed"),
        Text(
            "您{served_on}参加“{title}”的服务时长{minutes}分钟经两名工作人员确认已冲正，不再计入，"
            "原因：{reason}。如有疑问请联系社区。",
            "Your {minutes} minutes at “{title}” on {served_on} count no more; two members of the"
            " staff have decided so: {reason}. Please ask the community if you have questions.",
        ),
    )
    reason: str


class ObjectionUpheld(AboutEntry):
    kind = "service_records.objection_upheld"
    template = Template(
        Text("您的异议已采纳", "Your objection was upheld"),
        Text(
            "您对{served_on}“{title}”一条服务时长（{minutes}分钟）的异议已采纳，该记录已退回。",
            "Your objection to a service entry of “{title}” on {served_on} ({minutes} minutes) was"
            " upheld: it was returned.",
        ),
    )


class ObjectionDismissed(AboutEntry):
    kind = "service_records.objection_dismissed"
    template = Template(
        Text("您的异议已核实", "Your objection was looked into"),
        Text(
            "社区已核实您对{served_on}“{title}”一条服务时长（{minutes}分钟）的异议，"
            "认为记录属实，现重新公示。",
            "The community has looked into your objection to a service entry of “{title}” on"
            " {served_on} ({minutes} minutes), finds it right, and shows it again.",
        ),
    )


async def notify_posted(session: AsyncSession, community_id: UUID, event: EntryPosted) -> None:
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    if entry.status is EntryStatus.IN_NOTICE and entry.notice_ends_at is not None:
        message = EntryIsPosted(*_about(entry), notice_ends_at=entry.notice_ends_at)
        _notify(session, entry, [entry.participant_id], message)


async def notify_confirmed(
    session: AsyncSession, community_id: UUID, event: EntryConfirmed
) -> None:
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    if entry.status is EntryStatus.CONFIRMED:
        _notify(session, entry, [entry.participant_id], EntryIsConfirmed(*_about(entry)))


async def notify_returned(session: AsyncSession, community_id: UUID, event: EntryReturned) -> None:
    """Tell the leaders, who may answer, and the person."""
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    if entry.status is not EntryStatus.RETURNED:
        return
    leaders = await session.scalars(
        select(Leader.participant_id).filter_by(
            community_id=community_id, source_id=entry.source_id
        )
    )
    people = list(dict.fromkeys([entry.participant_id, *leaders]))
    message = EntryIsReturned(*_about(entry), reason=entry.return_reason or "—")
    _notify(session, entry, people, message)


async def notify_contested(session: AsyncSession, community_id: UUID, event: EntryObjected) -> None:
    """Tell the person that there is an objection; never whose it is, nor its words."""
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    if entry.status is EntryStatus.REVIEWED:
        _notify(session, entry, [entry.participant_id], EntryIsContested(*_about(entry)))


async def notify_reversed(session: AsyncSession, community_id: UUID, event: EntryReversed) -> None:
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    message = EntryIsReversed(*_about(entry), reason=entry.reversal_reason or "—")
    _notify(session, entry, [entry.participant_id], message)


async def notify_objector(
    session: AsyncSession, community_id: UUID, event: ObjectionAnswered
) -> None:
    objection = await get_row(session, EntryObjection, community_id, event.objection_id)
    entry = await get_row(session, ServiceEntry, community_id, objection.entry_id)
    kind = ObjectionUpheld if objection.is_upheld else ObjectionDismissed
    subject = Subject(SubjectKind.COMMUNITY, community_id)
    people = [objection.participant_id]
    notify(session, community_id, people, kind(*_about(entry)), subject=subject)


def _about(entry: ServiceEntry) -> tuple[str, date, int]:
    return entry.title, entry.served_on, entry.minutes


def _notify(
    session: AsyncSession, entry: ServiceEntry, people: list[UUID], message: Message
) -> None:
    subject = Subject(SubjectKind.SERVICE_ENTRY, entry.id)
    notify(session, entry.community_id, people, message, subject=subject)


MESSAGES: tuple[type[Message], ...] = (
    EntryIsPosted,
    EntryIsConfirmed,
    EntryIsReturned,
    EntryIsContested,
    EntryIsReversed,
    ObjectionUpheld,
    ObjectionDismissed,
)
LISTENERS = (
    Listener("service_records.notify_posted", EntryPosted, notify_posted),
    Listener("service_records.notify_confirmed", EntryConfirmed, notify_confirmed),
    Listener("service_records.notify_returned", EntryReturned, notify_returned),
    Listener("service_records.notify_contested", EntryObjected, notify_contested),
    Listener("service_records.notify_reversed", EntryReversed, notify_reversed),
    Listener("service_records.notify_objector", ObjectionAnswered, notify_objector),
)
