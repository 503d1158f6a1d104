"""Regions as the API takes and shows them."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from app.communities.models import RegionKind
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Out, line


class RegionIn(In):
    """A new region. Its code says what kind it is and where it stands."""

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
    """The day from which the table holds: new codes begin on it."""


class RegionImport(Out):
    """Counts of an import: what has become of its lines."""

    created: int
    changed: int
    unchanged: int
