"""Schemas of points."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StrictBool

from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out
from app.service_records.models import TransferKind

Count = Annotated[int, Field(ge=1, le=1000, strict=True)]


class PointSettingsIn(In):
    """The settings of a community. They hold for what is confirmed from now on."""

    is_enabled: StrictBool
    points_per_hour: Count
    expires_after_days: Annotated[int, Field(ge=30, le=3660, strict=True)] | None = None
    """Days after which granted points expire; null where they do not."""


class PointSettingsOut(Out):
    is_enabled: bool
    points_per_hour: int
    expires_after_days: int | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class PointBalance(Out):
    """The points of one person. They are no money, and nobody is ranked by them."""

    is_enabled: bool = Field(description="False where the community does not use points.")
    balance: int
    points_per_hour: int | None = Field(description="Points for an hour of confirmed service.")
    next_expires_at: datetime | None = Field(
        description="When the next granted points may expire; null where none do."
    )


class PointTransferOut(Out):
    id: UUID
    kind: TransferKind
    amount: int = Field(description="Signed: negative where points leave the account.")
    title: str = Field(description="The activity, the post or the reward.")
    made_at: datetime
    expires_at: datetime | None


class PointTransferPage(Out):
    items: list[PointTransferOut]
    next_cursor: str | None


class PointDebtOut(Out):
    """Points of a reversed entry that were spent already."""

    id: UUID
    participant_id: UUID
    display_name: str
    amount: int
    noted_at: datetime
    settled_at: datetime | None
    actions: list[str] = Field(description="What the caller may do now: `settle`.")


class PointDebtPage(StaffPage):
    items: list[PointDebtOut]


class PointDebtQuery(PageQuery):
    is_settled: bool = False
