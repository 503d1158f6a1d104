"""Member registrations as the API takes and shows them. No answer to a write carries anything of
the sheet: answers are kept for their Idempotency-Key."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.communities.models import Channel
from app.communities.schemas import OnBehalf, Witnessed
from app.double_reporting.models import MemberField, MemberRegistrationStatus, VerifyMethod
from app.double_reporting.post_claims.schemas import MyPostClaim
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Name, Out, Reason, lines


class MemberSheet(In):
    """What the member writes; kept sealed."""

    organization_id: UUID
    """The Party organization to which the membership belongs: it does not move."""
    real_name: Name
    """As the unit knows them, which confirms it."""
    skills: Annotated[str, lines(500, least=0)] = ""
    time_available: Annotated[str, lines(200, least=0)] = ""
    willingness: Annotated[str, lines(500, least=0)] = ""


class DeskMemberSheet(OnBehalf, MemberSheet):
    """By the desk for a member who has signed on paper; a second person has seen it."""

    has_paper_consent: Literal[True]


class DeskMemberResubmission(Witnessed, MemberSheet):
    """By the desk for a member, written anew after a return; a second person has seen it."""


class MemberApproval(In):
    verify_method: Literal[VerifyMethod.COMMUNITY, VerifyMethod.PAPER_SLIP] = VerifyMethod.COMMUNITY


class MemberReveal(In):
    field: MemberField
    reason: Reason
    """Audited, and shown to the person."""


class RevealedMember(Out):
    value: str | None = Field(description="Of the organization: its name.")


class MemberRegistrationOut(Out):
    id: UUID
    status: MemberRegistrationStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    verify_method: VerifyMethod | None
    receipt_number: str | None = Field(description="Anybody may check it: it names nobody.")
    ended_at: datetime | None
    end_reason: str | None


class MyMemberSheet(Out):
    organization_id: UUID
    organization_name: str
    real_name: str
    skills: str
    time_available: str
    willingness: str


class MyMemberRegistration(MemberRegistrationOut):
    sheet: MyMemberSheet | None = Field(description="None once the consent is withdrawn.")


class MyDoubleReporting(Out):
    registration: MyMemberRegistration | None = Field(description="The newest.")
    claims: list[MyPostClaim] = Field(description="The newest 20, with their posts.")


class StaffMemberRegistration(MemberRegistrationOut):
    """Masked; what is sealed is read by reveal, one field at a time."""

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
    """One of the own unit's members in a community, for its liaison."""

    community_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")


class UnitMemberPage(Out):
    items: list[UnitMember]
    next_cursor: str | None


class UnitMemberQuery(MemberRegistrationQuery):
    community_id: UUID
    """One community at a time."""
