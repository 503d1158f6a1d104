"""Factories of work units, Party organizations and liaisons."""

from itertools import count
from uuid import UUID

from app.communities.models import Community, Role, ScopeKind
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.database.search_terms import search_terms
from app.organizations.credit_code import check_character
from app.organizations.models import OrganizationKind, PartyOrganization, WorkUnit
from tests.factories import granted, saved

numbers = count(1)


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
    """Adds an organization of a unit, or one of a community."""
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


async def short_number(database: Database, community_id: UUID) -> int:
    async with database.transaction() as session:
        return (await session.get_one(Community, community_id)).short_number
