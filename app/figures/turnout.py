"""Turnout of closed ballots by week."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from app.consultations.disclosure import shown_turnout
from app.consultations.models import Ballot, Tally
from app.figures.disclosure import Count
from app.figures.schemas import TurnoutFigures
from app.figures.weeks import monday_of
from app.kernel import clock


class ClosedBallot(NamedTuple):
    """The columns of a closed ballot that its turnout is read from."""

    id: UUID
    closed_at: datetime
    roll_size: int
    tally_sealed: bytes


def turnout_by_week(
    community_id: UUID, mondays: Sequence[date], ballots: Iterable[ClosedBallot]
) -> TurnoutFigures:
    """Sums up the ballots whose turnout is told in their results, too. A week in which there are
    only others has no figures, and one without any ballot has noughts."""
    closed, electors, votes = Counter[date](), Counter[date](), Counter[date]()
    for ballot in ballots:
        monday = monday_of(clock.day_of(ballot.closed_at))
        closed[monday] += 1
        counts = Ballot.tally.shown_for(Ballot, community_id, ballot.id, ballot.tally_sealed)
        if counts and (present := shown_turnout(Tally(counts["present"], counts["counts"]))):
            electors[monday] += ballot.roll_size
            votes[monday] += present

    def shown(sums: Counter[date]) -> list[Count]:
        return [sums[day] if sums[day] or not closed[day] else None for day in mondays]

    return TurnoutFigures(electors=shown(electors), votes=shown(votes))
