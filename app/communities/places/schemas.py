"""Schemas of places."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.models import PlaceKind
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, line


class PlaceIn(In):
    kind: PlaceKind
    name: Annotated[str, line(40)]
    parent_id: UUID | None = None


class PlaceName(In):
    name: Annotated[str, line(40)]


class PlaceMerge(In):
    into_id: UUID
    """Id of the place that stays."""


class PlaceMergeOut(Out):
    """Counts of what follows a place into another one."""

    merged: int = Field(description="Places that are retired, the place itself included.")
    moved: int = Field(description="Places below it that move as they are.")
    residents: int
    residence_claims: int
    register_entries: int
    grants: int


class PlaceOut(Out):
    id: UUID
    kind: PlaceKind
    name: str
    parent_id: UUID | None
    parent_name: str | None


class StaffPlaceOut(PlaceOut):
    retired_at: datetime | None
    merged_into: UUID | None = Field(description="Id of the place that has taken its place.")


class PlacePage(Out):
    items: list[PlaceOut]
    next_cursor: str | None


class StaffPlacePage(StaffPage):
    items: list[StaffPlaceOut]


class PlaceQuery(PageQuery):
    parent: UUID | None = Field(
        None, description="Id of the place above; without it the top places are listed."
    )


class StaffPlaceQuery(PageQuery):
    parent: UUID | None = None
    kind: PlaceKind | None = None
