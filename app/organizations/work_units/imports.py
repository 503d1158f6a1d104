"""Work units from a CSV upload. All lines are taken or none; the same upload again changes
nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.database.engine import savepoint
from app.kernel.database.search_terms import search_terms
from app.kernel.files.csv import Column, Line, Report
from app.kernel.files.imports import CsvImport, find_in_batches, insert_in_batches, run_import
from app.organizations.credit_code import fault, typed
from app.organizations.errors import WorkUnitExists
from app.organizations.models import WorkUnit
from app.organizations.ownership import Ownership, numbered, ownership_of, rewrite_all
from app.organizations.work_units.queries import with_codes
from app.organizations.work_units.schemas import WorkUnitImport


async def import_csv(session: AsyncSession, upload: bytes, *, by: Staff) -> WorkUnitImport:
    return await run_import(session, upload, _WorkUnits(by), by=by)


class _WorkUnits(CsvImport[WorkUnitImport]):
    """The import of work units. The code identifies a unit, whose row gets the values of the
    line."""

    columns = (
        Column("name", "单位名称"),
        Column("credit_code", "统一社会信用代码", max_length=18),
        Column("address", "地址", max_length=200, is_required=False),
        Column("community", "社区编号", max_length=9, is_required=False),
    )
    action = "work_units.imported"

    def __init__(self, by: Staff) -> None:
        self.by = by
        self.existing: dict[str, WorkUnit] = {}
        self.communities: dict[str, Community] = {}
        self.ownership = Ownership(())
        self.seen_codes: set[str] = set()
        self.created: list[WorkUnit] = []
        self.changed: list[tuple[WorkUnit, dict[str, Any]]] = []
        self.unchanged = 0

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        units = await find_in_batches(session, with_codes, [_code(line) for line in lines])
        self.existing = {unit.credit_code: unit for unit in units}
        self.communities = await numbered(session, {line["community"] for line in lines})
        community_ids = {unit.community_id for unit in units}
        community_ids |= {community.id for community in self.communities.values()}
        self.ownership = await ownership_of(session, community_ids)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        for line in lines:
            if (wrong := self._fault(line)) is not None:
                report.refuse(line.number, *wrong)
            else:
                self._take(line)
            self.seen_codes.add(_code(line))

    async def write(self, session: AsyncSession) -> WorkUnitImport:
        await rewrite_all(session, WorkUnit, self.changed)
        async with savepoint(session, uq_work_units_credit_code=WorkUnitExists):
            await insert_in_batches(session, WorkUnit, self.created)
        return WorkUnitImport(
            created=len(self.created), changed=len(self.changed), unchanged=self.unchanged
        )

    def _fault(self, line: Line) -> tuple[str, str] | None:
        code = _code(line)
        if (wrong := fault(code)) is not None:
            return "credit_code", wrong
        if code in self.seen_codes:
            return "credit_code", "repeated"
        if line["community"] and self._community(line) is None:
            return "community", "unknown_community"
        return None if self._is_ours(line) else ("community", "not_yours")

    def _community(self, line: Line) -> Community | None:
        return self.communities.get(line["community"].lstrip("0"))

    def _is_ours(self, line: Line) -> bool:
        """Returns whether the caller covers the community of the unit, and its former one."""
        unit = self.existing.get(_code(line))
        before = unit.community_id if unit else self._community_id(line)
        return self.ownership.are_covered(self.by, self._community_id(line), before)

    def _community_id(self, line: Line) -> UUID | None:
        community = self._community(line)
        return community.id if community else None

    def _take(self, line: Line) -> None:
        values: dict[str, Any] = {
            "name": line["name"],
            "credit_code": _code(line),
            "address": line["address"] or None,
            "community_id": self._community_id(line),
        }
        unit = self.existing.get(values["credit_code"])
        is_known = unit and all(getattr(unit, name) == value for name, value in values.items())
        if is_known:
            self.unchanged += 1
            return
        values["search_grams"] = search_terms(line["name"])
        if unit is None:
            self.created.append(WorkUnit(**values, version=1))
        else:
            self.changed.append((unit, values))


def _code(line: Line) -> str:
    return typed(line["credit_code"])
