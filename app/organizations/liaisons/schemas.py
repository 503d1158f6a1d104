"""Schemas of liaisons of Party organizations."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.grants.schemas import NamedAdministrator
from app.communities.models import GrantProposalStatus
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, line


class LiaisonProposalIn(NamedAdministrator):
    """The administrator to appoint, named by one of `user_id` and `login_name`."""

    letter_number: Annotated[str, line(64)] = Field(examples=["云山党函〔2026〕12号"])
    """Number of the letter by which the unit proposes its liaison."""


class LiaisonProposalLine(LiaisonProposalIn):
    organization_id: UUID


class LiaisonProposalsIn(In):
    """Proposals of many liaisons at once; all are made, or none."""

    proposals: Annotated[list[LiaisonProposalLine], Field(min_length=1, max_length=200)]


class LiaisonProposalOut(Out):
    id: UUID
    user_id: UUID
    user_name: str | None
    """Name of the administrator's office."""
    scope_id: UUID
    """Id of the organization."""
    organization_name: str
    letter_number: str | None
    status: GrantProposalStatus
    proposed_by: UUID
    proposed_by_name: str | None
    proposed_at: datetime
    decided_by: UUID | None
    decided_by_name: str | None
    decided_at: datetime | None


class LiaisonProposalsOut(Out):
    items: list[LiaisonProposalOut]


class LiaisonProposalPage(StaffPage):
    items: list[LiaisonProposalOut]


class LiaisonOut(Out):
    """The grant that makes an administrator a liaison."""

    user_id: UUID
    user_name: str | None
    """Name of the administrator's office."""
    id: UUID
    scope_id: UUID
    """Id of the organization."""
    organization_name: str
    valid_from: datetime
    valid_to: datetime | None
    granted_by: UUID
    granted_by_name: str | None
    confirmed_by: UUID | None
    confirmed_by_name: str | None


class LiaisonPage(StaffPage):
    items: list[LiaisonOut]


class LiaisonQuery(PageQuery):
    pass
