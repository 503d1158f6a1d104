"""Schemas of unit registrations. No answer to a write has the unit's contact in clear, because
answers are stored for their Idempotency-Key."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.communities.models import Channel
from app.communities.schemas import DeskEntry
from app.double_reporting.models import UnitBasis, UnitRegistrationStatus
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Name, Out, lines

Phone = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9+() -]{5,30}$"),
    Field(examples=["+86 10 0000 0000"]),
]


class UnitRegistrationIn(In):
    """All fields of a unit registration that are submitted, also after a return."""

    headcount_of_members: int = Field(ge=1, le=1_000_000, strict=True)
    """Number of Party members of the organization."""
    services_offered: Annotated[str, lines(1000, least=2)]
    liaison_name: Name
    """Name of the unit's contact; stored encrypted, and shown masked."""
    liaison_phone: Phone


class LiaisonUnitRegistration(UnitRegistrationIn):
    community_id: UUID
    """Id of the community where the unit sits, or to which it is assigned."""


class DeskUnitRegistration(DeskEntry, UnitRegistrationIn):
    """A registration that staff enter for an organization that has submitted on paper, with the
    name of a witness."""

    on_behalf_of: UUID
    """Id of the Party organization."""


class DeskUnitResubmission(DeskEntry, UnitRegistrationIn):
    """A returned registration that staff submit again for an organization, with the name of a
    witness."""


class UnitRegistrationOut(Out):
    id: UUID
    community_id: UUID
    community_name: str
    organization_id: UUID
    organization_name: str
    basis: UnitBasis = Field(description="Whether the unit sits there, or is assigned.")
    headcount_of_members: int
    services_offered: str
    status: UnitRegistrationStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None = Field(description="Reason of the return or the refusal.")
    number: str | None = Field(description="Number of the document that the approval issued.")
    ended_at: datetime | None
    end_reason: str | None


class OwnUnitRegistrationOut(UnitRegistrationOut):
    """A registration as the liaisons of its organization read it."""

    actions: list[str] = Field(
        description="What a liaison may do now: `submit`, `withdraw`, `end`."
    )


class UnitRegistrationPage(StaffPage):
    items: list[OwnUnitRegistrationOut]


class StaffUnitRegistration(UnitRegistrationOut):
    liaison_name: str | None = Field(description="Masked: 王**")
    liaison_phone: str | None = Field(description="Masked: +**")
    channel: Channel
    actions: list[str] = Field(
        description="What the reader may do now: `return`, `approve`, `decline`, `end`."
    )


class StaffUnitRegistrationPage(StaffPage):
    items: list[StaffUnitRegistration]


class UnitRegistrationQuery(PageQuery):
    status: UnitRegistrationStatus | None = None


class RevealedContact(Out):
    liaison_name: str | None
    liaison_phone: str | None
