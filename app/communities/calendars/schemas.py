"""The calendar as the API shows it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from app.communities.calendars.working_time import WARNINGS, CalendarBasis, WorkingDays
from app.kernel import clock
from app.kernel.web.schemas import In, Out


class CalendarQuery(In):
    year: Annotated[int, Field(ge=2000, le=2099)] | None = Field(
        None, description="Without it, the year of today."
    )

    @property
    def year_or_this(self) -> int:
        return clock.today().year if self.year is None else self.year


class CalendarDayOut(Out):
    day: date
    is_working_day: bool
    name: str | None = Field(description="The holiday, also of a day that is worked in exchange.")
    is_imported: bool = Field(description="Entered by the community itself.")


class CalendarOut(Out):
    """Days that are not as the week has them: all others are working days from Monday to Friday."""

    year: int
    basis: CalendarBasis
    is_provisional: bool
    warning: str | None = Field(description="What a provisional year leaves open.")
    days: list[CalendarDayOut]


def show_calendar(calendar: WorkingDays, year: int) -> CalendarOut:
    basis = calendar.bases[year]
    warning = WARNINGS.get(basis)
    return CalendarOut(
        year=year,
        basis=basis,
        is_provisional=warning is not None,
        warning=None if warning is None else warning.zh,
        days=[
            CalendarDayOut(
                day=day,
                is_working_day=known.is_working_day,
                name=known.name or None,
                is_imported=is_entered,
            )
            for day, known, is_entered in calendar.days()
        ],
    )
