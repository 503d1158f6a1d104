"""Schemas of places."""

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


class PlaceOut(Out):
    id: UUID
    kind: PlaceKind
    name: str
    parent_id: UUID | None


class PlacePage(Out):
    items: list[PlaceOut]
    next_cursor: str | None


class StaffPlacePage(StaffPage):
    items: list[PlaceOut]


class PlaceQuery(PageQuery):
    parent: UUID | None = Field(
        None, description="Id of the place above; without it the top places are listed."
    )


class StaffPlaceQuery(PageQuery):
    parent: UUID | None = None
    kind: PlaceKind | None = None
