"""Changes to Party organizations, and lists of them. Their table is copied to every node, where a
lock would stop all communities. Its rows are therefore never locked, and none moves in the tree."""

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
from app.organizations.organizations.queries import (
    kinds_below,
    organizations_found,
    organizations_found_for_staff,
)
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
    return await paginate(
        session, organizations_found(query), query, oldest_first(PartyOrganization.id)
    )


async def list_for_staff(
    session: AsyncSession, query: StaffOrganizationQuery
) -> Page[PartyOrganization]:
    statement = organizations_found_for_staff(query)
    return await paginate(
        session, statement, query, oldest_first(PartyOrganization.id), counts=True
    )


async def add(session: AsyncSession, body: OrganizationIn, *, by: Staff) -> PartyOrganization:
    """Adds an organization of a unit or a community that the caller covers. The one above it may be
    anybody's."""
    await _require_owner(session, by, body)
    parent = None
    if body.parent_id is not None:
        parent = await session.get(PartyOrganization, body.parent_id)
        if parent is None:
            raise UnknownReference
    if not fits(body.kind, parent):
        raise OrganizationMisplaced
    organization = PartyOrganization(
        **placed(parent), **_values(body), parent_id=body.parent_id, version=1
    )
    async with savepoint(session, uq_party_organizations_name=OrganizationExists):
        session.add(organization)
    record(session, by, "party_organization.added", organization)
    return organization


async def revise(
    session: AsyncSession,
    organization: PartyOrganization,
    body: OrganizationRevision,
    tag: str,
    *,
    by: Staff,
) -> PartyOrganization:
    """Replaces the fields of an organization. The guard has checked that the caller covers its
    present owner; its new owner is checked here."""
    require_version(organization, tag)
    await _require_owner(session, by, body)
    await require_fit(session, organization, body.kind)
    async with savepoint(session, uq_party_organizations_name=OrganizationExists):
        await rewrite(session, organization, _values(body))
    record(session, by, "party_organization.revised", organization)
    return organization


async def _require_owner(session: AsyncSession, by: Staff, body: OrganizationRevision) -> None:
    owner = body.community_id
    if body.work_unit_id is not None:
        unit = await session.get(WorkUnit, body.work_unit_id)
        if unit is None:
            raise UnknownReference
        owner = unit.community_id
    await require_cover(session, by, owner)


async def require_fit(
    session: AsyncSession, organization: PartyOrganization, kind: OrganizationKind
) -> None:
    """Raises OrganizationMisplaced unless the kind fits below the parent, and the children fit
    below the kind."""
    parent = None
    if organization.parent_id is not None:
        parent = await session.get(PartyOrganization, organization.parent_id)
    below = await session.scalars(kinds_below(organization.id))
    if not fits(kind, parent) or any(kind not in ABOVE[child] for child in below):
        raise OrganizationMisplaced


def _values(body: OrganizationRevision) -> dict[str, Any]:
    named = body.model_dump(include={"kind", "name", "work_unit_id", "community_id"})
    return named | {"search_grams": search_terms(body.name)}
