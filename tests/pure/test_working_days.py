"""Working days: the arrangement of 2026, the days by law of 2027, and the week beyond."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.communities.calendars.china import KnownDay, days_of
from app.communities.calendars.working_time import CalendarBasis, WorkingDays
from app.kernel import clock
from app.kernel.deadlines import Calendar

YEARS = range(2026, 2030)


@pytest.fixture(autouse=True)
def _in_shanghai() -> None:
    clock.use_zone("Asia/Shanghai")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def preset(entered: dict[date, KnownDay] | None = None) -> WorkingDays:
    return WorkingDays.of(entered or {}, YEARS)


def test_2026_is_the_arrangement_of_the_state_council() -> None:
    days = days_of(2026)
    worked = sorted(day for day, known in days.items() if known.is_working_day)
    assert worked == [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]
    assert all(day.weekday() >= 5 for day in worked)
    assert len(days) - len(worked) == 3 + 9 + 3 + 5 + 3 + 3 + 7
    assert {days[date(2026, 2, day)].name for day in range(15, 24)} == {"春节"}


def test_2027_has_the_days_by_law_each_weekend_day_made_up_for() -> None:
    days = days_of(2027)
    weekdays = [day for day in days if day.weekday() < 5]
    assert len(weekdays) == 13
    assert not any(known.is_working_day for known in days.values())
    assert [day for day in sorted(days) if day.month == 2] == [
        date(2027, 2, day) for day in range(5, 11)
    ]


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        # Before the National Day's week: Wednesday, then the 8th and 9th; the 10th is worked, too.
        ("2026-09-29T04:00", 3, "2026-10-09T16:00"),
        ("2026-09-29T04:00", 2, "2026-10-08T16:00"),
        ("2026-10-08T16:30", 1, "2026-10-10T16:00"),
        # A Saturday before the Spring Festival is worked.
        ("2026-02-12T03:00", 2, "2026-02-14T16:00"),
        ("2026-02-12T03:00", 3, "2026-02-24T16:00"),
        # Late on a Friday evening in Shanghai, and a minute into the Saturday.
        ("2026-11-27T15:59", 3, "2026-12-02T16:00"),
        ("2026-11-27T16:00", 3, "2026-12-02T16:00"),
        # New Year: 1 January 2027 is a Friday.
        ("2026-12-31T15:59", 1, "2027-01-04T16:00"),
    ],
)
def test_a_period_ends_at_midnight_after_its_last_working_day(
    start: str, days: int, end: str
) -> None:
    assert preset().end_after(utc(start), days) == utc(end)


def test_each_year_says_what_it_rests_on() -> None:
    assert preset().bases == {
        2026: CalendarBasis.OFFICIAL,
        2027: CalendarBasis.BY_LAW,
        2028: CalendarBasis.WEEK,
        2029: CalendarBasis.WEEK,
    }


def test_a_period_that_touches_a_provisional_year_is_warned_of() -> None:
    calendar = preset()
    new_year = utc("2026-12-31T16:00")
    assert calendar.warning(utc("2026-12-28T01:00"), new_year) is None
    assert calendar.warning(utc("2026-12-30T01:00"), utc("2027-01-04T16:00")) is not None
    week = calendar.warning(utc("2028-01-03T01:00"), utc("2028-01-06T16:00"))
    assert week is not None
    assert "周一至周五" in week.zh


def test_one_local_holiday_goes_first_and_makes_no_arrangement() -> None:
    local = {date(2028, 4, 14): KnownDay(False, "三月三")}
    calendar = preset(local)
    assert not calendar.is_working_day(date(2028, 4, 14))
    assert calendar.is_working_day(date(2028, 4, 17))
    assert calendar.bases[2028] is CalendarBasis.WEEK


def test_a_whole_arrangement_makes_the_year_known() -> None:
    free = {date(2027, 2, day): KnownDay(False, "春节") for day in range(5, 13)}
    free |= {date(2027, 10, day): KnownDay(False, "国庆节") for day in range(1, 8)}
    free[date(2027, 2, 14)] = KnownDay(True, "春节")
    calendar = preset(free)
    assert calendar.bases[2027] is CalendarBasis.IMPORTED
    assert calendar.is_working_day(date(2027, 2, 14))


def test_it_is_a_calendar_of_working_time() -> None:
    calendar: Calendar = preset()
    friday, monday = utc("2026-11-27T04:00"), utc("2026-11-30T04:00")
    assert calendar.between(friday, monday) == timedelta(hours=24)
    assert calendar.after(friday, timedelta(hours=24)) == monday
    assert calendar.between(monday, friday) == timedelta()
    assert calendar.after(utc("2026-11-28T04:00"), timedelta(hours=1)) == utc("2026-11-29T17:00")
