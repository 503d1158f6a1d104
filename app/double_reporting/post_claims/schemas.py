"""Claims of posts as the API takes and shows them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.communities.models import Channel
from app.communities.schemas import OnBehalf
from app.double_reporting.models import PostClaimStatus
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Out


class PostApplication(In):
    """Nobody is assigned: who applies accepts the post as it is described."""

    accepts_schedule: Literal[True]


class DeskPostApplication(OnBehalf, PostApplication):
    """By the desk for a member; a second person has seen it."""


class PostClaimOut(Out):
    id: UUID
    post_id: UUID
    status: PostClaimStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    serves_from: datetime | None = Field(
        description="The end of the notice period: midnight after 3 calendar days, the day of the"
        " approval not counted."
    )
    ended_at: datetime | None


class MyPostClaim(PostClaimOut):
    """With what was claimed."""

    title: str
    schedule: str


class MyPostClaimPage(Out):
    items: list[MyPostClaim]
    next_cursor: str | None


class StaffPostClaim(PostClaimOut):
    """With who it is."""

    participant_id: UUID
    display_name: str
    channel: Channel


class StaffPostClaimPage(Out):
    items: list[StaffPostClaim]
    next_cursor: str | None


class PostClaimQuery(PageQuery):
    status: PostClaimStatus | None = None
