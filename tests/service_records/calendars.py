"""Reads calendars as another program does."""

from datetime import UTC, datetime
from typing import NamedTuple

from icalendar import Calendar, Event


class ReadEvent(NamedTuple):
    uid: str
    title: str
    address: str
    starts_at: datetime
    ends_at: datetime


def read_events(content: bytes) -> list[ReadEvent]:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return [_read(event) for event in calendar.events]


def _read(event: Event) -> ReadEvent:
    start, end = event.start, event.end
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    return ReadEvent(
        str(event.uid),
        str(event.get("summary")),
        str(event.get("location")),
        start.astimezone(UTC),
        end.astimezone(UTC),
    )
