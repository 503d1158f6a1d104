"""Schemas of ratings."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StrictInt

from app.communities.schemas import Witnessed
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out, lines

Stars = Annotated[StrictInt, Field(ge=1, le=5)]


class RatingIn(In):
    """The rating of an activity after a shift. Only its organisers read the comment; hours do not
    depend on it."""

    stars: Stars
    comment: Annotated[str, lines(1000)] | None = None


class DeskRating(Witnessed, RatingIn):
    """A rating that staff enter for a helper who gives it at the desk."""


class RatingOut(Out):
    signup_id: UUID
    stars: int
    comment: str | None
    rated_at: datetime
    editable_until: datetime


class MyRating(Out):
    rating: RatingOut | None = Field(description="My rating; null where I have given none.")
    may_rate: bool = Field(description="True where I may give or change it now.")


class RatingForStaff(Out):
    """A rating as the organisers read it: without the name of its author."""

    id: UUID
    shift_id: UUID
    starts_at: datetime
    stars: int
    comment: str | None
    rated_at: datetime


class RatingPage(StaffPage):
    items: list[RatingForStaff]


class RatingQuery(PageQuery):
    pass
