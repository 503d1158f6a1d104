"""Regions as the API takes and shows them."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.communities.models import RegionKind
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Out, line


class RegionIn(In):
    """What kind it is and where it stands, its code says."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")]
    name: Annotated[str, line(60)]
    valid_from: date
    valid_to: date | None = None
    """The first day on which it is no more."""


class RegionOut(Out):
    id: UUID
    code: str
    kind: RegionKind
    name: str
    parent_id: UUID | None
    valid_from: date
    valid_to: date | None


class RegionPage(Out):
    items: list[RegionOut]
    next_cursor: str | None


class RegionQuery(PageQuery):
    parent_id: UUID | None = Field(None, description="Without it: the provinces.")
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{12}$")] | None = Field(
        None, description="One code, wherever it stands."
    )
    on: date | None = Field(None, description="Valid on that day; today unless it is given.")


class RegionImportQuery(In):
    valid_from: date
    """The day from which the sheet holds: new codes begin on it."""


class RegionImport(Out):
    """What has become of the lines of a sheet."""

    created: int
    changed: int
    unchanged: int
