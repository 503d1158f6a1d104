"""Sign-ups as the API shows them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.communities.models import Channel
from app.communities.schemas import OnBehalf
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Out
from app.volunteering.models import SignupStatus


class SignUp(In):
    """Risks are stated before sign-up (Volunteer Service Regulations, art. 12)."""

    is_risk_acknowledged: Literal[True]
    role_id: UUID | None = None
    """One of the shift's; not needed where it has a single role without a name."""


class DeskSignUp(OnBehalf, SignUp):
    """By staff for a resident; a second person has seen it."""


class SignupOut(Out):
    id: UUID
    shift_id: UUID
    role_id: UUID
    status: SignupStatus
    position: int | None = Field(description="In the line of the shift; never given again.")
    reason: str | None
    withdrawn_at: datetime | None
    is_late_withdrawal: bool


class MySignup(SignupOut):
    """With what the person signed up for."""

    community_id: UUID
    activity_id: UUID
    title: str
    role_name: str
    starts_at: datetime
    ends_at: datetime
    address: str


class MySignupPage(Out):
    items: list[MySignup]
    next_cursor: str | None


class StaffSignup(SignupOut):
    """With who it is."""

    participant_id: UUID
    display_name: str
    channel: Channel


class StaffSignupPage(Out):
    items: list[StaffSignup]
    next_cursor: str | None


class SignupQuery(PageQuery):
    status: SignupStatus | None = None
