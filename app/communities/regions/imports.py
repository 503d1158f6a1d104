"""Regions from a CSV upload of the yearly table of codes."""

from collections.abc import Sequence
from datetime import date

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import RegionExists
from app.communities.models import SIGNIFICANT_DIGITS, Region
from app.communities.permissions import Staff
from app.communities.regions.codes import kind_of, parent_of
from app.communities.regions.queries import still_to_come
from app.communities.regions.schemas import RegionImport
from app.communities.regions.service import new_region, regions_with
from app.kernel.database.engine import savepoint
from app.kernel.files.csv import Column, Line, Report
from app.kernel.files.imports import CsvImport, find_in_batches, insert_in_batches, run_import
from app.kernel.web.schemas import Day

DAY: TypeAdapter[date] = TypeAdapter(Day)


async def import_csv(
    session: AsyncSession, upload: bytes, valid_from: date, *, by: Staff
) -> RegionImport:
    return await run_import(session, upload, _Regions(by, valid_from), by=by)


class _Regions(CsvImport[RegionImport]):
    """The import of regions: a code that is valid on the day keeps its row and takes the name of
    the table; a new code begins on that day. The same table again changes nothing."""

    columns = (
        Column("code", "区划代码", max_length=12),
        Column("name", "名称", max_length=60),
        Column("valid_to", "失效日期", max_length=10, is_required=False),
    )
    action = "regions.imported"

    def __init__(self, by: Staff, valid_from: date) -> None:
        self.by, self.valid_from = by, valid_from
        self.existing: dict[str, Region] = {}
        self.later: set[str] = set()
        self.seen_codes: set[str] = set()
        self.created: list[Region] = []
        self.changed: list[tuple[Region, str, date | None]] = []
        self.unchanged = 0

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        codes = {line["code"] for line in lines}
        above = {parent for code in codes if (parent := parent_of(code)) is not None}
        self.existing = await regions_with(session, codes | above, self.valid_from)
        later = await find_in_batches(
            session, lambda batch: still_to_come(batch, self.valid_from), codes
        )
        self.later = set(later)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        """Takes parents before their children, in whatever order the table has them."""
        for line in sorted(lines, key=lambda line: _depth(line["code"])):
            ends_on, fault = self._end(line["valid_to"])
            fault = self._fault(line["code"]) or fault
            if fault is not None:
                report.refuse(line.number, *fault)
            else:
                self._take(line, ends_on)
            self.seen_codes.add(line["code"])

    async def write(self, session: AsyncSession) -> RegionImport:
        for region, name, valid_to in self.changed:
            region.name, region.valid_to = name, valid_to
        async with savepoint(session, uq_regions_code=RegionExists):
            await insert_in_batches(session, Region, self.created)
        return RegionImport(
            created=len(self.created), changed=len(self.changed), unchanged=self.unchanged
        )

    def facts(self, counts: RegionImport) -> dict[str, str]:
        return {"valid_from": self.valid_from.isoformat()} | super().facts(counts)

    def _fault(self, code: str) -> tuple[str, str] | None:
        if kind_of(code) is None:
            return "code", "bad_code"
        if code in self.seen_codes:
            return "code", "repeated"
        above = parent_of(code)
        if above is not None and above not in self.existing:
            return "code", "unknown_parent"
        if code in self.later:
            return "code", "begins_later"
        stands_on = self.existing.get(code) or self.existing.get(above or "")
        may = self.by.may("region:manage", stands_on.path if stands_on else ())
        return None if may else ("code", "not_yours")

    def _end(self, cell: str) -> tuple[date | None, tuple[str, str] | None]:
        if not cell:
            return None, None
        try:
            ends_on = DAY.validate_python(cell)
        except ValidationError:
            return None, ("valid_to", "not_a_date")
        if ends_on <= self.valid_from:
            return None, ("valid_to", "ends_before_it_begins")
        return ends_on, None

    def _take(self, line: Line, ends_on: date | None) -> None:
        region = self.existing.get(line["code"])
        if region is None:
            parent = self.existing.get(parent_of(line["code"]) or "")
            region = new_region(line["code"], line["name"], parent, self.valid_from, ends_on)
            self.existing[region.code] = region
            self.created.append(region)
            return
        valid_to = ends_on or region.valid_to
        if (region.name, region.valid_to) == (line["name"], valid_to):
            self.unchanged += 1
        else:
            self.changed.append((region, line["name"], valid_to))


def _depth(code: str) -> int:
    kind = kind_of(code)
    return SIGNIFICANT_DIGITS[kind] if kind else 0
