"""What happens to regions: added one by one, or imported from the yearly table."""

from asyncio import to_thread
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import RegionExists, RegionUnfit
from app.communities.models import SIGNIFICANT_DIGITS, Region
from app.communities.permissions import Staff
from app.communities.regions.codes import kind_of, parent_of
from app.communities.regions.queries import below, still_to_come, valid_with
from app.communities.regions.schemas import RegionImport, RegionIn, RegionQuery
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import violated
from app.kernel.errors import Forbidden, NotFound
from app.kernel.files.csv import Column, Line, Report, read
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate

COLUMNS = (
    Column("code", "区划代码", most=12),
    Column("name", "名称", most=60),
    Column("valid_to", "失效日期", most=10, is_required=False),
)
BATCH_SIZE = 1000


async def get_region(session: AsyncSession, region_id: UUID) -> Region:
    region = await session.get(Region, region_id)
    if region is None:
        raise NotFound
    return region


async def list_regions(session: AsyncSession, query: RegionQuery) -> Page[Region]:
    day = query.on or clock.today()
    return await paginate(session, below(query, day), query, oldest_first(Region.id))


async def add(session: AsyncSession, wanted: RegionIn, *, by: Staff) -> Region:
    """Below a region that the caller covers."""
    kind, above = kind_of(wanted.code), parent_of(wanted.code)
    if kind is None:
        raise RegionUnfit(reason="bad_code")
    if wanted.valid_to is not None and wanted.valid_to <= wanted.valid_from:
        raise RegionUnfit(reason="ends_before_it_begins")
    known = await _known(session, {wanted.code, above or wanted.code}, wanted.valid_from)
    parent = known.get(above or "")
    if above is not None and parent is None:
        raise RegionUnfit(reason="unknown_parent")
    if not by.may("region:manage", parent.path if parent else ()):
        raise Forbidden
    later = await session.scalar(still_to_come({wanted.code}, wanted.valid_from).limit(1))
    if wanted.code in known or later is not None:
        raise RegionExists
    region = _region(wanted.code, wanted.name, parent, wanted.valid_from, wanted.valid_to)
    await _save(session, [region])
    record(session, by, "region.added", region, code=region.code)
    return region


async def import_csv(
    session: AsyncSession, body: bytes, valid_from: date, *, by: Staff
) -> RegionImport:
    """All lines or none. A code that is valid then keeps its row, and takes the name of the
    sheet; one that is new begins on that day. The same sheet again changes nothing."""
    report = Report()
    lines = await to_thread(read, body, COLUMNS, report)
    codes = {line["code"] for line in lines}
    above = {parent for code in codes if (parent := parent_of(code)) is not None}
    tree = _Tree(by, valid_from, report, await _known(session, codes | above, valid_from))
    tree.later = set(await session.scalars(still_to_come(codes, valid_from)))
    for line in sorted(lines, key=lambda line: _depth(line["code"])):
        tree.take(line)
    report.require_clean()
    await _save(session, tree.created)
    done = RegionImport(created=len(tree.created), changed=tree.changed, unchanged=tree.unchanged)
    facts = {name: str(value) for name, value in done.model_dump().items()}
    record(session, by, "regions.imported", by, valid_from=valid_from.isoformat(), **facts)
    return done


def _depth(code: str) -> int:
    kind = kind_of(code)
    return SIGNIFICANT_DIGITS[kind] if kind else 0


@dataclass(slots=True)
class _Tree:
    """The regions of a sheet on top of those that are there."""

    by: Staff
    valid_from: date
    report: Report
    known: dict[str, Region]
    later: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    created: list[Region] = field(default_factory=list)
    changed: int = 0
    unchanged: int = 0

    def take(self, line: Line) -> None:
        code = line["code"]
        ends_on, fault = self._end(line["valid_to"])
        fault = self._fault(code) or fault
        if fault is not None:
            self.report.refuse(line.number, *fault)
        elif code in self.known:
            self._renew(self.known[code], line, ends_on)
        else:
            parent = self.known.get(parent_of(code) or "")
            self.known[code] = _region(code, line["name"], parent, self.valid_from, ends_on)
            self.created.append(self.known[code])
        self.seen.add(code)

    def _fault(self, code: str) -> tuple[str, str] | None:
        if kind_of(code) is None:
            return "code", "bad_code"
        if code in self.seen:
            return "code", "repeated"
        above = parent_of(code)
        if above is not None and above not in self.known:
            return "code", "unknown_parent"
        if code in self.later:
            return "code", "begins_later"
        stands_on = self.known.get(code) or self.known.get(above or "")
        may = self.by.may("region:manage", stands_on.path if stands_on else ())
        return None if may else ("code", "not_yours")

    def _end(self, cell: str) -> tuple[date | None, tuple[str, str] | None]:
        if not cell:
            return None, None
        try:
            ends_on = date.fromisoformat(cell)
        except ValueError:
            return None, ("valid_to", "not_a_date")
        if ends_on <= self.valid_from:
            return None, ("valid_to", "ends_before_it_begins")
        return ends_on, None

    def _renew(self, region: Region, line: Line, ends_on: date | None) -> None:
        is_known = region.name == line["name"] and (ends_on or region.valid_to) == region.valid_to
        if is_known:
            self.unchanged += 1
            return
        region.name, region.valid_to = line["name"], ends_on or region.valid_to
        self.changed += 1


def _region(
    code: str, name: str, parent: Region | None, valid_from: date, valid_to: date | None
) -> Region:
    kind = kind_of(code)
    if kind is None:
        raise RegionUnfit(reason="bad_code")
    id_ = uuid7()
    return Region(
        id=id_,
        code=code,
        kind=kind,
        name=name,
        parent_id=parent and parent.id,
        path=[*(parent.path if parent else ()), id_],
        valid_from=valid_from,
        valid_to=valid_to,
    )


async def _known(session: AsyncSession, codes: Iterable[str], day: date) -> dict[str, Region]:
    sought = sorted(codes)
    known: dict[str, Region] = {}
    for start in range(0, len(sought), BATCH_SIZE):
        rows = await session.scalars(valid_with(sought[start : start + BATCH_SIZE], day))
        known |= {region.code: region for region in rows}
    return known


async def _save(session: AsyncSession, regions: Sequence[Region]) -> None:
    try:
        async with session.begin_nested():
            session.add_all(regions)
    except Exception as error:
        if violated(error) == "uq_regions_code":
            raise RegionExists from None
        raise
