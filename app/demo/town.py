"""The demo town: an invented subdistrict, two communities in it, their buildings and staff."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.communities import service as communities
from app.communities.communities.schemas import CommunityIn
from app.communities.models import (
    Channel,
    Community,
    Participant,
    Place,
    PlaceKind,
    Region,
    Role,
    RoleGrant,
    ScopeKind,
)
from app.communities.permissions import Held, Staff
from app.communities.places.imports import PlacesImport
from app.communities.regions.imports import RegionsImport
from app.demo.texts import BUILDINGS
from app.identity.administrators.passwords import hashed
from app.identity.administrators.service import create_administrator
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.files.imports import run_import

PASSWORD = "yunqiao-demo-town"
"""Password of all administrators of the demo; there is no default account anywhere else."""
VALID_FROM = date(2026, 1, 1)
REGIONS = """区划代码,名称
990000000000,云州省
990100000000,云州市
990101000000,云山区
990101001000,云桥街道
990101001001,云桥社区
990101001002,溪畔社区
"""
NAMES = ("云桥社区", "溪畔社区")
POINTS = ((104.0601, 30.6702), (104.0688, 30.6741))
ENTRANCES_PER_BUILDING, HOUSEHOLDS_PER_ENTRANCE = 2, 10
"""The town: both communities with ten buildings and 400 households."""

WITNESS = "演示"
LIAISON = "unit-liaison"
"""Login name of the administrator who gets their grant with their organization."""
ACCOUNTS: tuple[tuple[str, str, Role, str | None], ...] = (
    ("platform", "平台管理员", Role.PLATFORM_ADMIN, None),
    ("district", "云山区管理员", Role.DISTRICT_ADMIN, "990101000000"),
    ("subdistrict", "云桥街道管理员", Role.SUBDISTRICT_ADMIN, "990101001000"),
    ("yunqiao-admin", "云桥社区书记", Role.COMMUNITY_ADMIN, "990101001001"),
    ("yunqiao-worker", "云桥社区工作者", Role.COMMUNITY_WORKER, "990101001001"),
    ("yunqiao-party", "云桥社区党务", Role.PARTY_ADMIN, "990101001001"),
    ("yunqiao-grid", "云桥第一网格员", Role.GRID_WORKER, "990101001001"),
    ("xipan-worker", "溪畔社区工作者", Role.COMMUNITY_WORKER, "990101001002"),
    (LIAISON, "云桥小学联络员", Role.UNIT_LIAISON, None),
    ("handler", "街道城管办", Role.HANDLER, "990101001000"),
    ("auditor", "区审计员", Role.AUDITOR, "990101000000"),
)
"""Login name, name, role, and code of the region (None: everywhere). The grid worker has a grid."""


@dataclass(frozen=True, slots=True)
class Home:
    """A household with the names of the places above it and its own, as CSV files have them."""

    id: UUID
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A community with its homes, the administrator by whom it is filled, and the other one who
    decides about what the first has entered."""

    staff: Staff
    name: str
    homes: tuple[Home, ...]
    reviewer: Staff

    @property
    def id(self) -> UUID:
        return self.staff.community_id

    def acting_for(self, person: Participant) -> ActingFor:
        """Returns the participant as the one who acts, or the desk for one who has no phone."""
        if person.user_id is not None:
            return ActingFor.participant(person)
        return self.at_desk(person.id)

    def at_desk(self, participant_id: UUID) -> ActingFor:
        return ActingFor(self.staff.id, participant_id, Channel.DESK, WITNESS)


async def password_hash() -> str:
    """Hash of the password; it takes a while, so no transaction waits for it."""
    return await hashed(PASSWORD)


async def found_town(session: AsyncSession, hashed_password: str) -> list[Neighbourhood]:
    """Make the platform's administrator, and by them regions, communities, places and staff."""
    platform = await _platform(session, hashed_password)
    plan = RegionsImport(platform, VALID_FROM)
    await run_import(session, REGIONS.encode(), plan, by=platform)
    regions_by_code = {r.code: r for r in await session.scalars(select(Region))}
    district = await _district(session, platform, regions_by_code, hashed_password)
    town = [
        await _neighbourhood(session, platform, district, regions_by_code[f"99010100100{n + 1}"], n)
        for n in range(len(NAMES))
    ]
    await _staff(session, platform, regions_by_code, town[0], hashed_password)
    return town


async def _platform(session: AsyncSession, hashed_password: str) -> Staff:
    login_name, name, role, _ = ACCOUNTS[0]
    made = await create_administrator(session, login_name, name, hashed_password, None, clock.now())
    session.add(_grant(made.user_id, role, ScopeKind.PLATFORM, PLATFORM, made.user_id))
    return Staff(PLATFORM, made.user_id, (Held(role, ScopeKind.PLATFORM, PLATFORM),))


async def _district(
    session: AsyncSession,
    platform: Staff,
    regions_by_code: dict[str, Region],
    hashed_password: str,
) -> UUID:
    """Makes the district's administrator. Returns the user."""
    login_name, name, role, code = ACCOUNTS[1]
    made = await create_administrator(session, login_name, name, hashed_password, None, clock.now())
    region = regions_by_code[code or ""]
    session.add(_grant(made.user_id, role, ScopeKind.REGION, region.id, platform.id))
    return made.user_id


async def _neighbourhood(
    session: AsyncSession, platform: Staff, district: UUID, region: Region, n: int
) -> Neighbourhood:
    longitude, latitude = POINTS[n]
    community_in = CommunityIn(
        region_id=region.id,
        name=NAMES[n],
        address=f"云桥街道{n + 1}号",
        gcj02_longitude=longitude,
        gcj02_latitude=latitude,
    )
    community = await communities.create(session, community_in, by=platform)
    staff = Staff(community.id, platform.id, platform.held, tuple(region.path))
    await run_import(session, _sheet().encode(), PlacesImport(staff), by=staff)
    reviewer = replace(staff, id=district)
    return Neighbourhood(staff, community.name, await _homes(session, community), reviewer)


def _sheet() -> str:
    lines = ["网格,楼栋,单元,房号"]
    for n, building in enumerate(BUILDINGS):
        grid = "第一网格" if n < len(BUILDINGS) // 2 else "第二网格"
        for entrance in range(1, ENTRANCES_PER_BUILDING + 1):
            for home in range(HOUSEHOLDS_PER_ENTRANCE):
                door = f"{home // 2 + 1}0{home % 2 + 1}"
                lines.append(f"{grid},{building}楼,{entrance}单元,{door}")
    return "\n".join(lines)


async def _homes(session: AsyncSession, community: Community) -> tuple[Home, ...]:
    rows = list(await session.scalars(select(Place).filter_by(community_id=community.id)))
    names = {place.id: place.name for place in rows}
    homes = [
        Home(place.id, tuple(names[above] for above in place.path))
        for place in rows
        if place.kind is PlaceKind.HOUSEHOLD
    ]
    return tuple(sorted(homes, key=lambda home: home.path))


async def _staff(
    session: AsyncSession,
    platform: Staff,
    regions_by_code: dict[str, Region],
    first: Neighbourhood,
    hashed_password: str,
) -> None:
    grid = await session.scalar(
        select(Place.id).filter_by(community_id=first.id, kind=PlaceKind.GRID, name="第一网格")
    )
    assert grid is not None
    for login_name, name, role, code in ACCOUNTS[2:]:
        made = await create_administrator(
            session, login_name, name, hashed_password, None, clock.now()
        )
        if role is Role.UNIT_LIAISON:
            continue
        if role is Role.GRID_WORKER:
            grant = _grant(made.user_id, role, ScopeKind.PLACE, grid, platform.id)
            grant.community_id = first.id
        else:
            region = regions_by_code[code or ""]
            grant = _grant(made.user_id, role, ScopeKind.REGION, region.id, platform.id)
        session.add(grant)


def _grant(user_id: UUID, role: Role, kind: ScopeKind, scope_id: UUID, by: UUID) -> RoleGrant:
    return RoleGrant(
        user_id=user_id,
        role=role,
        scope_kind=kind,
        scope_id=scope_id,
        valid_from=clock.now(),
        granted_by=by,
    )
