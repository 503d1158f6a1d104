"""Messages about points and rewards, and the listeners that send them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind
from app.service_records.models import (
    PointAccount,
    PointTransfer,
    Redemption,
    RedemptionStatus,
    Reward,
    TransferKind,
)
from app.service_records.points.events import PointsMoved, RedemptionChanged


@dataclass(frozen=True, slots=True)
class AboutPoints(Message):
    amount: int
    title: str


class PointsGranted(AboutPoints):
    kind = "service_records.points_granted"
    template = Template(
        Text("积分到账", "You have new points"),
        Text(
            "“{title}”的服务已确认，获得{amount}积分。",
            "Your service “{title}” is confirmed: {amount} points.",
        ),
    )


class PointsTakenBack(AboutPoints):
    kind = "service_records.points_taken_back"
    template = Template(
        Text("积分冲正", "Points were taken back"),
        Text(
            "“{title}”的服务记录已冲正，扣回{amount}积分。",
            "The record of your service “{title}” was reversed: {amount} points less.",
        ),
    )


class PointsExpired(AboutPoints):
    kind = "service_records.points_expired"
    template = Template(
        Text("积分到期", "Points have expired"),
        Text(
            "“{title}”所得的积分到期，扣减{amount}积分。",
            "Points for “{title}” have expired: {amount} points less.",
        ),
    )


@dataclass(frozen=True, slots=True)
class AboutRedemption(Message):
    title: str
    cost: int


class RewardHandedOver(AboutRedemption):
    kind = "service_records.redemption_fulfilled"
    template = Template(
        Text("兑换品已领取", "Your reward was handed over"),
        Text(
            "您兑换的“{title}”（{cost}积分）已登记领取。不是您本人领取的，请联系社区服务站。",
            "“{title}” ({cost} points) is noted as handed over to you. If you have not got it,"
            " please tell the community's desk.",
        ),
    )


@dataclass(frozen=True, slots=True)
class RedemptionIsCancelled(AboutRedemption):
    kind = "service_records.redemption_cancelled"
    template = Template(
        Text("兑换已取消，积分已退回", "Your redemption was cancelled, and the points are back"),
        Text(
            "社区已取消您兑换的“{title}”，退回{cost}积分。原因：{reason}",
            "Our desk has cancelled your redemption of “{title}”; {cost} points are back: {reason}",
        ),
    )
    reason: str


MESSAGE_BY_KIND: Mapping[TransferKind, type[AboutPoints]] = {
    TransferKind.GRANT: PointsGranted,
    TransferKind.TAKE_BACK: PointsTakenBack,
    TransferKind.EXPIRE: PointsExpired,
}
UNSTATED = Text("应您的要求", "as you asked")


async def notify_points_moved(
    session: AsyncSession, community_id: UUID, event: PointsMoved
) -> None:
    transfer = await get_row(session, PointTransfer, community_id, event.transfer_id)
    account = await get_row(session, PointAccount, community_id, transfer.person_account_id)
    message = MESSAGE_BY_KIND[transfer.kind](transfer.amount, transfer.title)
    if account.participant_id is not None:
        subject = Subject(SubjectKind.POINTS, transfer.id)
        notify(session, community_id, [account.participant_id], message, subject=subject)


async def notify_redemption(
    session: AsyncSession, community_id: UUID, event: RedemptionChanged
) -> None:
    """Tell the person of what staff have done, unless it has changed again."""
    redemption = await get_row(session, Redemption, community_id, event.redemption_id)
    if not event.is_by_staff or redemption.status != event.status:
        return
    reward = await get_row(session, Reward, community_id, redemption.reward_id)
    message: Message = RewardHandedOver(reward.title, redemption.cost)
    if redemption.status is RedemptionStatus.CANCELLED:
        reason = redemption.reason or UNSTATED.zh
        message = RedemptionIsCancelled(reward.title, redemption.cost, reason)
    subject = Subject(SubjectKind.REDEMPTION, redemption.id)
    notify(session, community_id, [redemption.participant_id], message, subject=subject)


MESSAGES: tuple[type[Message], ...] = (
    PointsGranted,
    PointsTakenBack,
    PointsExpired,
    RewardHandedOver,
    RedemptionIsCancelled,
)
LISTENERS = (
    Listener("service_records.notify_points_moved", PointsMoved, notify_points_moved),
    Listener("service_records.notify_redemption", RedemptionChanged, notify_redemption),
)
