"""Days of the calendar from a sheet: the yearly arrangement of holidays, or a local one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import CalendarDay
from app.communities.permissions import Staff
from app.kernel.files.cells import Column, Line, Report, day_of, key_of
from app.kernel.files.imports import Effect, FieldChange, SheetImport
from app.kernel.files.journal import (
    Journal,
    delete_created,
    find_in_batches,
    insert_in_batches,
    restore_changed,
)
from app.kernel.files.records import ImportRecord

DAY, KIND, NAME = "day", "kind", "name"
WORKED = frozenset({"上班", "工作日", "补班", "调休上班", "work", "working"})
FREE = frozenset({"放假", "休息", "休息日", "节假日", "法定节假日", "公休日", "off", "holiday"})
IN_WORDS = {True: "上班", False: "放假"}


class CalendarImport(SheetImport):
    """The import of days: a day that is known takes what the sheet says, the others stay. The same
    sheet again changes nothing."""

    kind = "calendar"
    columns = (
        Column(DAY, "日期", max_length=20),
        Column(KIND, "安排", max_length=20, aliases=("类型", "类别", "上班或放假")),
        Column(NAME, "名称", max_length=30, is_required=False, aliases=("节日", "节假日", "备注")),
    )
    action = "calendar.imported"

    def __init__(self, by: Staff) -> None:
        super().__init__()
        self.community_id = by.community_id
        self.existing: dict[date, CalendarDay] = {}
        self.seen: dict[date, int] = {}
        self.created: list[CalendarDay] = []
        self.changed: list[tuple[CalendarDay, dict[str, Any]]] = []

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        days = [day for line in lines if (day := _day(line)) is not None]
        rows = await find_in_batches(
            session,
            lambda batch: select(CalendarDay).where(
                CalendarDay.community_id == self.community_id, CalendarDay.day.in_(batch)
            ),
            days,
        )
        self.existing = {row.day: row for row in rows}

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        for line in lines:
            day, is_worked = _day(line), _is_worked(line)
            if day is None:
                report.refuse(line.number, DAY, "not_a_date")
            elif is_worked is None:
                report.refuse(line.number, KIND, "neither_work_nor_rest")
            elif (other := self.seen.setdefault(day, line.number)) != line.number:
                report.refuse(line.number, DAY, "repeated", other_line=other)
            else:
                self._take(line, day, is_worked, report)

    async def write(self, session: AsyncSession) -> None:
        for row, values in self.changed:
            before = {name: getattr(row, name) for name in values}
            self.journal.note_changed(CalendarDay, row.id, before, values)
            for name, value in values.items():
                setattr(row, name, value)
        await insert_in_batches(session, CalendarDay, self.created)
        self.journal.note_created(CalendarDay, [row.id for row in self.created])

    @classmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Deletes new days and gives the others their former values. Periods that have begun keep
        the end that was told with them."""
        await delete_created(
            session, CalendarDay, row.community_id, journal.created_in(CalendarDay)
        )
        await restore_changed(
            session, CalendarDay, row.community_id, journal.changed_in(CalendarDay)
        )

    def _take(self, line: Line, day: date, is_worked: bool, report: Report) -> None:
        said: dict[str, Any] = {"is_working_day": is_worked}
        if line.has(NAME):
            said["name"] = line[NAME] or None
        what = f"{day} {IN_WORDS[is_worked]}"
        row = self.existing.get(day)
        if row is None:
            said.setdefault("name", None)
            self.created.append(CalendarDay(community_id=self.community_id, day=day, **said))
            return self.outcome.note(line.number, Effect.CREATED, what)
        values = {name: value for name, value in said.items() if getattr(row, name) != value}
        if not values:
            return self.outcome.note(line.number, Effect.UNCHANGED, what)
        self.changed.append((row, values))
        headers = {"is_working_day": report.headers[KIND], "name": report.headers.get(NAME, "")}
        fields = [
            FieldChange(headers[name], _words(getattr(row, name)), _words(value))
            for name, value in values.items()
        ]
        return self.outcome.note(line.number, Effect.CHANGED, what, fields)


def _day(line: Line) -> date | None:
    try:
        return day_of(line[DAY])
    except ValueError:
        return None


def _is_worked(line: Line) -> bool | None:
    said = key_of(line[KIND]).casefold()
    return True if said in WORKED else False if said in FREE else None


def _words(value: bool | str | None) -> str | None:
    return IN_WORDS[value] if isinstance(value, bool) else value
