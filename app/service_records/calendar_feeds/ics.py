"""A calendar in the format of RFC 5545, as calendar programs on phones subscribe to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from icalendar import Calendar, Event, Timezone

from app.kernel import clock

ZONE_SINCE = date(2000, 1, 1)
"""Day since which the time zone is described: China had summer time until 1991, and not since."""
PRODUCT = "-//Linli//Service calendar//ZH"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One occasion at which a person is expected."""

    id: UUID
    title: str
    community: str
    address: str
    starts_at: datetime
    ends_at: datetime


def written(name: str, appointments: Iterable[Appointment], now: datetime) -> bytes:
    """Returns the calendar as UTF-8, with lines of at most 75 octets that end in CRLF."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    # A calendar without any part would not be one.
    calendar.add_component(Timezone.from_tzinfo(clock.the_zone(), first_date=ZONE_SINCE))
    for appointment in appointments:
        calendar.add_component(_event(appointment, now))
    content: bytes = calendar.to_ical()
    return content


def _event(appointment: Appointment, now: datetime) -> Event:
    event = Event()
    # The same id for ever: a shift that is moved moves in the calendar, and is not shown twice.
    event.add("uid", f"{appointment.id}@linli")
    event.add("dtstamp", now)
    event.add("dtstart", clock.local(appointment.starts_at))
    event.add("dtend", clock.local(appointment.ends_at))
    event.add("summary", appointment.title)
    event.add("description", appointment.community)
    if appointment.address:
        event.add("location", appointment.address)
    event.add("status", "CONFIRMED")
    return event
