"""Messages to residents about their post claims."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.events import (
    ClaimReleased,
    ClaimStays,
    LeaveAsked,
    PostApplied,
    PostClaimGivenUp,
    PostClaimReviewed,
    ServiceCompleted,
    ServiceStarted,
)
from app.double_reporting.models import Post, PostClaim, PostClaimStatus
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind

S = PostClaimStatus


@dataclass(frozen=True, slots=True)
class AboutPost(Message):
    title: str


class ClaimReceived(AboutPost):
    kind = "double_reporting.claim_received"
    template = Template(
        Text("认领申请已收到", "We have your application"),
        Text(
            "您对岗位“{title}”的认领申请已收到，名额为您保留，审核结果会另行通知。",
            "We have your application for “{title}”. A place is kept for you until it is decided.",
        ),
    )


class ClaimWithdrawn(AboutPost):
    kind = "double_reporting.claim_withdrawn"
    template = Template(
        Text("认领已撤回", "Your claim was withdrawn"),
        Text(
            "您对岗位“{title}”的认领已撤回，名额已释放。",
            "Your claim of “{title}” was withdrawn, and the place is free again.",
        ),
    )


class ServiceHasStarted(AboutPost):
    kind = "double_reporting.service_started"
    template = Template(
        Text("公示期满，开始服务", "Your service begins"),
        Text(
            "您认领的岗位“{title}”公示期已满，可以开始服务，感谢您的参与。",
            "The notice period of “{title}” is over, and your service begins. Thank you.",
        ),
    )


class ServiceIsCompleted(AboutPost):
    kind = "double_reporting.service_completed"
    template = Template(
        Text("岗位服务已完成", "Your service is completed"),
        Text(
            "您在岗位“{title}”的服务已完成，感谢您的付出。",
            "Your service in “{title}” is completed. Thank you.",
        ),
    )


class LeavingReceived(AboutPost):
    kind = "double_reporting.leave_asked"
    template = Template(
        Text("退岗申请已收到", "Your request to leave was received"),
        Text(
            "您退出岗位“{title}”的申请已由社区服务站登记，答复前名额为您保留，您也可以继续服务。",
            "The desk has noted that you wish to leave “{title}”. Until it is answered your place"
            " is kept, and you may stay.",
        ),
    )


class StaysOnPost(AboutPost):
    kind = "double_reporting.claim_stays"
    template = Template(
        Text("您继续在岗服务", "You stay on your post"),
        Text(
            "社区服务站已登记您继续在岗位“{title}”服务。如有变化，您可以再次申请退出。",
            "The desk has noted that you go on serving in “{title}”. You may ask to leave again.",
        ),
    )


class ReleasedFromPost(AboutPost):
    kind = "double_reporting.claim_released"
    template = Template(
        Text("退岗申请已同意", "You have left your post"),
        Text(
            "您退出岗位“{title}”的申请已同意，名额已释放，感谢您的付出。",
            "Your wish to leave “{title}” was granted, and the place is free again. Thank you.",
        ),
    )


@dataclass(frozen=True, slots=True)
class ClaimApproved(AboutPost):
    kind = "double_reporting.claim_approved"
    template = Template(
        Text("认领已通过", "Your application was approved"),
        Text(
            "您认领的岗位“{title}”已通过，公示至{serves_from}，之后开始服务。公示不显示姓名。",
            "Your claim of “{title}” is approved. It is shown, without your name, until"
            " {serves_from}; then service begins.",
        ),
    )
    serves_from: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimRejected(AboutPost):
    kind = "double_reporting.claim_rejected"
    template = Template(
        Text("认领未通过", "Your application was not accepted"),
        Text(
            "您对岗位“{title}”的认领未通过。原因：{reason}",
            "Your application for “{title}” was not accepted: {reason}",
        ),
    )
    reason: str


async def notify_applied(session: AsyncSession, community_id: UUID, event: PostApplied) -> None:
    """Confirms the application, unless it has been decided or withdrawn since then."""
    await _notify_about_post(
        session, community_id, event.claim_id, ClaimReceived, only_in={PostClaimStatus.APPLIED}
    )


async def notify_claim_reviewed(
    session: AsyncSession, community_id: UUID, event: PostClaimReviewed
) -> None:
    """Sends the decision, unless an approved claim has ended since then."""
    claim = await get_row(session, PostClaim, community_id, event.claim_id)
    message = _decision(claim, event, await _title(session, claim))
    if message is not None:
        _notify(session, claim, message)


def _decision(claim: PostClaim, event: PostClaimReviewed, title: str) -> Message | None:
    status = event.status or claim.status
    if status == PostClaimStatus.APPROVED and claim.is_live:
        return ClaimApproved(title, event.serves_from or claim.serves_from)
    if status == PostClaimStatus.REJECTED:
        return ClaimRejected(title, claim.reason or "")
    return None


async def notify_claim_given_up(
    session: AsyncSession, community_id: UUID, event: PostClaimGivenUp
) -> None:
    await _notify_about_post(session, community_id, event.claim_id, ClaimWithdrawn)


async def notify_service_started(
    session: AsyncSession, community_id: UUID, event: ServiceStarted
) -> None:
    """Sends the message only while the service goes on: an end since then sends its own
    message."""
    await _notify_about_post(
        session, community_id, event.claim_id, ServiceHasStarted, only_in={PostClaimStatus.SERVING}
    )


async def notify_leave_asked(session: AsyncSession, community_id: UUID, event: LeaveAsked) -> None:
    """Tells of what the desk has noted, while it waits for an answer."""
    if event.is_at_desk:
        await _notify_about_post(
            session, community_id, event.claim_id, LeavingReceived, only_in={S.LEAVING}
        )


async def notify_claim_stays(session: AsyncSession, community_id: UUID, event: ClaimStays) -> None:
    if event.is_at_desk:
        await _notify_about_post(
            session, community_id, event.claim_id, StaysOnPost, only_in={S.SERVING}
        )


async def notify_claim_released(
    session: AsyncSession, community_id: UUID, event: ClaimReleased
) -> None:
    await _notify_about_post(session, community_id, event.claim_id, ReleasedFromPost)


async def notify_service_completed(
    session: AsyncSession, community_id: UUID, event: ServiceCompleted
) -> None:
    await _notify_about_post(session, community_id, event.claim_id, ServiceIsCompleted)


async def _notify_about_post(
    session: AsyncSession,
    community_id: UUID,
    claim_id: UUID,
    message: type[AboutPost],
    *,
    only_in: Collection[PostClaimStatus] = frozenset(PostClaimStatus),
) -> None:
    claim = await get_row(session, PostClaim, community_id, claim_id)
    if claim.status in only_in:
        _notify(session, claim, message(await _title(session, claim)))


def _notify(session: AsyncSession, claim: PostClaim, message: Message) -> None:
    subject = Subject(SubjectKind.POST_CLAIM, claim.id)
    notify(session, claim.community_id, [claim.participant_id], message, subject=subject)


async def _title(session: AsyncSession, claim: PostClaim) -> str:
    return (await get_row(session, Post, claim.community_id, claim.post_id)).title


MESSAGES = (
    ClaimReceived,
    ClaimWithdrawn,
    ServiceHasStarted,
    ServiceIsCompleted,
    LeavingReceived,
    StaysOnPost,
    ReleasedFromPost,
    ClaimApproved,
    ClaimRejected,
)
LISTENERS = (
    Listener("double_reporting.notify_claim_reviewed", PostApplied, notify_applied),
    Listener("double_reporting.notify_claim_reviewed", PostClaimReviewed, notify_claim_reviewed),
    Listener("double_reporting.notify_claim_given_up", PostClaimGivenUp, notify_claim_given_up),
    Listener("double_reporting.notify_service_started", ServiceStarted, notify_service_started),
    Listener("double_reporting.notify_leave_asked", LeaveAsked, notify_leave_asked),
    Listener("double_reporting.notify_claim_stays", ClaimStays, notify_claim_stays),
    Listener("double_reporting.notify_claim_released", ClaimReleased, notify_claim_released),
    Listener(
        "double_reporting.notify_service_completed", ServiceCompleted, notify_service_completed
    ),
)
