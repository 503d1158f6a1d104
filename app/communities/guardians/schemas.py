"""Schemas of guardians and of their consents."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.models import (
    AgeBand,
    GuardianConsentKind,
    GuardianConsentStatus,
    GuardianshipStatus,
)
from app.communities.schemas import OnBehalf, Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Day, In, Name, Out, line
from app.kernel.words import Worded

CODE = Annotated[str, line(40)]
ENDS_ON = date(2027, 6, 30).isoformat()


class DeclaredAge(In):
    """The age that a person declares. `age_band` needs the consent of the same name."""

    age_band: AgeBand


class IssuedGuardianCode(Out):
    """A code to show to one's guardian, shown this once."""

    code: str = Field(examples=["4071 8823 0956"])
    expires_at: datetime


class ConsentsIn(In):
    """The kinds of consent that a guardian gives at once, and their last day."""

    kinds: list[GuardianConsentKind] = Field(min_length=1, max_length=2)
    """`activities` for what is of low or medium risk; `personal_data`, which a child under 14
    needs beside it."""
    ends_on: Day = Field(examples=[ENDS_ON])
    """The last day of the consent, within a year."""


class GuardianshipIn(ConsentsIn):
    """A guardian's own account confirms whom it is responsible for."""

    code: CODE = Field(examples=["4071 8823 0956"])
    """The twelve digits that the minor shows."""


class DeskGuardianship(OnBehalf, ConsentsIn):
    """A guardian's consent on paper: `on_behalf_of` is the minor."""

    guardian_id: UUID | None = None
    """Id of the guardian's participant, where they have one."""
    guardian_name: Name | None = None
    """The name on the paper, where they have none."""

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.guardian_id is None) == (self.guardian_name is None):
            raise ValueError("either guardian_id or guardian_name")
        return self


class GuardianConsentIn(In):
    kind: GuardianConsentKind
    ends_on: Day = Field(examples=[ENDS_ON])


class DeskGuardianConsent(Witnessed, GuardianConsentIn):
    """A consent that a guardian gives at the desk."""


class ConsentWithdrawal(In):
    kind: GuardianConsentKind


class DeskConsentWithdrawal(Witnessed, ConsentWithdrawal):
    """A withdrawal that a guardian states at the desk."""


class GuardianConsentOut(Out):
    id: UUID
    kind: GuardianConsentKind
    status: GuardianConsentStatus
    given_at: datetime
    until: datetime = Field(description="The end of its last day.")
    ended_at: datetime | None


class GuardianRole(Worded):
    """The caller's side of a guardianship."""

    MINOR = "minor", "未成年人", "minor"
    GUARDIAN = "guardian", "监护人", "guardian"


class GuardianshipBase(Out):
    id: UUID
    status: GuardianshipStatus
    minor_name: str = Field(description="The minor's display name.")
    guardian_name: str = Field(description="The guardian's display name, or that of the paper.")
    since: datetime
    reason: str | None
    ended_at: datetime | None
    consents: list[GuardianConsentOut] = Field(description="All of them, the newest first.")
    actions: list[str] = Field(description="What the caller may do now.")


class GuardianshipOut(GuardianshipBase):
    """A guardianship as one of its two people sees it."""

    role: GuardianRole


class GuardianshipPage(Out):
    items: list[GuardianshipOut]
    next_cursor: str | None


class StaffGuardianship(GuardianshipBase):
    """A guardianship as staff see it."""

    participant_id: UUID = Field(description="The minor.")
    guardian_id: UUID | None = Field(description="Null for a guardian whom only a paper names.")
    is_same_household: bool = Field(description="True where both live in one household.")


class StaffGuardianshipPage(StaffPage):
    items: list[StaffGuardianship]


class GuardianshipQuery(PageQuery):
    status: GuardianshipStatus | None = None
