"""Minutes of service: presence within the occasion, whole, and no minute twice."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from app.service_records.entries.minutes import Span, minutes_beside, presence_within


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-12-05T{text}+08:00")


def span(starts_at: str, ends_at: str) -> Span:
    return Span(at(starts_at), at(ends_at))


MORNING = span("09:00", "12:00")


@pytest.mark.parametrize(
    ("presence", "part"),
    [
        (span("08:30", "12:30"), MORNING),
        (span("09:10", "11:00"), span("09:10", "11:00")),
        (span("07:00", "09:00"), None),
        (span("12:00", "13:00"), None),
        (span("11:00", "10:00"), None),
    ],
)
def test_only_what_lies_in_the_occasion_counts(presence: Span, part: Span | None) -> None:
    assert presence_within(presence, MORNING) == part


@pytest.mark.parametrize(
    ("presence", "minutes"),
    [
        (span("09:00", "12:00"), 180),
        (span("09:00:00", "09:59:59.999999"), 59),
        (span("09:00:30", "09:01:29"), 0),
        (span("09:00:30", "09:01:30"), 1),
    ],
)
def test_minutes_are_whole_and_rounded_down(presence: Span, minutes: int) -> None:
    assert minutes_beside(presence, []) == minutes


@pytest.mark.parametrize(
    ("others", "minutes"),
    [
        ([span("08:00", "10:00")], 120),
        ([span("11:00", "13:00")], 120),
        ([span("10:00", "11:00")], 120),
        ([span("08:00", "13:00")], 0),
        ([span("12:00", "14:00"), span("07:00", "09:00")], 180),
        ([span("09:00", "10:00"), span("09:30", "11:00"), span("09:40", "09:50")], 60),
        ([MORNING, MORNING], 0),
        ([span("11:00", "11:30"), span("09:00", "09:30")], 120),
    ],
)
def test_time_that_another_entry_has_does_not_count_again(others: list[Span], minutes: int) -> None:
    assert minutes_beside(MORNING, others) == minutes


def test_across_midnight_and_new_year_time_goes_on() -> None:
    night = Span(
        datetime(2026, 12, 31, 14, tzinfo=UTC),
        datetime(2026, 12, 31, 20, tzinfo=UTC),
    )
    assert presence_within(night, night) == night
    assert minutes_beside(night, []) == 360


def test_all_entries_of_a_person_never_have_more_than_the_time_that_passed() -> None:
    chance = Random(17)
    for _ in range(300):
        taken: list[Span] = []
        total, minutes_passed = 0, set[int]()
        for _ in range(chance.randrange(1, 7)):
            first = chance.randrange(0, 170)
            last = first + chance.randrange(1, 60)
            one = Span(*(at("09:00") + timedelta(minutes=n) for n in (first, last)))
            total += minutes_beside(one, taken)
            taken.append(one)
            minutes_passed |= set(range(first, last))
        assert total == len(minutes_passed)
