"""Rewards and their redemptions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.capacity import Capacity, bounded
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded


class RewardStatus(Worded):
    OPEN = "open", "可兑换", "open"
    CLOSED = "closed", "已停止兑换", "closed"


class Reward(Capacity, Stateful, CommunityScoped, Base):
    """Something that points buy. Its capacity is its stock; `taken` counts redemptions that are not
    cancelled."""

    __tablename__ = "rewards"
    PRIVACY = "public"
    IN_WORDS = StateWords("兑换品", "reward")
    MOVES = {
        "add": (NEW, RewardStatus.OPEN),
        "close": ({RewardStatus.OPEN}, RewardStatus.CLOSED),
    }

    title: Mapped[str]
    description: Mapped[str]
    cost: Mapped[int]
    limit_per_person: Mapped[int | None]
    """Redemptions of one person that are not cancelled; None for any number."""
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime | None]
    status: Mapped[RewardStatus] = mapped_column(text_enum(RewardStatus))
    version: Mapped[int]
    """The number in its ETag for administrators; redemptions do not change it."""

    __table_args__ = (
        bounded(),
        CheckConstraint("cost > 0 AND limit_per_person > 0", name="numbers"),
        CheckConstraint("opens_at < closes_at", name="window"),
        Index("ix_rewards_list", "community_id", "status", "id"),
    )

    def is_on_offer(self, now: datetime) -> bool:
        """Returns whether it may be redeemed now, if there is stock."""
        is_over = self.closes_at is not None and now >= self.closes_at
        return self.status is RewardStatus.OPEN and self.opens_at <= now and not is_over

    def close(self) -> None:
        self.move("close")
        self.version += 1


class RedemptionStatus(Worded):
    REQUESTED = "requested", "待领取", "requested"
    FULFILLED = "fulfilled", "已领取", "fulfilled"
    CANCELLED = "cancelled", "已取消", "cancelled"


S = RedemptionStatus


class Redemption(Stateful, Entered, CommunityScoped, Base):
    """A reward that one person has redeemed: its points are paid and its stock is taken with the
    request, and both come back when it is cancelled."""

    __tablename__ = "redemptions"
    PRIVACY = "personal"
    IN_WORDS = StateWords("兑换", "redemption")
    MOVES = {
        "request": (NEW, S.REQUESTED),
        "fulfil": ({S.REQUESTED}, S.FULFILLED),
        "cancel": ({S.REQUESTED}, S.CANCELLED),
    }

    participant_id: Mapped[UUID]
    reward_id: Mapped[UUID]
    cost: Mapped[int]
    """The points paid: the cost of the reward may change later."""
    status: Mapped[RedemptionStatus] = mapped_column(text_enum(RedemptionStatus))
    requested_at: Mapped[datetime]
    fulfilled_at: Mapped[datetime | None]
    fulfilled_by: Mapped[UUID | None]
    cancelled_at: Mapped[datetime | None]
    reason_sealed: Mapped[bytes | None]
    reason = WordsAtRest[str | None]("reason_sealed")
    """The reason for which staff have cancelled it, shown to the person."""

    __table_args__ = (
        witnessed(),
        within("participants", "participant_id"),
        within("rewards", "reward_id"),
        CheckConstraint("cost > 0", name="cost"),
        Index("ix_redemptions_person", "community_id", "participant_id", "id"),
        Index("ix_redemptions_reward", "community_id", "reward_id", "participant_id"),
        Index("ix_redemptions_list", "community_id", "status", "id"),
    )

    def fulfil(self, by: UUID, now: datetime) -> None:
        self.move("fulfil")
        self.fulfilled_by, self.fulfilled_at = by, now

    def cancel(self, now: datetime, reason: str | None) -> None:
        self.move("cancel")
        self.cancelled_at, self.reason = now, reason
