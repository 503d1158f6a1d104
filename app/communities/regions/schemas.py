"""Schemas of regions."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.communities.models import RegionKind
from app.kernel.files.import_schemas import ImportQuery
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Day, In, Out, line


class RegionIn(In):
    """A new region. Its code determines its kind and its parent."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
    name: Annotated[str, line(60)]
    valid_from: Day
    valid_to: Day | None = None
    """The first day on which it is no longer valid."""


class RegionName(In):
    name: Annotated[str, line(60)]


class RegionEnd(In):
    valid_to: Day
    """The first day on which it is no longer valid."""


class RegionMerge(In):
    into_id: UUID
    """Id of the region that stays."""


class RegionMergeOut(Out):
    """Counts of what follows a region into another one."""

    regions: int
    communities: int
    grants: int


class RegionOut(Out):
    id: UUID
    code: str
    kind: RegionKind
    name: str
    parent_id: UUID | None
    parent_name: str | None
    valid_from: date
    valid_to: date | None


class RegionPage(StaffPage):
    items: list[RegionOut]


class RegionQuery(PageQuery):
    parent_id: UUID | None = Field(
        None, description="Id of the region above; without it the provinces are listed."
    )
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")] | None = Field(
        None, description="A region's own code, at any level."
    )
    on: Day | None = Field(
        None, description="The day on which the regions are valid; the default is today."
    )


class RegionImportQuery(ImportQuery):
    valid_from: Day
    """The first day of the table's validity, on which new codes begin."""
