"""Schemas of post claims."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StrictBool

from app.communities.models import Channel
from app.communities.schemas import OnBehalf, Witnessed
from app.double_reporting.models import PostClaimStatus
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, ReasonIn


class PostApplication(In):
    """An application for a post. Nobody is assigned one: applicants accept its schedule."""

    accepts_schedule: Literal[True]
    version: Annotated[int, Field(ge=1, le=2_147_483_647, strict=True)] | None = None
    """The `version` of the post that the applicant has read: if it has changed since, the
    application is refused."""


class DeskPostApplication(OnBehalf, PostApplication):
    """An application that staff enter for a resident, with the name of a witness."""

    has_guardian_consent: StrictBool = False
    """True where a guardian has agreed, which the application of a minor needs."""


class DeskLeave(Witnessed, ReasonIn):
    """The wish of a resident to leave their service, which staff enter before a witness."""


class PostClaimOut(Out):
    id: UUID
    post_id: UUID
    status: PostClaimStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    serves_from: datetime | None = Field(
        description="The end of the notice period: midnight after 3 calendar days, the day of the"
        " approval not counted; or the first day of the post, if that is later."
    )
    ended_at: datetime | None
    leave_asked_at: datetime | None = Field(
        default=None, description="The instant at which the person asked to leave the service."
    )
    leave_reason: str | None = Field(
        default=None, description="Why; the person and staff who manage posts read it."
    )


class MyPostClaim(PostClaimOut):
    """A post claim with its post."""

    title: str
    schedule: str
    actions: list[str] = Field(description="What I may do now: `withdraw`, `ask_to_leave`, `stay`.")


class MyPostClaimPage(Out):
    items: list[MyPostClaim]
    next_cursor: str | None


class StaffPostClaim(PostClaimOut):
    """A post claim with the participant whose it is."""

    post_title: str
    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    household: str | None = Field(description="The address: the names of the places on its path.")
    channel: Channel
    actions: list[str] = Field(
        description="What the reader may do now: `approve`, `reject`, `complete`, `release`."
    )


class StaffPostClaimPage(StaffPage):
    items: list[StaffPostClaim]


class PostClaimQuery(PageQuery):
    status: PostClaimStatus | None = None
