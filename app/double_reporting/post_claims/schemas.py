"""Schemas of post claims."""

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
    """An application for a post. Nobody is assigned one: applicants accept its schedule."""

    accepts_schedule: Literal[True]


class DeskPostApplication(OnBehalf, PostApplication):
    """An application that staff enter for a resident, with the name of a witness."""


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
    """A post claim with its post."""

    title: str
    schedule: str


class MyPostClaimPage(Out):
    items: list[MyPostClaim]
    next_cursor: str | None


class StaffPostClaim(PostClaimOut):
    """A post claim with the participant whose it is."""

    participant_id: UUID
    display_name: str
    channel: Channel


class StaffPostClaimPage(Out):
    items: list[StaffPostClaim]
    next_cursor: str | None


class PostClaimQuery(PageQuery):
    status: PostClaimStatus | None = None
