"""Working days, pure: which days are worked, and when a period of working days ends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.communities.calendars.china import BY_LAW, OFFICIAL, STATUTORY_DAYS, KnownDay, days_of
from app.kernel import clock
from app.kernel.errors import Text
from app.kernel.words import Worded

DAY = timedelta(days=1)


class CalendarBasis(Worded):
    """Ground on which a year of the calendar rests."""

    IMPORTED = "imported", "社区导入的安排", "arrangement imported by the community"
    """A whole arrangement that the community has imported."""
    OFFICIAL = "official", "国务院办公厅公布的安排", "official arrangement of the State Council"
    """The arrangement of the State Council, which the program holds."""
    BY_LAW = "by_law", "仅法定节假日，暂定", "public holidays by law alone, provisional"
    """The days by law alone; provisional."""
    WEEK = "week", "周一至周五，暂定", "Monday to Friday, provisional"
    """Monday to Friday, because nothing else is known; provisional."""


WARNINGS = {
    CalendarBasis.BY_LAW: Text(
        "该年度放假安排尚未导入，暂按法定节假日计算，调休上班日未计入。",
        "The arrangement of holidays of this year has not been imported: the days by law count,"
        " without weekends that are worked in exchange.",
    ),
    CalendarBasis.WEEK: Text(
        "日历中没有该年度的节假日，暂按周一至周五为工作日计算，请导入放假安排。",
        "The calendar has no holidays of this year: Monday to Friday count as working days. Please"
        " import the arrangement.",
    ),
}


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of a community, also as a calendar of working time (`kernel.deadlines`):
    all of a working day counts there, from midnight to midnight."""

    entered: Mapping[date, KnownDay]
    """Days that the community has entered."""
    bases: Mapping[int, CalendarBasis]
    """The years that were read."""
    known: Mapping[date, KnownDay]
    """All days of these years that are not as the week has them."""

    @classmethod
    def of(cls, entered: Mapping[date, KnownDay], years: range) -> "WorkingDays":
        known: dict[date, KnownDay] = {}
        for year in years:
            known |= days_of(year)
        bases = {year: _basis(year, entered) for year in years}
        return cls(entered, bases, known | dict(entered))

    def is_working_day(self, day: date) -> bool:
        if (known := self.known.get(day)) is not None:
            return known.is_working_day
        return day.weekday() < 5

    def end_after(self, start: datetime, days: int) -> datetime:
        """Returns the end of a period of working days: the day of `start` does not count, and the
        last one ends at 24:00 (Civil Code, art. 201 and 203)."""
        day = clock.day_of(start)
        while days:
            day += DAY
            days -= self.is_working_day(day)
        return clock.instant_of(day + DAY)

    def after(self, start: datetime, stretch: timedelta) -> datetime:
        """Returns the instant at which so much working time has passed."""
        at = start
        while True:
            day = clock.day_of(at)
            midnight = clock.instant_of(day + DAY)
            if self.is_working_day(day):
                if stretch <= midnight - at:
                    return at + stretch
                stretch -= midnight - at
            at = midnight

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Returns the working time between both; none when `end` is before `start`."""
        passed, at = timedelta(), start
        while at < end:
            day = clock.day_of(at)
            until = min(clock.instant_of(day + DAY), end)
            if self.is_working_day(day):
                passed += until - at
            at = until
        return passed

    def warning(self, start: datetime, end: datetime) -> Text | None:
        """Returns what must be said of a period that touches a provisional year."""
        last = clock.day_of(end - timedelta(microseconds=1)).year
        for year in range(clock.day_of(start).year, last + 1):
            if (said := WARNINGS.get(self.bases.get(year, CalendarBasis.WEEK))) is not None:
                return said
        return None

    def days(self) -> Iterator[tuple[date, KnownDay, bool]]:
        """Yields the days that are not as the week has them, and whether each was entered."""
        for day in sorted(self.known):
            yield day, self.known[day], day in self.entered


def _basis(year: int, entered: Mapping[date, KnownDay]) -> CalendarBasis:
    """A year is imported whole when it has as many free days as the law gives: one local holiday
    alone makes no arrangement."""
    free = sum(day.year == year and not known.is_working_day for day, known in entered.items())
    if free >= STATUTORY_DAYS:
        return CalendarBasis.IMPORTED
    if year in OFFICIAL:
        return CalendarBasis.OFFICIAL
    return CalendarBasis.BY_LAW if year in BY_LAW else CalendarBasis.WEEK
