"""Schemas of residence claims. No answer to a write has the real name in clear, because answers are
stored for their Idempotency-Key."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field, StrictBool

from app.communities.models import Channel, ResidenceClaimStatus
from app.communities.schemas import OnBehalf
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Name, Out


class ResidenceClaimIn(In):
    household_id: UUID
    real_name: Name
    """The name as the community's register has it."""


class DeskResidenceClaim(OnBehalf, ResidenceClaimIn):
    """A residence claim that staff enter for a participant who has signed on paper, with the name
    of a witness."""

    has_paper_consent: Literal[True]


class ResidenceApproval(In):
    is_another_person: StrictBool = False
    """True where the reviewer has made sure that none of the participants who may be the same
    person is."""
    is_adult: StrictBool | None = None
    """True for an adult whose document the reviewer has seen; without it what is known stays."""


class ResidenceClaimOut(Out):
    id: UUID
    household_id: UUID
    household: str = Field(description="The names of the places on its path: 3号楼 2单元 502")
    status: ResidenceClaimStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    expires_at: datetime | None = Field(
        description="Instant at which an approved claim expires unless it is renewed."
    )
    ended_at: datetime | None


class MyResidenceClaimPage(Out):
    items: list[ResidenceClaimOut]
    next_cursor: str | None


class StaffResidenceClaim(ResidenceClaimOut):
    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    channel: Channel


class RegisterFinding(Out):
    """The finding of the residents' register about a claim: never whose entries it has."""

    is_household_known: bool = Field(description="True if the register has people there.")
    is_name_equal: bool = Field(description="True if one of them has the claimed name.")
    is_phone_equal: bool | None = Field(
        description="True if one of them has the verified phone number of the person; null for a"
        " person without one."
    )


class ParticipantName(Out):
    participant_id: UUID
    display_name: str


class ResidenceClaimReview(StaffResidenceClaim):
    """A claim with what its reviewer has to know."""

    register_says: RegisterFinding
    maybe_same_person: list[ParticipantName] = Field(
        description="Others of the same name and household, or with the register's phone number."
    )
    is_entered_by_me: bool = Field(
        description="True where the caller, or an account that counts as the same person, has"
        " entered the claim or its person: they do not decide it."
    )
    actions: list[str] = Field(description="What the caller may do now.")


class StaffResidenceClaimPage(StaffPage):
    items: list[StaffResidenceClaim]


class ResidenceClaimQuery(PageQuery):
    status: ResidenceClaimStatus | None = None
