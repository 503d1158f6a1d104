"""Tickets of a community by week: by state, and by their due time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from app.feedback.models import OPEN, TicketStatus
from app.figures.disclosure import Count, hide_parts
from app.figures.schemas import TicketDue, TicketDueFigures, TicketFigures, TicketStateFigures

S = TicketStatus
ANSWERED = frozenset({S.RESOLVED, S.CLOSED})
GROUPS: tuple[tuple[frozenset[S], tuple[TicketDue, ...]], ...] = (
    (OPEN, (TicketDue.OPEN, TicketDue.OVERDUE)),
    (ANSWERED, (TicketDue.ANSWERED_IN_TIME, TicketDue.ANSWERED_LATE)),
    (frozenset(S) - OPEN - ANSWERED, ()),
)
"""Groups that are counted twice, by state and by due time: each sum can be known by the other."""


def tickets_by_week(
    mondays: Sequence[date], counts: Mapping[tuple[date, S, bool], int]
) -> TicketFigures:
    """Returns the tickets as they are shown, from the counts of each week, state and lateness."""
    by_state, by_due = Counter[tuple[date, StrEnum]](), Counter[tuple[date, StrEnum]]()
    dues_of = {state: dues for states, dues in GROUPS for state in states}
    for (monday, status, is_late), count in counts.items():
        by_state[monday, status] += count
        if dues := dues_of[status]:
            by_due[monday, dues[is_late]] += count
    by_state_shown, by_due_shown = dict[StrEnum, list[Count]](), dict[StrEnum, list[Count]]()
    for states, dues in GROUPS:
        by_state_shown |= _shown(mondays, [state for state in S if state in states], by_state)
        by_due_shown |= _shown(mondays, dues, by_due)
    return TicketFigures(
        by_state=[TicketStateFigures(status=state, counts=by_state_shown[state]) for state in S],
        by_due=[TicketDueFigures(due=due, counts=by_due_shown[due]) for due in TicketDue],
    )


def _shown(
    mondays: Sequence[date], parts: Sequence[StrEnum], counts: Mapping[tuple[date, StrEnum], int]
) -> dict[StrEnum, list[Count]]:
    """Returns a list for each part of a group, one place a week."""
    by_week = [hide_parts([counts[monday, part] for part in parts]) for monday in mondays]
    return {part: [week[index] for week in by_week] for index, part in enumerate(parts)}
