"""Party organizations from a CSV upload. All lines are taken or none, in any order; the same upload
again changes nothing."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.database.engine import savepoint
from app.kernel.files.csv import Column, Line, Report
from app.kernel.files.imports import CsvImport, find_in_batches, insert_in_batches, run_import
from app.organizations.credit_code import fault, typed
from app.organizations.errors import OrganizationExists
from app.organizations.models import OrganizationKind, PartyOrganization, WorkUnit
from app.organizations.organizations.queries import named
from app.organizations.organizations.schemas import OrganizationImport
from app.organizations.organizations.service import require_fit
from app.organizations.organizations.tree import Entry, Tree
from app.organizations.ownership import Ownership, numbered, ownership_of, rewrite
from app.organizations.work_units.queries import with_codes

KINDS = {
    "党工委": OrganizationKind.WORK_COMMITTEE,
    "党委": OrganizationKind.COMMITTEE,
    "党总支": OrganizationKind.GENERAL_BRANCH,
    "党支部": OrganizationKind.BRANCH,
    "党小组": OrganizationKind.GROUP,
} | {kind.value: kind for kind in OrganizationKind}


async def import_csv(session: AsyncSession, upload: bytes, *, by: Staff) -> OrganizationImport:
    return await run_import(session, upload, _Organizations(by), by=by)


class _Organizations(CsvImport[OrganizationImport]):
    """The import of Party organizations. A line names an existing one by its name, its parent, and
    its unit or community; that row gets the kind of the line."""

    columns = (
        Column("name", "组织名称"),
        Column("kind", "组织类型", max_length=20),
        Column("parent", "上级组织", is_required=False),
        Column("credit_code", "统一社会信用代码", max_length=18, is_required=False),
        Column("community", "社区编号", max_length=9, is_required=False),
    )
    action = "party_organizations.imported"

    def __init__(self, by: Staff) -> None:
        self.units: dict[str, WorkUnit] = {}
        self.communities: dict[str, Community] = {}
        self.existing: list[PartyOrganization] = []
        self.tree = Tree(by, Ownership(()))

    async def load(self, session: AsyncSession, lines: Sequence[Line]) -> None:
        units = await find_in_batches(session, with_codes, [_code(line) for line in lines])
        self.units = {unit.credit_code: unit for unit in units}
        self.communities = await numbered(session, {line["community"] for line in lines})
        names = {line["name"] for line in lines} | {line["parent"] for line in lines}
        self.existing = await find_in_batches(session, named, names)
        community_ids = {unit.community_id for unit in units}
        community_ids |= {community.id for community in self.communities.values()}
        self.tree.ownership = await ownership_of(session, community_ids)

    def judge(self, lines: Sequence[Line], report: Report) -> None:
        entries = [entry for line in lines if (entry := self._entry(line, report)) is not None]
        self.tree.grow(self.existing, entries, report)

    async def write(self, session: AsyncSession) -> OrganizationImport:
        for row, kind in self.tree.changed:
            await require_fit(session, row, kind)
            await rewrite(session, row, {"kind": kind})
        async with savepoint(session, uq_party_organizations_name=OrganizationExists):
            await insert_in_batches(session, PartyOrganization, self.tree.created)
        return OrganizationImport(
            created=len(self.tree.created),
            changed=len(self.tree.changed),
            unchanged=self.tree.unchanged,
        )

    def _entry(self, line: Line, report: Report) -> Entry | None:
        unit = self.units.get(_code(line))
        community = self.communities.get(line["community"].lstrip("0"))
        wrong = _fault(line, unit, community)
        if wrong is not None:
            report.refuse(line.number, *wrong)
            return None
        unit_id, community_id = unit.id if unit else None, community.id if community else None
        return Entry(
            line.number,
            line["name"],
            KINDS[line["kind"]],
            line["parent"],
            work_unit_id=unit_id,
            community_id=community_id,
            owner=unit.community_id if unit else community_id,
        )


def _code(line: Line) -> str:
    return typed(line["credit_code"])


def _fault(
    line: Line, unit: WorkUnit | None, community: Community | None
) -> tuple[str, str] | None:
    if line["kind"] not in KINDS:
        return "kind", "unknown_kind"
    code = _code(line)
    if bool(code) == bool(line["community"]):
        return "credit_code", "one_of_unit_and_community"
    if code and unit is None:
        return "credit_code", fault(code) or "unknown_unit"
    return None if unit or community else ("community", "unknown_community")
