"""Schemas of Party organizations, which are published facts and name nobody."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.kernel.web.pages import PageQuery, StaffPage, Words, words_of
from app.kernel.web.schemas import In, Out, line
from app.organizations.models import OrganizationKind


class OrganizationRevision(In):
    """All fields of a Party organization that can be replaced. Its place in the tree stays."""

    kind: OrganizationKind
    name: Annotated[str, line(100, least=2)]
    work_unit_id: UUID | None = Field(None, examples=["0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7"])
    """Id of the work unit, unless it is an organization of the community itself."""
    community_id: UUID | None = Field(
        None, description="Id of the community, for an organization of the community itself."
    )

    @model_validator(mode="after")
    def _has_one_home(self) -> Self:
        if (self.work_unit_id is None) == (self.community_id is None):
            raise ValueError("one of work_unit_id and community_id")
        return self


class OrganizationIn(OrganizationRevision):
    parent_id: UUID | None = None
    """Id of the organization above; None where that one is not in this service."""


class OrganizationOut(Out):
    id: UUID
    kind: OrganizationKind
    name: str
    parent_id: UUID | None
    parent_name: str | None
    work_unit_id: UUID | None
    work_unit_name: str | None
    community_id: UUID | None
    community_name: str | None


class OrganizationPage(Out):
    items: list[OrganizationOut]
    next_cursor: str | None


class StaffOrganizationOut(OrganizationOut):
    path: list[UUID]
    """Its ancestors from the root on, then itself."""
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffOrganizationPage(StaffPage):
    items: list[StaffOrganizationOut]


class OrganizationQuery(PageQuery):
    q: Words | None = words_of("its name or its unit's")
    parent_id: UUID | None = Field(
        None, description="Id of the organization right above those listed."
    )


class StaffOrganizationQuery(OrganizationQuery):
    work_unit_id: UUID | None = None
    community_id: UUID | None = None
