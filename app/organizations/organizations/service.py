"""What happens to Party organizations. Their table is in every place: it is never locked, and
what stands in the tree stays where it stands."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel.database.engine import savepoint
from app.kernel.database.search_terms import search_terms
from app.kernel.errors import UnknownReference
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, oldest_first, paginate
from app.organizations.errors import OrganizationExists, OrganizationMisplaced
from app.organizations.models import ABOVE, OrganizationKind, PartyOrganization, WorkUnit
from app.organizations.organizations.placing import fits, placed
from app.organizations.organizations.queries import kinds_below, listed, listed_for_staff
from app.organizations.organizations.schemas import (
    OrganizationIn,
    OrganizationQuery,
    OrganizationRevision,
    StaffOrganizationQuery,
)
from app.organizations.ownership import require_cover, rewrite


async def list_organizations(
    session: AsyncSession, query: OrganizationQuery
) -> Page[PartyOrganization]:
    return await paginate(session, listed(query), query, oldest_first(PartyOrganization.id))


async def list_for_staff(
    session: AsyncSession, query: StaffOrganizationQuery
) -> Page[PartyOrganization]:
    found = listed_for_staff(query)
    return await paginate(session, found, query, oldest_first(PartyOrganization.id))


async def add(session: AsyncSession, wanted: OrganizationIn, *, by: Staff) -> PartyOrganization:
    """Of a unit or a community that the caller covers; what is above may be anybody's."""
    await _require_home(session, by, wanted)
    parent = None
    if wanted.parent_id is not None:
        parent = await session.get(PartyOrganization, wanted.parent_id)
        if parent is None:
            raise UnknownReference
    if not fits(wanted.kind, parent):
        raise OrganizationMisplaced
    organization = PartyOrganization(
        **placed(parent), **_values(wanted), parent_id=wanted.parent_id, version=1
    )
    async with savepoint(session, uq_party_organizations_name=OrganizationExists):
        session.add(organization)
    record(session, by, "party_organization.added", organization)
    return organization


async def revise(
    session: AsyncSession,
    organization: PartyOrganization,
    wanted: OrganizationRevision,
    tag: str,
    *,
    by: Staff,
) -> PartyOrganization:
    """Where it stands now is the caller's (the guard has seen to it), and so is its new home."""
    require_version(organization, tag)
    await _require_home(session, by, wanted)
    await require_fit(session, organization, wanted.kind)
    async with savepoint(session, uq_party_organizations_name=OrganizationExists):
        await rewrite(session, organization, _values(wanted))
    record(session, by, "party_organization.revised", organization)
    return organization


async def _require_home(session: AsyncSession, by: Staff, wanted: OrganizationRevision) -> None:
    home = wanted.community_id
    if wanted.work_unit_id is not None:
        unit = await session.get(WorkUnit, wanted.work_unit_id)
        if unit is None:
            raise UnknownReference
        home = unit.community_id
    await require_cover(session, by, home)


async def require_fit(
    session: AsyncSession, organization: PartyOrganization, kind: OrganizationKind
) -> None:
    """Another kind must fit what is above, and what is below must fit it."""
    parent = None
    if organization.parent_id is not None:
        parent = await session.get(PartyOrganization, organization.parent_id)
    below = await session.scalars(kinds_below(organization.id))
    if not fits(kind, parent) or any(kind not in ABOVE[child] for child in below):
        raise OrganizationMisplaced


def _values(wanted: OrganizationRevision) -> dict[str, Any]:
    named = wanted.model_dump(include={"kind", "name", "work_unit_id", "community_id"})
    return named | {"search_grams": search_terms(wanted.name)}
