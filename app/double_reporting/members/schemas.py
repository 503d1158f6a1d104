"""Schemas of member registrations. No answer to a write has a field of the sealed form, because
answers are stored for their Idempotency-Key."""

from datetime import datetime
from typing import Annotated, Literal, TypeVar
from uuid import UUID

from pydantic import AfterValidator, Field, model_validator
from typing_extensions import TypeAliasType

from app.communities.models import Channel
from app.communities.schemas import OnBehalf, Witnessed
from app.double_reporting.models import (
    MemberField,
    MemberRegistration,
    MemberRegistrationStatus,
    PostCategory,
    ServiceTime,
    Skill,
    VerifyMethod,
)
from app.double_reporting.post_claims.schemas import MyPostClaim
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Name, Out, Reason, line, lines
from app.kernel.words import Worded

Code = TypeVar("Code")
DeskVerifyMethod = TypeAliasType(
    "DeskVerifyMethod", Literal[VerifyMethod.COMMUNITY, VerifyMethod.PAPER_SLIP]
)
"""Means by which staff of the community confirm a membership themselves."""


class WhyNoResidence(Worded):
    """Reason for which a member registers without an approved residence."""

    RESIDENCE_PENDING = "residence_pending", "居住申请正在审核", "residence claim in review"


def once(codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """Returns the codes without those that stand there twice, in their order."""
    return tuple(dict.fromkeys(codes))


class MemberOffer(In):
    """The offer of a member in codes, whose words `listServiceChoices` gives."""

    skills: Annotated[tuple[Skill, ...], Field(max_length=20), AfterValidator(once)] = ()
    service_kinds: Annotated[
        tuple[PostCategory, ...], Field(max_length=8), AfterValidator(once)
    ] = ()
    """Kinds of service, which are the categories of posts."""
    times: Annotated[tuple[ServiceTime, ...], Field(max_length=6), AfterValidator(once)] = ()
    remarks: Annotated[str, lines(500, least=0)] = ""
    """Remarks for what has no code."""


class MemberSheet(MemberOffer):
    """The registration form that the member fills in; all of it is stored encrypted."""

    organization_id: UUID
    """Id of the Party organization to which the membership belongs, and where it stays."""
    real_name: Name
    """The name under which the unit knows the member, by which the unit confirms it."""
    contact: Annotated[str, line(100, least=0)] = ""
    """The way in which the member wants to be reached, where it is not the verified phone."""
    reason: WhyNoResidence | None = None
    """The reason for having no approved residence in the community: its review is pending. The
    registration then ends after 60 days, unless the residence is approved by then."""


class DeskMemberSheet(OnBehalf, MemberSheet):
    """A form that staff enter for a member who has signed the consent on paper, with the name of
    a witness."""

    has_paper_consent: Literal[True]


class DeskMemberResubmission(Witnessed, MemberSheet):
    """A form that staff enter again for a member after a return, with the name of a witness."""


class MemberApproval(In):
    verify_method: DeskVerifyMethod = VerifyMethod.COMMUNITY


class MemberReveal(In):
    """The parts of the sheet to open, with one reason for all of them."""

    fields: Annotated[list[MemberField], Field(min_length=1, max_length=6)] = Field(
        default_factory=lambda: list(MemberField)
    )
    """All parts, where none are named."""
    reason: Reason
    """Reason for the reveal; it is audited, and shown to the member."""


class RevealedSheet(Out):
    """The parts of the sheet that were asked for; null are the others, and those that there are
    not."""

    real_name: str | None = None
    phone: str | None = Field(
        default=None, description="Verified phone of the account; not for the unit's liaison."
    )
    contact: str | None = None
    household: str | None = Field(
        default=None, description="Path of the household; not for the unit's liaison."
    )
    organization_id: UUID | None = None
    organization_name: str | None = None
    skills: list[Skill] | None = None
    service_kinds: list[PostCategory] | None = None
    times: list[ServiceTime] | None = None
    remarks: str | None = None


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
    residence_due_at: datetime | None = Field(
        description="Instant until which a residence in the community is to be approved, else the"
        " registration ends; null where nothing is missing."
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


class Choice(Out):
    code: str
    zh: str = Field(description="Chinese words.", examples=["急救"])
    en: str = Field(description="English words.", examples=["first aid"])


class ServiceChoices(Out):
    """The codes that a form may carry, with their words."""

    skills: list[Choice]
    service_kinds: list[Choice]
    times: list[Choice]


class CommunityMemberCount(Out):
    community_id: UUID
    community_name: str
    registered: int | None = Field(
        description="Active registrations; null below 10, or where others could be computed."
    )
    expected: int = Field(description="Members of the units that have registered there.")


class UnitMemberCount(Out):
    organization_id: UUID
    organization_name: str
    registered: int | None = Field(
        description="Active registrations of its members in all these communities; null below 10,"
        " or where others could be computed."
    )
    expected: int | None = Field(
        description="Number of its members as it has given it; null for one without a registration."
    )


class MemberCounts(Out):
    by_community: list[CommunityMemberCount]
    by_unit: list[UnitMemberCount]


class MyMemberSheet(Out):
    organization_id: UUID
    organization_name: str
    real_name: str
    contact: str
    skills: list[Skill]
    service_kinds: list[PostCategory]
    times: list[ServiceTime]
    remarks: str


class MyMemberRegistration(MemberRegistrationOut):
    sheet: MyMemberSheet = Field(description="The form in clear.")
    actions: list[str] = Field(description="What I may do now: `submit`, `withdraw`.")


class MyDoubleReporting(Out):
    registration: MyMemberRegistration | None = Field(description="My newest registration.")
    claims: list[MyPostClaim] = Field(description="My newest 20 claims, with their posts.")


class StaffMemberRegistration(MemberRegistrationOut):
    """A registration with the name masked. The sheet is opened by one audited reveal."""

    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    channel: Channel
    actions: list[str] = Field(
        description="What the reader may do now: `return`, `approve`, `decline`, `end`."
    )


class StaffMemberRegistrationPage(StaffPage):
    items: list[StaffMemberRegistration]


class MemberRegistrationQuery(PageQuery):
    status: MemberRegistrationStatus | None = None


class UnitMember(MemberRegistrationOut):
    """A registration of a member of the unit, for its liaison."""

    community_id: UUID
    community_name: str
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    actions: list[str] = Field(description="What the liaison may do now: `confirm`, `end`.")


class UnitMemberPage(StaffPage):
    items: list[UnitMember]


class UnitMemberQuery(MemberRegistrationQuery):
    community_id: UUID | None = None
    """Id of the community of the list; without it the list is of all communities."""
