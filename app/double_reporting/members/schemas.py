"""Schemas of member registrations. No answer to a write has a field of the sealed form, because
answers are stored for their Idempotency-Key."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.models import Channel
from app.communities.schemas import OnBehalf, Witnessed
from app.double_reporting.models import (
    MemberField,
    MemberRegistration,
    MemberRegistrationStatus,
    VerifyMethod,
)
from app.double_reporting.post_claims.schemas import MyPostClaim
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Name, Out, Reason, lines


class MemberSheet(In):
    """The registration form that the member fills in; all of it is stored encrypted."""

    organization_id: UUID
    """Id of the Party organization to which the membership belongs, and where it stays."""
    real_name: Name
    """The name under which the unit knows the member, by which the unit confirms it."""
    skills: Annotated[str, lines(500, least=0)] = ""
    time_available: Annotated[str, lines(200, least=0)] = ""
    willingness: Annotated[str, lines(500, least=0)] = ""


class DeskMemberSheet(OnBehalf, MemberSheet):
    """A form that staff enter for a member who has signed the consent on paper, with the name of
    a witness."""

    has_paper_consent: Literal[True]


class DeskMemberResubmission(Witnessed, MemberSheet):
    """A form that staff enter again for a member after a return, with the name of a witness."""


class MemberApproval(In):
    verify_method: Literal[VerifyMethod.COMMUNITY, VerifyMethod.PAPER_SLIP] = VerifyMethod.COMMUNITY


class MemberReveal(In):
    field: MemberField
    reason: Reason
    """Reason for the reveal; it is audited."""


class RevealedMember(Out):
    value: str | None = Field(description="The field in clear; of the organization, its name.")


class MemberRegistrationOut(Out):
    id: UUID
    status: MemberRegistrationStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    verify_method: VerifyMethod | None
    receipt_number: str | None = Field(
        description="Number of the receipt. Anybody may check it; the check names nobody."
    )
    ended_at: datetime | None
    end_reason: str | None

    @classmethod
    def of(cls, row: MemberRegistration) -> "MemberRegistrationOut":
        """Shapes the row; what happened to it is opened once."""
        noted = row.proceedings.model_dump(include=set(MemberRegistrationOut.model_fields))
        return MemberRegistrationOut(id=row.id, status=row.status, **noted)

    @model_validator(mode="before")
    @classmethod
    def _open(cls, value: object) -> object:
        """Shapes the row that a route has returned."""
        if not isinstance(value, MemberRegistration):
            return value
        return MemberRegistrationOut.of(value).model_dump()


class MyMemberSheet(Out):
    organization_id: UUID
    organization_name: str
    real_name: str
    skills: str
    time_available: str
    willingness: str


class MyMemberRegistration(MemberRegistrationOut):
    sheet: MyMemberSheet = Field(description="The form in clear.")


class MyDoubleReporting(Out):
    registration: MyMemberRegistration | None = Field(description="My newest registration.")
    claims: list[MyPostClaim] = Field(description="My newest 20 claims, with their posts.")


class StaffMemberRegistration(MemberRegistrationOut):
    """A registration with the name masked. Sealed fields are revealed one at a time."""

    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    channel: Channel


class StaffMemberRegistrationPage(Out):
    items: list[StaffMemberRegistration]
    next_cursor: str | None


class MemberRegistrationQuery(PageQuery):
    status: MemberRegistrationStatus | None = None


class UnitMember(MemberRegistrationOut):
    """A registration of a member of the unit, for its liaison."""

    community_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")


class UnitMemberPage(Out):
    items: list[UnitMember]
    next_cursor: str | None


class UnitMemberQuery(MemberRegistrationQuery):
    community_id: UUID
    """Id of the community of the list."""
