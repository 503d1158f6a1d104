"""Schemas of sign-ups."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field, StrictBool

from app.communities.models import Channel
from app.communities.schemas import OnBehalf, Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out
from app.volunteering.models import SignupStatus


class SignUp(In):
    """A resident's own sign-up. The risks must be acknowledged (Volunteer Service Regulations,
    art. 12)."""

    is_risk_acknowledged: Literal[True]
    role_id: UUID | None = None
    """Id of a role of the shift; not needed where its single role has no name."""


class DeskSignUp(OnBehalf, SignUp):
    """A sign-up that staff enter for a resident, with the name of a witness."""

    has_guardian_consent: StrictBool = False
    """True where a guardian has agreed, which the sign-up of a minor needs."""


class Agreement(In):
    """The person's answer to a change: they know the risks as they are now stated."""

    is_risk_acknowledged: Literal[True]


class DeskAgreement(Witnessed, Agreement):
    """The answer of a person who gives it at the desk."""


class SignupOut(Out):
    id: UUID
    shift_id: UUID
    role_id: UUID
    status: SignupStatus
    position: int | None = Field(
        description="Position on the waitlist of the shift; no position is given twice."
    )
    reason: str | None
    withdrawn_at: datetime | None
    is_late_withdrawal: bool
    agree_by: datetime | None = Field(
        None,
        description="Instant until which the person agrees to what has changed, or loses the place;"
        " null where nothing waits for an answer.",
    )
    offer_expires_at: datetime | None = Field(
        None,
        description="Instant until which an offered place can be accepted; null where none is"
        " offered.",
    )


class ShownSignup(SignupOut):
    """A sign-up as its person sees it."""

    actions: list[str] = Field(description="Verbs that the caller may use on it now.")
    ahead: int | None = Field(
        description="Number of people before this person in the line for the role; null for one who"
        " does not wait."
    )


class MySignup(ShownSignup):
    """A sign-up with the activity, shift and role for which it is."""

    community_id: UUID
    community_name: str
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
    """A sign-up as staff see it, with whose it is and what it is for."""

    actions: list[str] = Field(description="Verbs that the caller may use on it now.")
    activity_id: UUID
    activity_title: str
    role_name: str
    starts_at: datetime
    ends_at: datetime
    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**. For those who may read participants.")
    building: str | None = Field(
        description="The building where they live, by which equal names differ; for those who may"
        " read participants."
    )
    channel: Channel


class StaffSignupPage(StaffPage):
    items: list[StaffSignup]


class SignupQuery(PageQuery):
    status: SignupStatus | None = None
