"""The clocks of a ticket, without a database."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.feedback.clocks import (
    Clocks,
    Notice,
    due,
    next_notice_at,
    paused_minutes,
    responded,
    resumed,
    started,
    stopped,
    with_notices,
)
from app.kernel.deadlines import ALWAYS
from tests.now import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START = started(NOW, 4 * HOUR, 8 * DAY, ALWAYS)
R, V = Notice.RESPONSE_WARNING, Notice.RESPONSE_OVERDUE
W, O = Notice.RESOLUTION_WARNING, Notice.RESOLUTION_OVERDUE  # noqa: E741


@pytest.mark.parametrize(
    ("clocks", "after", "notices"),
    [
        (START, 3 * HOUR - timedelta(microseconds=1), []),
        (START, 3 * HOUR, [R]),
        (START, 4 * HOUR, [R, V]),
        (START, 6 * DAY, [R, V, W]),
        (START, 8 * DAY, [R, V, W, O]),
        (responded(START, NOW + HOUR), 5 * HOUR, []),
        (responded(START, NOW + HOUR), 6 * DAY, [W]),
        (responded(START, NOW + HOUR), 8 * DAY, [W, O]),
        (stopped(responded(START, NOW), NOW + DAY), 99 * DAY, []),
        (with_notices(START, [R, V, W]), 8 * DAY, [O]),
        (with_notices(START, [R, V, W, O]), 99 * DAY, []),
    ],
)
def test_what_is_due_when(clocks: Clocks, after: timedelta, notices: list[Notice]) -> None:
    assert due(clocks, NOW + after) == notices


@pytest.mark.parametrize(
    ("clocks", "at"),
    [
        (START, NOW + 3 * HOUR),
        (with_notices(START, [R]), NOW + 4 * HOUR),
        (responded(START, NOW), NOW + 6 * DAY),
        (stopped(responded(START, NOW), NOW), None),
        (with_notices(START, [R, V, W, O]), None),
    ],
)
def test_when_somebody_looks_again(clocks: Clocks, at: datetime | None) -> None:
    assert next_notice_at(clocks) == at


def test_the_first_contact_counts() -> None:
    assert responded(responded(START, NOW), NOW + DAY).responded_at == NOW


def test_a_pause_moves_both_instants_and_nothing_of_the_response() -> None:
    paused = stopped(START, NOW + 2 * DAY)
    assert stopped(paused, NOW + 3 * DAY) == paused
    on = resumed(paused, NOW + 5 * DAY, ALWAYS)
    assert (on.resolution_warn_at, on.resolution_due_at) == (NOW + 9 * DAY, NOW + 11 * DAY)
    assert (on.response_due_at, on.stopped_at) == (START.response_due_at, None)
    assert resumed(on, NOW + 9 * DAY, ALWAYS) == on


def test_a_warning_given_before_a_pause_is_not_given_again() -> None:
    warned = with_notices(responded(START, NOW), [W])
    on = resumed(stopped(warned, NOW + 7 * DAY), NOW + 17 * DAY, ALWAYS)
    assert due(on, NOW + 17 * DAY) == []
    assert due(on, NOW + 18 * DAY) == [O]


@pytest.mark.parametrize(("minutes", "counted"), [(0, 0), (0.99, 0), (1, 1), (90.5, 90)])
def test_paused_minutes_are_whole(minutes: float, counted: int) -> None:
    assert paused_minutes(NOW, NOW + timedelta(minutes=minutes), ALWAYS) == counted


def test_what_is_late_is_said_of_clocks_that_run() -> None:
    assert not START.is_warned(NOW)
    assert START.is_warned(NOW + 3 * HOUR)
    assert not START.is_overdue(NOW + 3 * HOUR)
    assert START.is_overdue(NOW + 4 * HOUR)
    answered = responded(START, NOW)
    assert not answered.is_overdue(NOW + 7 * DAY)
    assert answered.is_overdue(NOW + 8 * DAY)
    assert not stopped(answered, NOW).is_overdue(NOW + 99 * DAY)
    assert with_notices(answered, [W, O]).is_overdue(NOW + 8 * DAY)


stretches = some.timedeltas(timedelta(0), timedelta(days=30))


@given(
    response=some.timedeltas(timedelta(minutes=1), timedelta(days=20)),
    resolution=some.timedeltas(timedelta(minutes=1), timedelta(days=20)),
    steps=some.lists(some.tuples(stretches, stretches), max_size=6),
)
def test_work_and_pauses_add_up(
    response: timedelta, resolution: timedelta, steps: list[tuple[timedelta, timedelta]]
) -> None:
    """However often it is paused: the time for the work is what was promised, no notice comes
    early, each comes once, and nothing is due before its instant."""
    clocks, now, paused = started(NOW, response, resolution, ALWAYS), NOW, timedelta()
    seen: list[Notice] = []
    for work, pause in steps:
        now += work
        coming = next_notice_at(clocks)
        notices = due(clocks, now)
        assert bool(notices) == (coming is not None and coming <= now)
        clocks = with_notices(clocks, notices)
        seen += notices
        clocks = stopped(clocks, now)
        now, paused = now + pause, paused + pause
        clocks = resumed(clocks, now, ALWAYS)
    assert clocks.resolution_due_at == NOW + resolution + paused
    assert clocks.response_due_at == NOW + response
    assert clocks.resolution_warn_at <= clocks.resolution_due_at
    assert len(seen) == len(set(seen))
