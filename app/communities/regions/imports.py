"""Regions from a sheet: the yearly table of codes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import RegionExists
from app.communities.models import SIGNIFICANT_DIGITS, Region
from app.communities.permissions import Staff
from app.communities.regions.codes import kind_of, parent_of
from app.communities.regions.queries import still_to_come
from app.communities.regions.service import new_region, regions_with
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import savepoint
from app.kernel.files.cells import Column, Line, Report, day_of, key_of
from app.kernel.files.imports import Effect, FieldChange, SheetImport
from app.kernel.files.journal import (
    Journal,
    batches,
    delete_created,
    find_in_batches,
    insert_in_batches,
    restore_changed,
)
from app.kernel.files.records import ImportRecord

CODE, NAME, VALID_TO = "code", "name", "valid_to"
Fault = tuple[str, str]


class RegionsImport(SheetImport):
    """The import of regions: a code that is valid on the day keeps its row and takes the name of
    the table; a new code begins on that day. The same table again changes nothing."""

    kind = "regions"
    columns = (
        Column(CODE, "区划代码", max_length=12, aliases=("统计用区划代码", "代码")),
        Column(NAME, "名称", max_length=60, aliases=("区划名称", "单位名称")),
        Column(VALID_TO, "失效日期", max_length=20, is_required=False),
    )
    action = "regions.imported"

    def __init__(self, by: Staff, valid_from: date) -> None:
        super().__init__()
        self.by, self.valid_from = by, valid_from
        self.existing: dict[str, Region] = {}
        self.later: set[str] = set()
        self.seen_codes: dict[str, int] = {}
        self.created: list[Region] = []
        self.changed: list[tuple[Region, dict[str, Any]]] = []
        self.headers: dict[str, str] = {}

    @property
    def options(self) -> dict[str, Any]:
        return {"valid_from": self.valid_from.isoformat()}

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        codes = {_code(line) for line in lines}
        above = {parent for code in codes if (parent := parent_of(code)) is not None}
        self.existing = await regions_with(session, codes | above, self.valid_from)
        later = await find_in_batches(
            session, lambda batch: still_to_come(batch, self.valid_from), codes
        )
        self.later = set(later)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        """Takes parents before their children, in whatever order the table has them."""
        self.headers = report.headers
        for line in sorted(lines, key=lambda line: _depth(_code(line))):
            code = _code(line)
            if (other := self.seen_codes.setdefault(code, line.number)) != line.number:
                report.refuse(line.number, CODE, "repeated", other_line=other)
                continue
            ends_on, fault = self._end(line[VALID_TO])
            fault = self._fault(code) or fault
            if fault is not None:
                report.refuse(line.number, *fault)
            else:
                self._take(line, code, ends_on)

    async def write(self, session: AsyncSession) -> None:
        for region, values in self.changed:
            before = {name: getattr(region, name) for name in values}
            self.journal.note_changed(Region, region.id, before, values)
            for name, value in values.items():
                setattr(region, name, value)
        written = 0
        async with savepoint(session, uq_regions_code=RegionExists):
            for batch in batches(self.created):
                await insert_in_batches(session, Region, batch)
                written += len(batch)
                await self.tell_written(written, len(self.created))
        self.journal.note_created(Region, [region.id for region in self.created])

    @classmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Deletes new regions and gives the others their former names and ends. Raises ImportInUse
        where a community lies in one."""
        await delete_created(session, Region, PLATFORM, journal.created_in(Region))
        await restore_changed(session, Region, PLATFORM, journal.changed_in(Region))

    def _fault(self, code: str) -> Fault | None:
        if kind_of(code) is None:
            return CODE, "bad_code"
        above = parent_of(code)
        if above is not None and above not in self.existing:
            return CODE, "unknown_parent"
        if code in self.later:
            return CODE, "begins_later"
        stands_on = self.existing.get(code) or self.existing.get(above or "")
        may = self.by.may("region:manage", stands_on.path if stands_on else ())
        return None if may else (CODE, "not_yours")

    def _end(self, cell: str) -> tuple[date | None, Fault | None]:
        try:
            ends_on = day_of(cell)
        except ValueError:
            return None, (VALID_TO, "not_a_date")
        if ends_on is not None and ends_on <= self.valid_from:
            return None, (VALID_TO, "ends_before_it_begins")
        return ends_on, None

    def _take(self, line: Line, code: str, ends_on: date | None) -> None:
        what = f"{code} {line[NAME]}"
        region = self.existing.get(code)
        if region is None:
            parent = self.existing.get(parent_of(code) or "")
            region = new_region(code, line[NAME], parent, self.valid_from, ends_on)
            self.existing[region.code] = region
            self.created.append(region)
            return self.outcome.note(line.number, Effect.CREATED, what)
        said: dict[str, Any] = {NAME: line[NAME]}
        if line.has(VALID_TO):
            said[VALID_TO] = ends_on
        values = {name: value for name, value in said.items() if getattr(region, name) != value}
        if not values:
            return self.outcome.note(line.number, Effect.UNCHANGED, what)
        self.changed.append((region, values))
        fields = [
            FieldChange(self.headers[name], _words(getattr(region, name)), _words(value))
            for name, value in values.items()
        ]
        return self.outcome.note(line.number, Effect.CHANGED, what, fields)


def _code(line: Line) -> str:
    return key_of(line[CODE])


def _words(value: object) -> str | None:
    return None if value is None else str(value)


def _depth(code: str) -> int:
    kind = kind_of(code)
    return SIGNIFICANT_DIGITS[kind] if kind else 0
