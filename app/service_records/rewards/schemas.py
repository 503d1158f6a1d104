"""Schemas of rewards and redemptions."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.models import Channel
from app.communities.schemas import OnBehalf, Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Instant, Out, Reason, line, lines
from app.service_records.models import RedemptionStatus, RewardStatus

Number = Annotated[int, Field(ge=1, le=1_000_000, strict=True)]


class RewardIn(In):
    """A reward. Its cost is in points, never in money."""

    title: Annotated[str, line(60, least=2)]
    description: Annotated[str, lines(1000, least=0)] = ""
    cost: Number
    capacity: Annotated[int, Field(ge=0, le=1_000_000, strict=True)]
    """The stock, those that are redeemed already included."""
    limit_per_person: Annotated[int, Field(ge=1, le=1000, strict=True)] | None = None
    opens_at: Instant
    closes_at: Instant | None = None

    @model_validator(mode="after")
    def _has_a_window(self) -> Self:
        if self.closes_at is not None and self.closes_at <= self.opens_at:
            raise ValueError("closes_at is not after opens_at")
        return self


class RewardOut(Out):
    id: UUID
    title: str
    description: str
    cost: int
    remaining: int = Field(description="Number of pieces that are left.")
    limit_per_person: int | None
    opens_at: datetime
    closes_at: datetime | None
    status: RewardStatus
    actions: list[str] = Field(description="What the caller may do now.")


class RewardPage(Out):
    items: list[RewardOut]
    next_cursor: str | None


class StaffReward(RewardOut):
    capacity: int
    taken: int
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffRewardPage(StaffPage):
    items: list[StaffReward]


class RewardQuery(PageQuery):
    status: RewardStatus = RewardStatus.OPEN


class DeskRedemption(OnBehalf):
    """A redemption that a resident asks for at the desk."""


class CancelIn(Witnessed):
    """A redemption that the desk cancels."""

    reason: Reason | None = None


class RedemptionOut(Out):
    id: UUID
    reward_id: UUID
    reward_title: str
    cost: int
    status: RedemptionStatus
    requested_at: datetime
    fulfilled_at: datetime | None
    cancelled_at: datetime | None
    reason: str | None
    actions: list[str] = Field(description="What the caller may do now.")


class RedemptionPage(Out):
    items: list[RedemptionOut]
    next_cursor: str | None


class StaffRedemption(RedemptionOut):
    """A redemption with the participant whose it is."""

    participant_id: UUID
    display_name: str
    channel: Channel


class StaffRedemptionPage(StaffPage):
    items: list[StaffRedemption]


class RedemptionQuery(PageQuery):
    status: RedemptionStatus | None = None
