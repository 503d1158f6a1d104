"""Party organizations from a sheet. All lines are taken or none, in any order; the same sheet again
changes nothing."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import savepoint
from app.kernel.files.cells import Column, Line, Report, key_of
from app.kernel.files.imports import SheetImport
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
from app.organizations.errors import OrganizationExists
from app.organizations.models import OrganizationKind, PartyOrganization, WorkUnit
from app.organizations.organizations.queries import named
from app.organizations.organizations.service import require_fit
from app.organizations.organizations.tree import Entry, Tree
from app.organizations.ownership import Ownership, numbered, ownership_of, rewrite
from app.organizations.work_units.queries import with_codes

NAME, KIND, PARENT, CODE, COMMUNITY = "name", "kind", "parent", "credit_code", "community"
KINDS = {word: kind for kind in OrganizationKind for word in (kind.words.zh, kind.value)}


class OrganizationsImport(SheetImport):
    """The import of Party organizations. A line names an existing one by its name, its parent, and
    its unit or community; that row gets the kind of the line."""

    kind = "party_organizations"
    columns = (
        Column(NAME, "组织名称", aliases=("党组织名称",)),
        Column(KIND, "组织类型", max_length=20, aliases=("类型", "组织类别")),
        Column(PARENT, "上级组织", is_required=False, aliases=("上级党组织",)),
        Column(CODE, "统一社会信用代码", max_length=18, is_required=False, aliases=("信用代码",)),
        Column(COMMUNITY, "社区编号", max_length=9, is_required=False),
    )
    action = "party_organizations.imported"

    def __init__(self, by: Staff) -> None:
        super().__init__()
        self.units: dict[str, WorkUnit] = {}
        self.communities: dict[str, Community] = {}
        self.existing: list[PartyOrganization] = []
        self.tree = Tree(by, Ownership(()), self.outcome)

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        units = await find_in_batches(session, with_codes, [_code(line) for line in lines])
        self.units = {unit.credit_code: unit for unit in units}
        self.communities = await numbered(session, {key_of(line[COMMUNITY]) for line in lines})
        names = {line[NAME] for line in lines} | {line[PARENT] for line in lines}
        self.existing = await find_in_batches(session, named, names)
        community_ids = {unit.community_id for unit in units}
        community_ids |= {community.id for community in self.communities.values()}
        self.tree.ownership = await ownership_of(session, community_ids)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        self.tree.kind_header = report.headers.get(KIND, "")
        entries = [entry for line in lines if (entry := self._entry(line, report)) is not None]
        self.tree.grow(self.existing, entries, report)

    async def write(self, session: AsyncSession) -> None:
        for row, kind in self.tree.changed:
            await require_fit(session, row, kind)
            self.journal.note_changed(PartyOrganization, row.id, {KIND: row.kind}, {KIND: kind})
            await rewrite(session, row, {KIND: kind})
        written = 0
        async with savepoint(session, uq_party_organizations_name=OrganizationExists):
            for batch in batches(self.tree.created):
                await insert_in_batches(session, PartyOrganization, batch)
                written += len(batch)
                await self.tell_written(written, len(self.tree.created))
        self.journal.note_created(PartyOrganization, [row.id for row in self.tree.created])

    @classmethod
    async def undo(cls, session: AsyncSession, row: ImportRecord, journal: Journal) -> None:
        """Deletes new organizations and gives the others their former kind. Raises ImportInUse
        where one has registered or has others below it, and ImportChangedSince after a change."""
        table = PartyOrganization
        await delete_created(session, table, PLATFORM, journal.created_in(table))
        for organization in await restore_changed(
            session, table, PLATFORM, journal.changed_in(table)
        ):
            organization.version += 1

    def _entry(self, line: Line, report: Report) -> Entry | None:
        unit = self.units.get(_code(line))
        community = self.communities.get(key_of(line[COMMUNITY]).lstrip("0"))
        wrong = _fault(line, unit, community)
        if wrong is not None:
            report.refuse(line.number, *wrong)
            return None
        unit_id, community_id = unit.id if unit else None, community.id if community else None
        return Entry(
            line.number,
            line[NAME],
            KINDS[key_of(line[KIND])],
            line[PARENT] if line.has(PARENT) else None,
            work_unit_id=unit_id,
            community_id=community_id,
            owner=unit.community_id if unit else community_id,
        )


def _code(line: Line) -> str:
    return typed(key_of(line[CODE]))


def _fault(
    line: Line, unit: WorkUnit | None, community: Community | None
) -> tuple[str, str] | None:
    if key_of(line[KIND]) not in KINDS:
        return KIND, "unknown_kind"
    code = _code(line)
    if bool(code) == bool(line[COMMUNITY]):
        return CODE, "one_of_unit_and_community"
    if code and unit is None:
        return CODE, fault(code) or "unknown_unit"
    return None if unit or community else (COMMUNITY, "unknown_community")
