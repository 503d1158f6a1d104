"""Schemas of the figures of a community."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from app.consultations.models import TopicStatus
from app.feedback.models import TicketStatus
from app.figures.disclosure import MIN_SHOWN, Count
from app.figures.weeks import weeks_of
from app.kernel.web.schemas import Day, In, Out
from app.kernel.words import Worded


class FiguresQuery(In):
    from_: Day | None = Field(None, alias="from")
    """A day of the first week; by default the week eleven weeks before the last one."""
    to: Day | None = None
    """A day of the last week; by default the present one. A span has 53 weeks at most."""

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        weeks_of(self.from_, self.to)
        return self


class TicketDue(Worded):
    """Fate of the time within which a ticket is to be solved."""

    OPEN = "open", "未到期", "not due yet"
    OVERDUE = "overdue", "已超期", "overdue"
    ANSWERED_IN_TIME = "answered_in_time", "按期办结", "solved in time"
    ANSWERED_LATE = "answered_late", "超期办结", "solved late"


class ParticipantFigures(Out):
    joined: list[Count]
    """People who joined, or came back, in the week."""
    total: list[Count]
    """People who had ever joined by the end of the week. Those of weeks that are hidden come in
    later, several weeks at a time."""


class SignupFigures(Out):
    confirmed: list[Count]
    """Sign-ups that got their place in the week."""
    withdrawn: list[Count]
    """Sign-ups that were withdrawn in the week."""


class HourFigures(Out):
    minutes: list[Count]
    """Confirmed minutes of service in the week; hidden where fewer than ten people served."""
    people: list[Count]
    """People who served them."""


class TicketStateFigures(Out):
    status: TicketStatus
    counts: list[Count]


class TicketDueFigures(Out):
    due: TicketDue
    counts: list[Count]


class TicketFigures(Out):
    """Tickets that were submitted in the week, by what they are now."""

    by_state: list[TicketStateFigures]
    by_due: list[TicketDueFigures]
    """Tickets that were declined, merged or withdrawn are in none of them."""


class TopicStageFigures(Out):
    stage: TopicStatus
    counts: list[Count]


class TopicFigures(Out):
    """Topics that were raised in the week, by what they are now."""

    by_stage: list[TopicStageFigures]


class TurnoutFigures(Out):
    """Sums over the ballots that were closed in the week and whose counts may be told: ten votes or
    more, of which not all chose alike. Null where there are only others."""

    electors: list[Count]
    """Entries of the rolls."""
    votes: list[Count]
    """Votes returned."""


class FiguresOut(Out):
    """Figures by week. Each list has one place for each of the weeks; null is a hidden count."""

    community_id: UUID
    community_name: str
    weeks: list[date]
    """The Monday of each week, earliest first."""
    hidden_below: int = MIN_SHOWN
    """Counts from 1 to below this are hidden, and further ones from which they could be computed.
    A nought is shown."""
    has_hidden: bool
    """True where at least one of the figures is hidden."""
    participants: ParticipantFigures
    signups: SignupFigures
    hours: HourFigures
    tickets: TicketFigures
    topics: TopicFigures
    turnout: TurnoutFigures
