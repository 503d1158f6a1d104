"""Counts of rows by week, of one community. Names of people are never read, nor what they vote."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, DateTime, Select, and_, cast, func, select
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


def week_of(instant: Instant) -> ColumnElement[datetime]:
    """The beginning of the week in which a row's instant lies, in the zone of the service."""
    return func.date_trunc("week", instant, clock.the_zone().key)


def within(instant: Instant, weeks: Weeks) -> ColumnElement[bool]:
    return and_(instant >= weeks.begins_at, instant < weeks.ends_at)


def participants_joined(community_id: UUID) -> Select[datetime, int]:
    """Counts people by the week in which they joined, since the beginning."""
    week = week_of(Participant.joined_at).label("week")
    return select(week, func.count()).where(Participant.community_id == community_id).group_by(week)


def signups_by(instant: Instant, community_id: UUID, weeks: Weeks) -> Select[datetime, int]:
    """Counts sign-ups by the week of one of their instants."""
    week = week_of(instant).label("week")
    return (
        select(week, func.count())
        .where(Signup.community_id == community_id, within(instant, weeks))
        .group_by(week)
    )


def minutes_served(community_id: UUID, weeks: Weeks) -> Select[date, int, int]:
    """Sums up confirmed minutes, and counts who served them, by the week of the service."""
    served_at = cast(ServiceEntry.served_on, DateTime)
    week = cast(func.date_trunc("week", served_at), Date).label("week")
    return (
        select(
            week,
            func.sum(ServiceEntry.minutes),
            func.count(ServiceEntry.participant_id.distinct()),
        )
        .where(
            ServiceEntry.community_id == community_id,
            ServiceEntry.status == EntryStatus.CONFIRMED,
            ServiceEntry.minutes > 0,
            ServiceEntry.served_on >= weeks.first,
            ServiceEntry.served_on < weeks.last + WEEK,
        )
        .group_by(week)
    )


def tickets_submitted(
    community_id: UUID, weeks: Weeks, now: datetime
) -> Select[datetime, TicketStatus, bool, int]:
    """Counts tickets by week and state, and by whether they were not solved within their time."""
    week = week_of(Ticket.submitted_at).label("week")
    is_late = (func.coalesce(Ticket.stopped_at, now) > Ticket.resolution_due_at).label("is_late")
    return (
        select(week, Ticket.status, is_late, func.count())
        .where(Ticket.community_id == community_id, within(Ticket.submitted_at, weeks))
        .group_by(week, Ticket.status, is_late)
    )


def topics_raised(community_id: UUID, weeks: Weeks) -> Select[datetime, TopicStatus, int]:
    week = week_of(Topic.submitted_at).label("week")
    return (
        select(week, Topic.status, func.count())
        .where(Topic.community_id == community_id, within(Topic.submitted_at, weeks))
        .group_by(week, Topic.status)
    )


def ballots_closed(community_id: UUID, weeks: Weeks) -> Statement:
    """Selects ballots with their sealed counts; an annulled one has no result."""
    return select(Ballot.id, Ballot.closed_at, Ballot.roll_size, Ballot.tally_sealed).where(
        Ballot.community_id == community_id,
        Ballot.status.in_(sorted(COUNTED)),
        within(Ballot.closed_at, weeks),
    )
