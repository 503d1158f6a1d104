"""Work units from a sheet. All lines are taken or none; the same sheet again changes nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import savepoint
from app.kernel.database.search_terms import search_terms
from app.kernel.files.cells import Column, Line, Report, key_of
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
from app.organizations.credit_code import fault, typed
from app.organizations.errors import WorkUnitExists
from app.organizations.models import WorkUnit
from app.organizations.ownership import Ownership, numbered, ownership_of, rewrite_all
from app.organizations.work_units.queries import with_codes

NAME, CODE, ADDRESS, COMMUNITY = "name", "credit_code", "address", "community"
HEADERS = {"name": NAME, "address": ADDRESS, "community_id": COMMUNITY}
"""The column of the sheet for each value of a unit that it may change."""


class WorkUnitsImport(SheetImport):
    """The import of work units. The code identifies a unit, whose row gets the values of the
    line."""

    kind = "work_units"
    columns = (
        Column(NAME, "单位名称", aliases=("名称",)),
        Column(CODE, "统一社会信用代码", max_length=18, aliases=("信用代码",)),
        Column(ADDRESS, "地址", max_length=200, is_required=False, aliases=("单位地址",)),
        Column(COMMUNITY, "社区编号", max_length=9, is_required=False),
    )
    action = "work_units.imported"

    def __init__(self, by: Staff) -> None:
        super().__init__()
        self.by = by
        self.existing: dict[str, WorkUnit] = {}
        self.communities: dict[str, Community] = {}
        self.ownership = Ownership(())
        self.seen_codes: dict[str, int] = {}
        self.created: list[WorkUnit] = []
        self.changed: list[tuple[WorkUnit, dict[str, Any]]] = []
        self.headers: dict[str, str] = {}

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        units = await find_in_batches(session, with_codes, [_code(line) for line in lines])
        self.existing = {unit.credit_code: unit for unit in units}
        self.communities = await numbered(session, {key_of(line[COMMUNITY]) for line in lines})
        community_ids = {unit.community_id for unit in units}
        community_ids |= {community.id for community in self.communities.values()}
        self.ownership = await ownership_of(session, community_ids)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        self.headers = report.headers
        for line in lines:
            code = _code(line)
            if (wrong := self._fault(line, code)) is not None:
                report.refuse(line.number, *wrong)
            elif (other := self.seen_codes.setdefault(code, line.number)) != line.number:
                report.refuse(line.number, CODE, "repeated", other_line=other)
            else:
                self._take(line, code)

    async def write(self, session: AsyncSession) -> None:
        for unit, values in self.changed:
            before = {name: getattr(unit, name) for name in values if name in HEADERS}
            after = {name: value for name, value in values.items() if name in HEADERS}
            self.journal.note_changed(WorkUnit, unit.id, before, after)
        await rewrite_all(session, WorkUnit, self.changed)
        written = 0
        async with savepoint(session, uq_work_units_credit_code=WorkUnitExists):
            for batch in batches(self.created):
                await insert_in_batches(session, WorkUnit, batch)
                written += len(batch)
                await self.tell_written(written, len(self.created))
        self.journal.note_created(WorkUnit, [unit.id for unit in self.created])

    @classmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Deletes new units and gives the others their former values. Raises ImportInUse where an
        organization is one's, and ImportChangedSince after another change."""
        await delete_created(session, WorkUnit, PLATFORM, journal.created_in(WorkUnit))
        units = await restore_changed(session, WorkUnit, PLATFORM, journal.changed_in(WorkUnit))
        for unit in units:
            unit.version += 1
            unit.search_grams = search_terms(unit.name)

    def _fault(self, line: Line, code: str) -> tuple[str, str] | None:
        if (wrong := fault(code)) is not None:
            return CODE, wrong
        if line[COMMUNITY] and self._community(line) is None:
            return COMMUNITY, "unknown_community"
        return None if self._is_ours(line, code) else (COMMUNITY, "not_yours")

    def _community(self, line: Line) -> Community | None:
        return self.communities.get(key_of(line[COMMUNITY]).lstrip("0"))

    def _is_ours(self, line: Line, code: str) -> bool:
        """Returns whether the caller covers the community of the unit, and its former one."""
        unit = self.existing.get(code)
        after = self._community_id(line, unit)
        before = unit.community_id if unit else after
        return self.ownership.are_covered(self.by, after, before)

    def _community_id(self, line: Line, unit: WorkUnit | None) -> UUID | None:
        """Returns where the unit sits by the line: a sheet without the column leaves it there."""
        if unit is not None and not line.has(COMMUNITY):
            return unit.community_id
        community = self._community(line)
        return community.id if community else None

    def _take(self, line: Line, code: str) -> None:
        unit = self.existing.get(code)
        said: dict[str, Any] = {
            "name": line[NAME],
            "community_id": self._community_id(line, unit),
        }
        if unit is None or line.has(ADDRESS):
            said["address"] = line[ADDRESS] or None
        what = f"{code} {line[NAME]}"
        if unit is None:
            terms = search_terms(line[NAME])
            self.created.append(WorkUnit(**said, credit_code=code, search_grams=terms, version=1))
            return self.outcome.note(line.number, Effect.CREATED, what)
        values = {name: value for name, value in said.items() if getattr(unit, name) != value}
        if not values:
            return self.outcome.note(line.number, Effect.UNCHANGED, what)
        fields = [self._field(name, getattr(unit, name), value) for name, value in values.items()]
        if "name" in values:
            values["search_grams"] = search_terms(line[NAME])
        self.changed.append((unit, values))
        return self.outcome.note(line.number, Effect.CHANGED, what, fields)

    def _field(self, name: str, before: object, after: object) -> FieldChange:
        header = self.headers.get(HEADERS[name], "")
        return FieldChange(header, self._words(name, before), self._words(name, after))

    def _words(self, name: str, value: object) -> str | None:
        """Returns a value as a sheet has it; a community that the sheet does not name has no
        number here."""
        if name != "community_id":
            return None if value is None else str(value)
        numbers = (key for key, community in self.communities.items() if community.id == value)
        return next(numbers, None)


def _code(line: Line) -> str:
    return typed(key_of(line[CODE]))
