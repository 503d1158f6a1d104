"""Calendar days: where they begin, and when a period of them ends."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from app.kernel import clock
from app.kernel.deadlines import end_of_days


@pytest.fixture(autouse=True)
def _in_shanghai() -> Iterator[None]:
    clock.use_zone("Asia/Shanghai")
    yield
    clock.use_zone("Asia/Shanghai")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-30T15:59", date(2026, 11, 30)),
        ("2026-11-30T16:00", date(2026, 12, 1)),
        ("2026-12-01T07:00", date(2026, 12, 1)),
        ("2026-12-31T16:30", date(2027, 1, 1)),
    ],
)
def test_a_day_begins_at_midnight_of_the_place(now: str, day: date) -> None:
    with clock.frozen(utc(now)):
        assert clock.today() == day


def test_another_place_has_another_day() -> None:
    clock.use_zone("America/Los_Angeles")
    with clock.frozen(utc("2026-12-01T07:59")):
        assert clock.today() == date(2026, 11, 30)
    assert clock.instant_of(date(2026, 12, 1)) == utc("2026-12-01T08:00")


def test_a_time_of_day_is_what_clocks_of_the_place_show() -> None:
    assert clock.instant_of(date(2026, 12, 1), time(9, 30)) == utc("2026-12-01T01:30")


@pytest.mark.parametrize(
    "start",
    [
        pytest.param("2026-11-30T16:01", id="00:01 there; in UTC it is the day before"),
        pytest.param("2026-12-01T07:00", id="15:00"),
        pytest.param("2026-12-01T15:59", id="23:59"),
    ],
)
def test_seven_days_from_the_1st_end_with_the_8th_whatever_the_hour(start: str) -> None:
    assert end_of_days(utc(start), 7) == utc("2026-12-08T16:00")


def test_from_midnight_on_it_is_a_day_more() -> None:
    assert end_of_days(utc("2026-12-01T16:00"), 7) == utc("2026-12-09T16:00")


def test_the_end_is_midnight_there_also_where_the_clock_is_put_back() -> None:
    """Days of 23 and 25 hours are days."""
    clock.use_zone("Europe/Berlin")
    assert end_of_days(utc("2026-10-24T12:00"), 1) == utc("2026-10-25T23:00")
    assert end_of_days(utc("2026-03-28T12:00"), 1) == utc("2026-03-29T22:00")
