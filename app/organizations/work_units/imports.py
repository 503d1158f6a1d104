"""Work units from a sheet: all lines or none; the same sheet again changes nothing."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import violated
from app.kernel.database.search_terms import search_terms
from app.kernel.files.csv import FORMULA, Column, Line, Report, read
from app.kernel.privacy.audit import record
from app.organizations.credit_code import fault
from app.organizations.errors import WorkUnitExists
from app.organizations.models import WorkUnit
from app.organizations.ownership import BATCH_SIZE, Ownership, numbered, ownership_of, rewrite
from app.organizations.work_units.queries import with_codes
from app.organizations.work_units.schemas import WorkUnitImport

COLUMNS = (
    Column("name", "单位名称"),
    Column("credit_code", "统一社会信用代码", most=18),
    Column("address", "地址", most=200, is_required=False),
    Column("community", "社区编号", most=9, is_required=False),
)


async def import_csv(session: AsyncSession, body: bytes, *, by: Staff) -> WorkUnitImport:
    """A unit is known by its code: it keeps its row and takes what the sheet says of it."""
    report = Report()
    lines = await to_thread(read, body, COLUMNS, report)
    known = await _known(session, sorted({_code(line) for line in lines}))
    communities = await numbered(session, {line["community"] for line in lines})
    at_home = {unit.community_id for unit in known.values()}
    homes = await ownership_of(session, at_home | {row.id for row in communities.values()})
    sheet = _Sheet(by, report, known, communities, homes)
    await to_thread(sheet.take, lines)
    report.require_clean()
    await _save(session, sheet)
    done = WorkUnitImport(
        created=len(sheet.created), changed=len(sheet.changed), unchanged=sheet.unchanged
    )
    facts = {name: str(value) for name, value in done.model_dump().items()}
    record(session, by, "work_units.imported", by, **facts)
    return done


async def _known(session: AsyncSession, codes: Sequence[str]) -> dict[str, WorkUnit]:
    known: dict[str, WorkUnit] = {}
    for start in range(0, len(codes), BATCH_SIZE):
        rows = await session.scalars(with_codes(codes[start : start + BATCH_SIZE]))
        known |= {unit.credit_code: unit for unit in rows}
    return known


async def _save(session: AsyncSession, sheet: "_Sheet") -> None:
    for unit, values in sheet.changed:
        await rewrite(session, unit, values)
    try:
        async with session.begin_nested():
            for start in range(0, len(sheet.created), BATCH_SIZE):
                await session.execute(insert(WorkUnit), sheet.created[start : start + BATCH_SIZE])
    except Exception as error:
        if violated(error) == "uq_work_units_credit_code":
            raise WorkUnitExists from None
        raise


def _code(line: Line) -> str:
    """Full-width letters and small ones are slips that mean the same."""
    return normalize("NFKC", line["credit_code"]).upper()


@dataclass(slots=True)
class _Sheet:
    """What the lines say, beside what is there."""

    by: Staff
    report: Report
    known: dict[str, WorkUnit]
    communities: dict[str, Community]
    homes: Ownership
    seen: set[str] = field(default_factory=set)
    created: list[dict[str, Any]] = field(default_factory=list)
    changed: list[tuple[WorkUnit, dict[str, Any]]] = field(default_factory=list)
    unchanged: int = 0

    def take(self, lines: Sequence[Line]) -> None:
        for line in lines:
            if (wrong := self._fault(line)) is not None:
                self.report.refuse(line.number, *wrong)
            else:
                self._keep(line)
            self.seen.add(_code(line))

    def _fault(self, line: Line) -> tuple[str, str] | None:
        code = _code(line)
        if (wrong := fault(code)) is not None:
            return "credit_code", wrong
        if code in self.seen:
            return "credit_code", "repeated"
        for column in ("name", "address"):
            if line[column].startswith(FORMULA):
                return column, "formula"
        if line["community"] and self._community(line) is None:
            return "community", "unknown_community"
        return None if self._is_ours(line) else ("community", "not_yours")

    def _community(self, line: Line) -> Community | None:
        return self.communities.get(line["community"].lstrip("0"))

    def _is_ours(self, line: Line) -> bool:
        """Where it sits, and where it has been said to sit so far."""
        unit = self.known.get(_code(line))
        before = unit.community_id if unit else self._home(line)
        return self.homes.are_covered(self.by, self._home(line), before)

    def _home(self, line: Line) -> UUID | None:
        community = self._community(line)
        return community.id if community else None

    def _keep(self, line: Line) -> None:
        values: dict[str, Any] = {
            "name": line["name"],
            "credit_code": _code(line),
            "address": line["address"] or None,
            "community_id": self._home(line),
        }
        unit = self.known.get(values["credit_code"])
        if unit is None:
            made = {"id": uuid7(), "search_grams": search_terms(line["name"]), "version": 1}
            self.created.append(values | made)
        elif any(getattr(unit, name) != value for name, value in values.items()):
            self.changed.append((unit, values | {"search_grams": search_terms(line["name"])}))
        else:
            self.unchanged += 1
