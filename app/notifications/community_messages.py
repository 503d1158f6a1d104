"""Messages about participation and residence. They stand here, because communities lie below
notifications."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import (
    DeskRowClaimed,
    ParticipantBlocked,
    ParticipantUnblocked,
    ResidenceApproved,
    ResidenceEnded,
    ResidenceExpired,
    ResidenceRejected,
    ResidenceWithdrawnAtDesk,
)
from app.communities.models import (
    Community,
    Participant,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound, Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import InboxMessage, notify
from app.notifications.subjects import Subject, SubjectKind

UNSTATED = "请向社区工作人员询问。"
"""Reason of a block that an event of a former version does not have."""


@dataclass(frozen=True, slots=True)
class AboutCommunity(Message):
    community: str


@dataclass(frozen=True, slots=True)
class BlockedHere(AboutCommunity):
    kind = "communities.participant_blocked"
    template = Template(
        Text("身份已停用", "You have been blocked"),
        Text(
            "您在{community}的身份已停用，仍可查看自己的记录。原因：{reason}\n"
            "如有疑问，请到社区服务站咨询。",
            "You have been blocked in {community}: {reason}\nYou can still see what is yours;"
            " please ask at the community's desk if you have questions.",
        ),
    )
    reason: str


class UnblockedHere(AboutCommunity):
    kind = "communities.participant_unblocked"
    template = Template(
        Text("身份已恢复", "You are active again"),
        Text("您在{community}的身份已恢复。", "You are active in {community} again."),
    )


class ResidenceIsWithdrawn(AboutCommunity):
    kind = "communities.residence_withdrawn"
    template = Template(
        Text("居住申请已撤回", "Your residence claim was withdrawn"),
        Text(
            "社区工作人员已按您的要求撤回您在{community}的居住申请。",
            "At your request our desk has withdrawn your residence claim in {community}.",
        ),
    )


class ResidenceHasExpired(AboutCommunity):
    kind = "communities.residence_expired"
    template = Template(
        Text("居住信息已到期", "Your residence has expired"),
        Text(
            "您在{community}的居住信息已满24个月。如仍居住，请重新提交居住申请。",
            "Your residence in {community} is 24 months old. If you still live there, please"
            " claim it again.",
        ),
    )


@dataclass(frozen=True, slots=True)
class ResidenceIsApproved(AboutCommunity):
    kind = "communities.residence_approved"
    template = Template(
        Text("居住信息已通过", "Your residence is confirmed"),
        Text(
            "您在{community}的居住信息已核验通过，有效期至{expires_at}，到期前可一键续期。",
            "Your residence in {community} is confirmed until {expires_at}; renew it before then.",
        ),
    )
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class ResidenceIsRejected(AboutCommunity):
    kind = "communities.residence_rejected"
    template = Template(
        Text("居住信息未通过", "Your residence was not confirmed"),
        Text(
            "您在{community}的居住申请未通过。原因：{reason}",
            "Your residence claim in {community} was not accepted: {reason}",
        ),
    )
    reason: str


@dataclass(frozen=True, slots=True)
class ResidenceHasEnded(AboutCommunity):
    kind = "communities.residence_ended"
    template = Template(
        Text("居住信息已注销", "Your residence has ended"),
        Text(
            "您在{community}的居住信息已注销。原因：{reason}",
            "Your residence in {community} has been ended: {reason}",
        ),
    )
    reason: str


async def move_messages(session: AsyncSession, community_id: UUID, event: DeskRowClaimed) -> None:
    """Moves the messages of a row that was given up to the one that its person has taken over."""
    if event.given_up_id is not None:
        await session.execute(
            update(InboxMessage)
            .where(
                InboxMessage.community_id == community_id,
                InboxMessage.participant_id == event.given_up_id,
            )
            .values(participant_id=event.participant_id)
        )


async def notify_blocked(
    session: AsyncSession, community_id: UUID, event: ParticipantBlocked
) -> None:
    """Send it unless the block has been lifted meanwhile; that sends a message of its own."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    if not participant.is_active:
        reason = event.reason or UNSTATED
        message = BlockedHere(await _name(session, community_id), reason)
        notify(session, community_id, [participant.id], message, subject=_community(community_id))


async def notify_unblocked(
    session: AsyncSession, community_id: UUID, event: ParticipantUnblocked
) -> None:
    """Send it unless they have been blocked again meanwhile."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    if participant.is_active:
        message = UnblockedHere(await _name(session, community_id))
        notify(session, community_id, [participant.id], message, subject=_community(community_id))


async def notify_residence_approved(
    session: AsyncSession, community_id: UUID, event: ResidenceApproved
) -> None:
    """Send the instant at which it expires, unless it has ended meanwhile."""
    claim = await _claim(session, community_id, event.claim_id)
    if claim is not None and claim.status is ResidenceClaimStatus.APPROVED:
        message = ResidenceIsApproved(await _name(session, community_id), claim.expires_at)
        _notify(session, claim, message)


async def notify_residence_rejected(
    session: AsyncSession, community_id: UUID, event: ResidenceRejected
) -> None:
    claim = await _claim(session, community_id, event.claim_id)
    if claim is not None:
        message = ResidenceIsRejected(await _name(session, community_id), claim.reason or "")
        _notify(session, claim, message)


async def notify_residence_withdrawn(
    session: AsyncSession, community_id: UUID, event: ResidenceWithdrawnAtDesk
) -> None:
    claim = await _claim(session, community_id, event.claim_id)
    if claim is not None:
        message = ResidenceIsWithdrawn(await _name(session, community_id))
        _notify(session, claim, message)


async def notify_residence_expired(
    session: AsyncSession, community_id: UUID, event: ResidenceExpired
) -> None:
    claim = await _claim(session, community_id, event.claim_id)
    if claim is not None:
        message = ResidenceHasExpired(await _name(session, community_id))
        _notify(session, claim, message)


async def notify_residence_ended(
    session: AsyncSession, community_id: UUID, event: ResidenceEnded
) -> None:
    """Tell the person why, unless they have ended it themselves."""
    if not event.is_by_staff:
        return
    claim = await _claim(session, community_id, event.claim_id)
    if claim is not None:
        message = ResidenceHasEnded(await _name(session, community_id), claim.reason or "")
        _notify(session, claim, message)


def _community(community_id: UUID) -> Subject:
    return Subject(SubjectKind.COMMUNITY, community_id)


def _notify(session: AsyncSession, claim: ResidenceClaim, message: Message) -> None:
    subject = Subject(SubjectKind.RESIDENCE_CLAIM, claim.id)
    notify(session, claim.community_id, [claim.participant_id], message, subject=subject)


async def _claim(
    session: AsyncSession, community_id: UUID, claim_id: UUID
) -> ResidenceClaim | None:
    """Returns the claim; None where its person has had it erased meanwhile."""
    return await session.get(ResidenceClaim, {"community_id": community_id, "id": claim_id})


async def _name(session: AsyncSession, community_id: UUID) -> str:
    community = await session.get(Community, community_id)
    if community is None:
        raise NotFound
    return community.name


MESSAGES = (
    BlockedHere,
    UnblockedHere,
    ResidenceIsWithdrawn,
    ResidenceHasExpired,
    ResidenceIsApproved,
    ResidenceIsRejected,
    ResidenceHasEnded,
)
LISTENERS = (
    Listener("communities.move_messages", DeskRowClaimed, move_messages, carries_rule=True),
    Listener("communities.notify_blocked", ParticipantBlocked, notify_blocked),
    Listener("communities.notify_unblocked", ParticipantUnblocked, notify_unblocked),
    Listener("communities.notify_residence_approved", ResidenceApproved, notify_residence_approved),
    Listener("communities.notify_residence_rejected", ResidenceRejected, notify_residence_rejected),
    Listener(
        "communities.notify_residence_withdrawn",
        ResidenceWithdrawnAtDesk,
        notify_residence_withdrawn,
    ),
    Listener("communities.notify_residence_expired", ResidenceExpired, notify_residence_expired),
    Listener("communities.notify_residence_ended", ResidenceEnded, notify_residence_ended),
)
