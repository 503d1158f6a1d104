"""Messages to members about their registrations. None names an organization."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.double_reporting.events import (
    MemberRegistrationEnded,
    MemberRegistrationEntered,
    MemberRegistrationReviewed,
    MemberRegistrationWithdrawnAtDesk,
)
from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class AboutRegistration(Message):
    names_nobody = True
    community: str


class RegistrationEntered(AboutRegistration):
    kind = "double_reporting.registration_entered"
    template = Template(
        Text("报到已登记", "Your registration was entered"),
        Text(
            "{community}服务窗口已按您的要求登记您的报到，结果会另行通知。",
            "At your request the desk of {community} has entered your registration; we will tell"
            " you the outcome.",
        ),
    )


class RegistrationWithdrawn(AboutRegistration):
    kind = "double_reporting.registration_withdrawn"
    template = Template(
        Text("报到已撤回", "Your registration was withdrawn"),
        Text(
            "{community}服务窗口已按您的要求撤回您的报到。",
            "At your request the desk of {community} has withdrawn your registration.",
        ),
    )


class RegistrationForgotten(AboutRegistration):
    """Message about deleted registrations, in words that do not say what was deleted: it is kept
    when nothing else of them is."""

    kind = "double_reporting.registration_forgotten"
    template = Template(
        Text("相关信息已按您的要求删除", "Deleted, as you have withdrawn your consent"),
        Text(
            "您已撤回同意，{community}已停止使用并删除相关信息，据此开具的编号同时失效。",
            "You have withdrawn your consent: {community} no longer uses what it covered and has"
            " deleted it, and any number issued for it is no longer valid.",
        ),
    )


@dataclass(frozen=True, slots=True)
class RegistrationActive(AboutRegistration):
    kind = "double_reporting.registration_active"
    template = Template(
        Text("报到成功", "You are registered"),
        Text(
            "您在{community}的报到已确认，回执编号{number}。",
            "Your registration in {community} is confirmed; the receipt is number {number}.",
        ),
    )
    number: str


@dataclass(frozen=True, slots=True)
class RegistrationReturned(AboutRegistration):
    kind = "double_reporting.registration_returned"
    template = Template(
        Text("报到需要补充", "Please complete your registration"),
        Text(
            "您在{community}的报到被退回，请修改后重新提交。原因：{reason}",
            "Your registration in {community} was returned; please mend it and submit it again:"
            " {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class RegistrationWasReturned(AboutRegistration):
    """Message about a return that the member has answered before it was delivered."""

    kind = "double_reporting.registration_was_returned"
    template = Template(
        Text("报到曾被退回", "Your registration had been returned"),
        Text(
            "您在{community}的报到曾于{decided_at}被退回，此后已有新的进展，无需再处理这次退回。",
            "Your registration in {community} was returned on {decided_at}. It has moved on since"
            " then, and there is nothing left for you to do about it.",
        ),
    )
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class RegistrationDeclined(AboutRegistration):
    kind = "double_reporting.registration_declined"
    template = Template(
        Text("报到未通过", "Your registration was declined"),
        Text(
            "您在{community}的报到未通过。原因：{reason}",
            "Your registration in {community} was declined: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class RegistrationEnded(AboutRegistration):
    kind = "double_reporting.registration_ended"
    template = Template(
        Text("报到已结束", "Your registration has ended"),
        Text(
            "您在{community}的报到已结束，回执同时失效。原因：{reason}",
            "Your registration in {community} has ended, and its receipt with it: {reason}",
        ),
    )
    reason: str


async def notify_registration_reviewed(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationReviewed
) -> None:
    """Sends the decision of the event. A return that the member has already answered is sent as
    one of the past."""
    row = await session.get(MemberRegistration, (community_id, event.registration_id))
    if row is None:
        return  # It has been deleted, and nothing more is said about it.
    message = _decision(row, event, await name_of_community(session, community_id))
    if message is not None:
        notify_member(session, row, message)


def _decision(
    row: MemberRegistration, event: MemberRegistrationReviewed, community: str
) -> Message | None:
    noted = row.proceedings
    is_last = (event.status, event.decided_at) in ((None, None), (row.status, noted.decided_at))
    if not is_last and event.status == MemberRegistrationStatus.RETURNED and event.decided_at:
        return RegistrationWasReturned(community, event.decided_at)  # Its reason is gone.
    if not is_last:
        return None  # It has ended since, and whatever ended it sends its own message.
    match row.status:
        case MemberRegistrationStatus.ACTIVE:
            return RegistrationActive(community, noted.receipt_number or "")
        case MemberRegistrationStatus.RETURNED:
            return RegistrationReturned(community, noted.reason or "")
        case MemberRegistrationStatus.DECLINED:
            return RegistrationDeclined(community, noted.reason or "")
    return None


async def notify_registration_ended(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationEnded
) -> None:
    row = await session.get(MemberRegistration, (community_id, event.registration_id))
    if row is not None:
        reason = row.proceedings.end_reason or ""
        message = RegistrationEnded(await name_of_community(session, community_id), reason)
        notify_member(session, row, message)


async def notify_registration_entered(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationEntered
) -> None:
    await notify_about(session, community_id, event.registration_id, RegistrationEntered)


async def notify_registration_withdrawn(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationWithdrawnAtDesk
) -> None:
    await notify_about(session, community_id, event.registration_id, RegistrationWithdrawn)


async def notify_forgotten(session: AsyncSession, community_id: UUID, participant_id: UUID) -> None:
    message = RegistrationForgotten(await name_of_community(session, community_id))
    subject = Subject(SubjectKind.COMMUNITY, community_id)
    notify(session, community_id, [participant_id], message, subject=subject)


async def notify_about(
    session: AsyncSession, community_id: UUID, row_id: UUID, message: type[AboutRegistration]
) -> None:
    """Sends a message that says no more than what happened where."""
    row = await session.get(MemberRegistration, (community_id, row_id))
    if row is not None:
        community = await name_of_community(session, community_id)
        notify_member(session, row, message(community))


def notify_member(session: AsyncSession, row: MemberRegistration, message: Message) -> None:
    subject = Subject(SubjectKind.REGISTRATION, row.id)
    notify(session, row.community_id, [row.participant_id], message, subject=subject)


async def name_of_community(session: AsyncSession, community_id: UUID) -> str:
    return (await session.get_one(Community, community_id)).name


MESSAGES = (
    RegistrationEntered,
    RegistrationWithdrawn,
    RegistrationForgotten,
    RegistrationActive,
    RegistrationReturned,
    RegistrationWasReturned,
    RegistrationDeclined,
    RegistrationEnded,
)
LISTENERS = (
    Listener(
        "double_reporting.notify_registration_reviewed",
        MemberRegistrationReviewed,
        notify_registration_reviewed,
    ),
    Listener(
        "double_reporting.notify_registration_ended",
        MemberRegistrationEnded,
        notify_registration_ended,
    ),
    Listener(
        "double_reporting.notify_registration_entered",
        MemberRegistrationEntered,
        notify_registration_entered,
    ),
    Listener(
        "double_reporting.notify_registration_withdrawn",
        MemberRegistrationWithdrawnAtDesk,
        notify_registration_withdrawn,
    ),
)
