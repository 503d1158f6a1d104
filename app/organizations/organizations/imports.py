"""Party organizations from a sheet: all lines or none, in any order; again it changes nothing."""

from asyncio import to_thread
from collections.abc import Collection, Sequence
from typing import Any
from unicodedata import normalize
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.kernel.files.csv import FORMULA, Column, Line, Report, read
from app.kernel.privacy.audit import record
from app.organizations.credit_code import fault
from app.organizations.models import OrganizationKind, PartyOrganization, WorkUnit
from app.organizations.organizations.queries import named
from app.organizations.organizations.schemas import OrganizationImport
from app.organizations.organizations.service import require_fit, translate
from app.organizations.organizations.tree import Entry, Tree
from app.organizations.ownership import BATCH_SIZE, numbered, ownership_of, rewrite
from app.organizations.work_units.queries import with_codes

COLUMNS = (
    Column("name", "组织名称"),
    Column("kind", "组织类型", most=20),
    Column("parent", "上级组织", is_required=False),
    Column("credit_code", "统一社会信用代码", most=18, is_required=False),
    Column("community", "社区编号", most=9, is_required=False),
)
KINDS = {
    "党工委": OrganizationKind.WORK_COMMITTEE,
    "党委": OrganizationKind.COMMITTEE,
    "党总支": OrganizationKind.GENERAL_BRANCH,
    "党支部": OrganizationKind.BRANCH,
    "党小组": OrganizationKind.GROUP,
} | {kind.value: kind for kind in OrganizationKind}


async def import_csv(session: AsyncSession, body: bytes, *, by: Staff) -> OrganizationImport:
    """An organization is known by its name, what is above it and whose it is; it keeps its row
    and takes the kind that the sheet says."""
    report = Report()
    lines = await to_thread(read, body, COLUMNS, report)
    units = await _units(session, sorted({_code(line) for line in lines}))
    communities = await numbered(session, {line["community"] for line in lines})
    entries = [
        entry for line in lines if (entry := _entry(line, units, communities, report)) is not None
    ]
    names = {entry.name for entry in entries} | {entry.parent for entry in entries}
    known = await _known(session, sorted(names))
    tree = Tree(by, report, await ownership_of(session, {entry.home for entry in entries}))
    await to_thread(tree.grow, known, entries)
    report.require_clean()
    await _save(session, tree)
    done = OrganizationImport(
        created=len(tree.created), changed=len(tree.changed), unchanged=tree.unchanged
    )
    facts = {name: str(value) for name, value in done.model_dump().items()}
    record(session, by, "party_organizations.imported", by, **facts)
    return done


def _code(line: Line) -> str:
    return normalize("NFKC", line["credit_code"]).upper()


def _entry(
    line: Line, units: dict[str, WorkUnit], communities: dict[str, Community], report: Report
) -> Entry | None:
    unit = units.get(_code(line))
    community = communities.get(line["community"].lstrip("0"))
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
        home=unit.community_id if unit else community_id,
    )


def _fault(
    line: Line, unit: WorkUnit | None, community: Community | None
) -> tuple[str, str] | None:
    if line["name"].startswith(FORMULA):
        return "name", "formula"
    if line["kind"] not in KINDS:
        return "kind", "unknown_kind"
    code = _code(line)
    if bool(code) == bool(line["community"]):
        return "credit_code", "one_of_unit_and_community"
    if code and unit is None:
        return "credit_code", fault(code) or "unknown_unit"
    return None if unit or community else ("community", "unknown_community")


async def _units(session: AsyncSession, codes: Sequence[str]) -> dict[str, WorkUnit]:
    found: dict[str, WorkUnit] = {}
    for start in range(0, len(codes), BATCH_SIZE):
        rows = await session.scalars(with_codes(codes[start : start + BATCH_SIZE]))
        found |= {unit.credit_code: unit for unit in rows}
    return found


async def _known(session: AsyncSession, names: Sequence[str]) -> Collection[PartyOrganization]:
    found: dict[UUID, PartyOrganization] = {}
    for start in range(0, len(names), BATCH_SIZE):
        rows = await session.scalars(named(names[start : start + BATCH_SIZE]))
        found |= {row.id: row for row in rows}
    return found.values()


async def _save(session: AsyncSession, tree: Tree) -> None:
    """Parents stand before their children."""
    for row, kind in tree.changed:
        await require_fit(session, row, kind)
        await rewrite(session, row, {"kind": kind})
    try:
        async with session.begin_nested():
            for start in range(0, len(tree.created), BATCH_SIZE):
                portion = tree.created[start : start + BATCH_SIZE]
                await session.execute(insert(PartyOrganization), [_values(row) for row in portion])
    except Exception as error:
        translate(error)
        raise


def _values(row: PartyOrganization) -> dict[str, Any]:
    columns = PartyOrganization.__table__.columns
    return {column.key: getattr(row, column.key) for column in columns}
