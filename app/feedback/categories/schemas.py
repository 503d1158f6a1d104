"""Service categories as the API takes and shows them."""

from typing import Annotated
from uuid import UUID

from pydantic import Field, StrictBool

from app.feedback.models import MINUTES_BY_LEVEL, Level
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Out, line, lines

Minutes = Annotated[int, Field(ge=1, le=366 * 24 * 60, strict=True)]


class ServiceCategoryIn(In):
    """Service category as administrators write it; a PUT replaces the whole of it."""

    name: Annotated[str, line(40, least=2)]
    description: Annotated[str, lines(500, least=0)] = ""
    level: Level
    response_minutes: Minutes | None = None
    """Minutes to the first contact; None takes those of the level."""
    resolution_minutes: Minutes | None = None
    """Minutes to the solution; None takes those of the level."""
    is_active: StrictBool = True

    def minutes(self) -> tuple[int, int]:
        """Returns the minutes to the first contact and to the solution."""
        response, resolution = MINUTES_BY_LEVEL[self.level]
        return self.response_minutes or response, self.resolution_minutes or resolution


class ServiceCategoryOut(Out):
    id: UUID
    name: str
    description: str
    level: Level
    response_minutes: int
    resolution_minutes: int


class ServiceCategoryPage(Out):
    items: list[ServiceCategoryOut]
    next_cursor: str | None


class StaffServiceCategory(ServiceCategoryOut):
    is_active: bool
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffServiceCategoryPage(Out):
    items: list[StaffServiceCategory]
    next_cursor: str | None


class CategoryQuery(PageQuery):
    pass


class StaffCategoryQuery(PageQuery):
    is_active: bool | None = None
