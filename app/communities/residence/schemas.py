"""Residence claims as the API takes and shows them. No answer to a write carries the name that
was claimed: answers are kept for their Idempotency-Key."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import Field

from app.communities.models import Channel, ResidenceClaimStatus
from app.communities.schemas import OnBehalf
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Name, Out


class ResidenceClaimIn(In):
    household_id: UUID
    real_name: Name
    """The name as it stands in the community's own register."""


class DeskResidenceClaim(OnBehalf, ResidenceClaimIn):
    """A claim that staff enter for a participant who has signed on paper; a second person has seen
    it."""

    has_paper_consent: Literal[True]


class RevealedName(Out):
    real_name: str | None


class ResidenceClaimOut(Out):
    id: UUID
    household_id: UUID
    status: ResidenceClaimStatus
    submitted_at: datetime
    decided_at: datetime | None
    reason: str | None
    expires_at: datetime | None = Field(description="Renew it before.")
    ended_at: datetime | None


class MyResidenceClaim(ResidenceClaimOut):
    household: str
    """The names on the way to it."""


class MyResidenceClaimPage(Out):
    items: list[MyResidenceClaim]
    next_cursor: str | None


class StaffResidenceClaim(ResidenceClaimOut):
    participant_id: UUID
    household: str
    real_name: str | None = Field(description="Masked: 王**")
    channel: Channel


class StaffResidenceClaimPage(Out):
    items: list[StaffResidenceClaim]
    next_cursor: str | None


class ResidenceClaimQuery(PageQuery):
    status: ResidenceClaimStatus | None = None
