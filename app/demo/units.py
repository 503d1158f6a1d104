"""Work units of the demo town, with their Party organizations, a liaison and registrations."""

from collections.abc import Sequence
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.administrator_grants import administrator
from app.communities.models import Community, Role, RoleGrant
from app.communities.permissions import Staff
from app.demo.town import LIAISON, NAMES, Neighbourhood
from app.double_reporting.models import UnitRegistrationStatus
from app.double_reporting.units import service as registrations
from app.double_reporting.units.schemas import (
    DeskUnitRegistration,
    UnitRegistrationIn,
)
from app.kernel.files.imports import run_import
from app.organizations.credit_code import check_character
from app.organizations.liaisons import service as liaisons
from app.organizations.liaisons.schemas import LiaisonProposalIn
from app.organizations.models import PartyOrganization
from app.organizations.organizations.imports import OrganizationsImport
from app.organizations.work_units.imports import WorkUnitsImport

S = UnitRegistrationStatus
UNITS: tuple[tuple[str, str, UnitRegistrationStatus | None], ...] = (
    ("小学", "操场周末开放，教师志愿辅导", S.APPROVED),
    ("医院", "每月一次义诊", S.APPROVED),
    ("供电所", "上门检修老旧线路", S.SUBMITTED),
    ("图书馆", "流动书车进楼院", S.RETURNED),
    ("银行支行", "反诈骗宣传", S.DECLINED),
    ("邮政所", "代办邮寄", S.WITHDRAWN),
    ("净水厂", "水质检测", S.ENDED),
    ("消防站", "消防演练", None),
)
"""Name, services offered, and status of the registration; the last one has none."""
BRANCH = "第一党支部"
"""Name of the branch below each unit's committee; it has not registered, so that one can try it."""


async def fill_units(
    session: AsyncSession, here: Neighbourhood, people: Sequence[UUID], rng: Random
) -> None:
    """Import units and their organizations, and lead each registration to its status."""
    short = here.name.removesuffix("社区")
    number = (await session.get_one(Community, here.id)).short_number
    codes = [_code(number, n) for n in range(len(UNITS))]
    units = _units(short, number, codes).encode()
    await run_import(session, units, WorkUnitsImport(here.staff), by=here.staff)
    tree = _tree(here, number, short, codes).encode()
    await run_import(session, tree, OrganizationsImport(here.staff), by=here.staff)
    for n, (name, offer, status) in enumerate(UNITS):
        organization = await _organization(session, f"{short}{name}党委")
        if status is None:
            continue
        headcount = rng.randint(6, max(6, len(people)))
        sheet = UnitRegistrationIn(
            headcount_of_members=min(headcount, 200),
            services_offered=offer,
            liaison_name="李敏",
            liaison_phone=f"+86 10 0000 {number % 100:02d}{n:02d}",
        )
        if (here.name, n) == (NAMES[0], 0):
            await _register_by_liaison(session, here, organization, sheet)
        else:
            await _register_at_desk(session, here, organization, sheet, status)


def _code(number: int, n: int) -> str:
    first = f"91990101{number:05d}{n:04d}"
    return first + check_character(first)


def _units(short: str, number: int, codes: Sequence[str]) -> str:
    lines = [
        f"{short}{name},{code},云桥街道{n + 11}号,{number}"
        for n, ((name, *_), code) in enumerate(zip(UNITS, codes, strict=True))
    ]
    return "\n".join(["单位名称,统一社会信用代码,地址,社区编号", *lines])


def _tree(here: Neighbourhood, number: int, short: str, codes: Sequence[str]) -> str:
    lines = [
        f"{here.name}党委,党委,,,{number}",
        f"{here.name}第一党支部,党支部,{here.name}党委,,{number}",
    ]
    for (name, *_), code in zip(UNITS, codes, strict=True):
        lines.append(f"{short}{name}党委,党委,,{code},")
        lines.append(f"{short}{name}{BRANCH},党支部,{short}{name}党委,{code},")
    return "\n".join(["组织名称,组织类型,上级组织,统一社会信用代码,社区编号", *lines])


async def _organization(session: AsyncSession, name: str) -> PartyOrganization:
    query = select(PartyOrganization).filter_by(name=name)
    return (await session.scalars(query)).one()


async def _register_by_liaison(
    session: AsyncSession,
    here: Neighbourhood,
    organization: PartyOrganization,
    sheet: UnitRegistrationIn,
) -> None:
    """Register the one unit whose liaison has a login."""
    named = LiaisonProposalIn(login_name=LIAISON, letter_number="云山党函〔2026〕12号")
    proposal = await liaisons.propose(session, organization, named, by=here.staff)
    second = await _subdistrict_administrator(session, here)
    grant = await liaisons.confirm(session, organization, proposal, by=second)
    row = await registrations.submit(
        session, here.id, organization.id, sheet, ActingFor.oneself(grant.user_id)
    )
    await registrations.approve(session, row, by=here.reviewer)


async def _subdistrict_administrator(session: AsyncSession, here: Neighbourhood) -> Staff:
    """Returns who confirms the liaison: nobody of the community, whose Party office could not
    review the unit's registration within thirty days of that."""
    subdistrict = here.staff.path[-2]
    query = select(RoleGrant.user_id).filter_by(role=Role.SUBDISTRICT_ADMIN, scope_id=subdistrict)
    return await administrator(session, (await session.scalars(query.limit(1))).one())


async def _register_at_desk(
    session: AsyncSession,
    here: Neighbourhood,
    organization: PartyOrganization,
    sheet: UnitRegistrationIn,
    status: UnitRegistrationStatus,
) -> None:
    by = here.staff
    desk = DeskUnitRegistration(**sheet.model_dump(), on_behalf_of=organization.id, witness="王芳")
    row = await registrations.submit(session, here.id, organization.id, desk, desk.acting(by))
    match status:
        case S.RETURNED:
            await registrations.return_(session, row, "请写明党员人数", by=here.reviewer)
        case S.DECLINED:
            await registrations.decline(session, row, "该单位已向街道报到", by=here.reviewer)
        case S.WITHDRAWN:
            await registrations.withdraw(session, row, desk.acting(by))
        case S.APPROVED | S.ENDED:
            await registrations.approve(session, row, by=here.reviewer)
    if status is S.ENDED:
        await registrations.end(session, row, "单位已搬离", by=by)
