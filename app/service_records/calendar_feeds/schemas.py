"""Schemas of calendar feeds."""

from datetime import datetime
from uuid import UUID

from app.kernel.web.schemas import Out


class CalendarFeedOut(Out):
    id: UUID
    created_at: datetime


class NewCalendarFeed(CalendarFeedOut):
    path: str
    """Path of the feed below the address of the service, `/v1/calendar-feeds/….ics`, shown this
    once. Whoever has it reads when and where its person is expected."""


class CalendarFeedPage(Out):
    """The feeds of a person, the newest first; there are few, so that one page has them all."""

    items: list[CalendarFeedOut]
    next_cursor: str | None
