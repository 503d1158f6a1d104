"""Service categories as the API takes and shows them."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StrictBool, model_validator

from app.feedback.models import MINUTES_BY_LEVEL, Level
from app.kernel.web.pages import PageQuery, StaffPage
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
    emergency_text: Annotated[str, lines(300, least=2)] | None = None
    """Advice for danger, shown before anything is typed: what to do at once."""
    emergency_number: Annotated[str, line(20, least=3)] | None = None
    """Number to ring at once; it needs a text that says when."""
    is_active: StrictBool = True

    @model_validator(mode="after")
    def _says_when_to_ring(self) -> Self:
        if self.emergency_number is not None and self.emergency_text is None:
            raise ValueError("an emergency number needs a text that says when to ring it")
        return self

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
    emergency_text: str | None
    """Show it, with the number, as soon as the category is chosen: danger is no ticket."""
    emergency_number: str | None


class ServiceCategoryPage(Out):
    items: list[ServiceCategoryOut]
    next_cursor: str | None


class StaffServiceCategory(ServiceCategoryOut):
    is_active: bool
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffServiceCategoryPage(StaffPage):
    items: list[StaffServiceCategory]


class CategoryQuery(PageQuery):
    pass


class StaffCategoryQuery(PageQuery):
    is_active: bool | None = None
