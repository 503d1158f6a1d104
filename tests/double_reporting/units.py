"""Units, organizations and their registrations to start from."""

from itertools import count
from uuid import UUID

from app.communities.models import Channel, Community, Role, ScopeKind
from app.double_reporting.models import UnitRegistration, UnitRegistrationStatus
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database
from app.kernel.database.search_terms import search_terms
from app.organizations.credit_code import check_character
from app.organizations.models import (
    OrganizationCommunity,
    OrganizationKind,
    PartyOrganization,
    WorkUnit,
)
from tests.factories import granted, saved
from tests.now import NOW

numbers = count(1)
S = UnitRegistrationStatus


def a_code() -> str:
    first = f"91990101{next(numbers):09d}"
    return first + check_character(first)


async def a_unit(
    database: Database, community_id: UUID | None, *, name: str = "云桥小学", code: str = ""
) -> WorkUnit:
    unit = WorkUnit(
        name=name,
        credit_code=code or a_code(),
        community_id=community_id,
        search_grams=search_terms(name),
        version=1,
    )
    return await saved(database, unit)


async def an_organization(
    database: Database,
    of: WorkUnit | UUID,
    *,
    parent: PartyOrganization | None = None,
    name: str = "云桥小学党支部",
    kind: OrganizationKind = OrganizationKind.BRANCH,
) -> PartyOrganization:
    """Of a unit, or of a community."""
    id_ = uuid7()
    organization = PartyOrganization(
        id=id_,
        kind=kind,
        name=name,
        parent_id=parent.id if parent else None,
        path=[*(parent.path if parent else []), id_],
        work_unit_id=of.id if isinstance(of, WorkUnit) else None,
        community_id=None if isinstance(of, WorkUnit) else of,
        search_grams=search_terms(name),
        version=1,
    )
    return await saved(database, organization)


async def a_liaison(database: Database, organization: PartyOrganization) -> UUID:
    return await granted(database, Role.UNIT_LIAISON, ScopeKind.ORGANIZATION, organization.id)


async def a_unit_registration(
    database: Database,
    community_id: UUID,
    organization: PartyOrganization,
    status: UnitRegistrationStatus = S.SUBMITTED,
) -> UnitRegistration:
    """By nobody in particular; brought to its state by its verbs."""
    registration = UnitRegistration(
        community_id=community_id,
        organization_id=organization.id,
        headcount_of_members=12,
        services_offered="周末开放操场",
        liaison_name="李敏",
        liaison_phone="+86 10 0000 0001",
        status=S.SUBMITTED,
        submitted_at=NOW,
        entered_by=PLATFORM,
        channel=Channel.SELF,
    )
    _bring(registration, status)
    seen = OrganizationCommunity(organization_id=organization.id, community_id=community_id)
    async with database.transaction() as session:
        session.add_all([registration, seen])
    return registration


def _bring(registration: UnitRegistration, status: UnitRegistrationStatus) -> None:
    if status is S.RETURNED:
        registration.return_(NOW, PLATFORM, "请补充人数")
    elif status is S.DECLINED:
        registration.decline(NOW, PLATFORM, "不在本社区")
    elif status is S.WITHDRAWN:
        registration.withdraw(NOW)
    elif status in (S.APPROVED, S.ENDED):
        registration.approve(NOW, PLATFORM, "1-2026-000001-23456789")
        if status is S.ENDED:
            registration.end(NOW, "单位迁走")


async def short_number(database: Database, community_id: UUID) -> int:
    async with database.transaction() as session:
        return (await session.get_one(Community, community_id)).short_number
