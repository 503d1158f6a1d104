"""Holidays and adjusted working days of the People's Republic of China.

2026 is the arrangement of the State Council's General Office (国办发明电〔2025〕7号, 2025-11-04).
For 2027 there are only the days that the Regulation on Public Holidays (全国年节及纪念日放假办法,
in force since 2025-01-01, art. 2 and 6) gives by law: a day that falls on a weekend is made up for
on the next weekday. Which weekends are worked in exchange is not known, so the year is provisional
until its arrangement is imported."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

STATUTORY_DAYS = 13
"""The days that are free for everybody by law (art. 2): a calendar of a year has at least these."""


class _Holiday(NamedTuple):
    name: str
    first: tuple[int, int]
    """Month and day."""
    days: int
    worked: tuple[tuple[int, int], ...] = ()
    """Weekend days that are worked in exchange."""


class KnownDay(NamedTuple):
    """A day that is not as the week has it."""

    is_working_day: bool
    name: str


OFFICIAL = {
    2026: (
        _Holiday("元旦", (1, 1), 3, ((1, 4),)),
        _Holiday("春节", (2, 15), 9, ((2, 14), (2, 28))),
        _Holiday("清明节", (4, 4), 3),
        _Holiday("劳动节", (5, 1), 5, ((5, 9),)),
        _Holiday("端午节", (6, 19), 3),
        _Holiday("中秋节", (9, 25), 3),
        _Holiday("国庆节", (10, 1), 7, ((9, 20), (10, 10))),
    ),
}
"""Years whose arrangement has been published."""

BY_LAW = {
    2027: (
        _Holiday("元旦", (1, 1), 1),
        _Holiday("春节", (2, 5), 4),
        _Holiday("清明节", (4, 5), 1),
        _Holiday("劳动节", (5, 1), 2),
        _Holiday("端午节", (6, 9), 1),
        _Holiday("中秋节", (9, 15), 1),
        _Holiday("国庆节", (10, 1), 3),
    ),
}
"""Years of which only the days by law are known."""


def days_of(year: int) -> dict[date, KnownDay]:
    """Returns the days of a year that are not as the week has them; none of an unknown year."""
    if year in OFFICIAL:
        return dict(_arranged(year))
    return dict(_by_law(year))


def _arranged(year: int) -> Iterator[tuple[date, KnownDay]]:
    for holiday in OFFICIAL[year]:
        for day in _free(year, holiday):
            yield day, KnownDay(False, holiday.name)
        for month, day_of_month in holiday.worked:
            yield date(year, month, day_of_month), KnownDay(True, holiday.name)


def _by_law(year: int) -> Iterator[tuple[date, KnownDay]]:
    for holiday in BY_LAW.get(year, ()):
        free = _free(year, holiday)
        owed = sum(day.weekday() >= 5 for day in free)
        following = free[-1]
        while owed:
            following += timedelta(days=1)
            if following.weekday() < 5:
                free.append(following)
                owed -= 1
        for day in free:
            yield day, KnownDay(False, holiday.name)


def _free(year: int, holiday: _Holiday) -> list[date]:
    first = date(year, *holiday.first)
    return [first + timedelta(days=n) for n in range(holiday.days)]
