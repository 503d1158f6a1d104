"""Party organizations. Their table is copied to every node, where a lock would stop all
communities: it is never locked, and what stands in the tree stays where it stands."""

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


async def add(session: AsyncSession, payload: OrganizationIn, *, by: Staff) -> PartyOrganization:
    """Adds an organization of a unit or a community that the caller covers; what is above may be
    anybody's."""
    await _require_home(session, by, payload)
    parent = None
    if payload.parent_id is not None:
        parent = await session.get(PartyOrganization, payload.parent_id)
        if parent is None:
            raise UnknownReference
    if not fits(payload.kind, parent):
        raise OrganizationMisplaced
    organization = PartyOrganization(
        **placed(parent), **_values(payload), parent_id=payload.parent_id, version=1
    )
    async with savepoint(session, uq_party_organizations_name=OrganizationExists):
        session.add(organization)
    record(session, by, "party_organization.added", organization)
    return organization


async def revise(
    session: AsyncSession,
    organization: PartyOrganization,
    payload: OrganizationRevision,
    tag: str,
    *,
    by: Staff,
) -> PartyOrganization:
    """Writes an organization anew. The caller covers where it is at home (the guard has seen to it)
    and must cover its new home, too."""
    require_version(organization, tag)
    await _require_home(session, by, payload)
    await require_fit(session, organization, payload.kind)
    async with savepoint(session, uq_party_organizations_name=OrganizationExists):
        await rewrite(session, organization, _values(payload))
    record(session, by, "party_organization.revised", organization)
    return organization


async def _require_home(session: AsyncSession, by: Staff, payload: OrganizationRevision) -> None:
    home = payload.community_id
    if payload.work_unit_id is not None:
        unit = await session.get(WorkUnit, payload.work_unit_id)
        if unit is None:
            raise UnknownReference
        home = unit.community_id
    await require_cover(session, by, home)


async def require_fit(
    session: AsyncSession, organization: PartyOrganization, kind: OrganizationKind
) -> None:
    """Requires that the kind fits what is above, and that what is below fits the kind."""
    parent = None
    if organization.parent_id is not None:
        parent = await session.get(PartyOrganization, organization.parent_id)
    below = await session.scalars(kinds_below(organization.id))
    if not fits(kind, parent) or any(kind not in ABOVE[child] for child in below):
        raise OrganizationMisplaced


def _values(payload: OrganizationRevision) -> dict[str, Any]:
    named = payload.model_dump(include={"kind", "name", "work_unit_id", "community_id"})
    return named | {"search_grams": search_terms(payload.name)}
