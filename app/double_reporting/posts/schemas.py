"""Schemas of posts."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.double_reporting.models import PostCategory, PostStatus
from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import In, Instant, Out, line, lines


class PostIn(In):
    """All fields of a post that administrators write."""

    category: PostCategory
    title: Annotated[str, line(60, least=2)]
    description: Annotated[str, lines(2000, least=2)]
    schedule: Annotated[str, line(200, least=2)]
    """The times of service, in words."""
    capacity: Annotated[int, Field(ge=1, le=1000, strict=True)]
    ends_at: Instant | None = None
    """Instant at which the service closes it; without one staff do."""


class StaffPost(Out):
    id: UUID
    category: PostCategory
    title: str
    description: str
    schedule: str
    status: PostStatus
    capacity: int
    remaining: int
    ends_at: datetime | None
    published_at: datetime | None
    closed_at: datetime | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffPostPage(Out):
    items: list[StaffPost]
    next_cursor: str | None


class StaffPostQuery(PageQuery):
    status: PostStatus | None = None


MIN_SHOWN_COUNT = 10
"""Numbers of people below this are not shown to others: they could tell who serves."""


class PostOut(Out):
    """A post with the numbers of its claims, from 10 on, and without their names."""

    id: UUID
    category: PostCategory
    title: str
    description: str
    schedule: str
    status: PostStatus
    capacity: int
    remaining: int | None = Field(description="Places left; null while fewer than 10 are taken.")
    in_notice: int | None = Field(
        description="Approved claims in the notice period of 3 days before service; null below 10."
    )
    serving: int | None = Field(description="Claims in service; null below 10.")
    ends_at: datetime | None


class PostPage(Out):
    items: list[PostOut]
    next_cursor: str | None


class PostQuery(PageQuery):
    category: PostCategory | None = None
