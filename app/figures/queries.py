"""Counts of rows by week, of one community. Names of people are never read, nor what they vote.

Weeks are numbered from 1 on. PostgreSQL finds the number among the beginnings of all weeks, which
costs a seventh of what truncating an instant in a time zone does."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Select, and_, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute

from app.communities.models import Participant
from app.consultations.models import COUNTED, Ballot, Topic, TopicStatus
from app.feedback.models import Ticket, TicketStatus
from app.figures.weeks import WEEK, Weeks
from app.kernel import clock
from app.service_records.models import EntryStatus, ServiceEntry
from app.volunteering.models import Signup

Statement = Select[*tuple[Any, ...]]
Instant = InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None]


def number_of(instant: Instant, mondays: Sequence[date]) -> ColumnElement[int]:
    """The number of the week in which a row's instant lies, 0 for one before all of them."""
    beginnings = [clock.instant_of(monday) for monday in mondays]
    weeks = literal(beginnings, ARRAY(DateTime(timezone=True)))
    number: ColumnElement[int] = func.width_bucket(instant, weeks).label("number")
    return number


def within(instant: Instant, weeks: Weeks) -> ColumnElement[bool]:
    return and_(instant >= weeks.begins_at, instant < weeks.ends_at)


def participants_joined(community_id: UUID, weeks: Weeks) -> Select[int, int]:
    """Counts people by the week in which they joined; the first number is of those before."""
    number = number_of(Participant.joined_at, weeks.mondays)
    return (
        select(number, func.count())
        .where(Participant.community_id == community_id, Participant.joined_at < weeks.ends_at)
        .group_by(number)
    )


def signups_by(instant: Instant, community_id: UUID, weeks: Weeks) -> Select[int, int]:
    """Counts sign-ups by the week of one of their instants."""
    number = number_of(instant, weeks.mondays)
    return (
        select(number, func.count())
        .where(Signup.community_id == community_id, within(instant, weeks))
        .group_by(number)
    )


def minutes_served(community_id: UUID, weeks: Weeks) -> Select[int, int, int]:
    """Sums up confirmed minutes, and counts who served them, by the week of the service."""
    number = ((ServiceEntry.served_on - weeks.first) // 7 + 1).label("number")
    each = (
        select(number, func.sum(ServiceEntry.minutes).label("minutes"))
        .where(
            ServiceEntry.community_id == community_id,
            ServiceEntry.status == EntryStatus.CONFIRMED,
            ServiceEntry.minutes > 0,
            ServiceEntry.served_on >= weeks.first,
            ServiceEntry.served_on < weeks.last + WEEK,
        )
        .group_by(number, ServiceEntry.participant_id)
        .subquery()
    )
    return select(each.c.number, func.sum(each.c.minutes), func.count()).group_by(each.c.number)


def tickets_submitted(
    community_id: UUID, weeks: Weeks, now: datetime
) -> Select[int, TicketStatus, bool, int]:
    """Counts tickets by week and state, and by whether they were not solved within their time."""
    number = number_of(Ticket.submitted_at, weeks.mondays)
    is_late = (func.coalesce(Ticket.stopped_at, now) > Ticket.resolution_due_at).label("is_late")
    return (
        select(number, Ticket.status, is_late, func.count())
        .where(Ticket.community_id == community_id, within(Ticket.submitted_at, weeks))
        .group_by(number, Ticket.status, is_late)
    )


def topics_raised(community_id: UUID, weeks: Weeks) -> Select[int, TopicStatus, int]:
    number = number_of(Topic.submitted_at, weeks.mondays)
    return (
        select(number, Topic.status, func.count())
        .where(Topic.community_id == community_id, within(Topic.submitted_at, weeks))
        .group_by(number, Topic.status)
    )


def ballots_closed(community_id: UUID, weeks: Weeks) -> Statement:
    """Selects ballots with their sealed counts; an annulled one has no result."""
    return select(Ballot.id, Ballot.closed_at, Ballot.roll_size, Ballot.tally_sealed).where(
        Ballot.community_id == community_id,
        Ballot.status.in_(sorted(COUNTED)),
        within(Ballot.closed_at, weeks),
    )
