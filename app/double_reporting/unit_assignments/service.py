"""Assignments of units to communities, by the levels above communities."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.double_reporting.errors import AssignmentEnded, UnitAssignedAlready
from app.double_reporting.events import UnitAssigned
from app.double_reporting.models import UnitAssignment
from app.double_reporting.unit_assignments.schemas import (
    UnitAssignmentIn,
    UnitAssignmentOut,
    UnitAssignmentQuery,
)
from app.identity.administrators.queries import names_of
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import lock, savepoint
from app.kernel.errors import NotFound, UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, newest_first, paginate, paginate_rows
from app.organizations.actors import Liaison
from app.organizations.models import OrganizationCommunity, PartyOrganization


async def assign(session: AsyncSession, body: UnitAssignmentIn, *, by: Staff) -> UnitAssignmentOut:
    """Assigns an organization of a unit; its liaisons are told, and then register it."""
    organization = await session.get(PartyOrganization, body.organization_id)
    if organization is None or organization.work_unit_id is None:
        raise UnknownReference
    row = UnitAssignment(
        community_id=by.community_id,
        organization_id=organization.id,
        reason=body.reason,
        assigned_by=by.id,
        assigned_at=clock.now(),
    )
    async with savepoint(session, uq_unit_assignments_live=UnitAssignedAlready):
        session.add(row)
    await note_community(session, row.organization_id, row.community_id)
    emit(session, row.community_id, UnitAssigned(assignment_id=row.id))
    record(session, by, "unit_assignment.made", row)
    return await show(session, row)


async def note_community(session: AsyncSession, organization_id: UUID, community_id: UUID) -> None:
    """Remembers that there is something of the organization in the community."""
    values = {"id": uuid7(), "organization_id": organization_id, "community_id": community_id}
    statement = insert(OrganizationCommunity).values(values)
    await session.execute(statement.on_conflict_do_nothing())


async def end(session: AsyncSession, row: UnitAssignment, *, by: Staff) -> UnitAssignmentOut:
    """Takes an assignment back; a registration that came of it goes on."""
    await lock(session, row)
    if row.ended_at is not None:
        raise AssignmentEnded
    row.ended_at = clock.now()
    record(session, by, "unit_assignment.ended", row)
    return await show(session, row)


async def find_live(
    session: AsyncSession, community_id: UUID, organization_id: UUID
) -> UnitAssignment | None:
    """Returns the present assignment of the organization to the community."""
    return await session.scalar(
        select(UnitAssignment).where(
            UnitAssignment.community_id == community_id,
            UnitAssignment.organization_id == organization_id,
            UnitAssignment.ended_at.is_(None),
        )
    )


async def list_assignments(
    session: AsyncSession, community_id: UUID, query: UnitAssignmentQuery
) -> Page[UnitAssignmentOut]:
    """Lists the assignments to a community, newest first, former ones included."""
    statement = (
        select(UnitAssignment, PartyOrganization, Community)
        .join(PartyOrganization, PartyOrganization.id == UnitAssignment.organization_id)
        .join(Community, Community.id == UnitAssignment.community_id)
        .where(UnitAssignment.community_id == community_id)
    )
    page = await paginate_rows(
        session, statement, query, newest_first(UnitAssignment.id), counts=True
    )
    names = await names_of(session, {row.assigned_by for row, _, _ in page.items})
    return page.with_items([_shown(*row, names) for row in page.items])


async def show(session: AsyncSession, row: UnitAssignment) -> UnitAssignmentOut:
    organization = await session.get_one(PartyOrganization, row.organization_id)
    names = await names_of(session, {row.assigned_by})
    return _shown(row, organization, await session.get_one(Community, row.community_id), names)


async def list_own(
    session: AsyncSession, liaison: Liaison, query: UnitAssignmentQuery
) -> Page[UnitAssignmentOut]:
    """Lists the assignments of the liaison's organization to all communities, newest first."""
    communities = await _communities(session, liaison)
    statement = _of_organization(liaison, communities)
    page = await paginate(session, statement, query, newest_first(UnitAssignment.id), counts=True)
    names = await names_of(session, {row.assigned_by for row in page.items})
    shown = [
        _shown(row, liaison.organization, communities[row.community_id], names)
        for row in page.items
    ]
    return page.with_items(shown)


async def get_own(session: AsyncSession, liaison: Liaison, id_: UUID) -> UnitAssignmentOut:
    communities = await _communities(session, liaison)
    statement = _of_organization(liaison, communities).where(UnitAssignment.id == id_)
    row = await session.scalar(statement)
    if row is None:
        raise NotFound
    names = await names_of(session, {row.assigned_by})
    return _shown(row, liaison.organization, communities[row.community_id], names)


def _of_organization(liaison: Liaison, communities: Collection[UUID]) -> Select[UnitAssignment]:
    return select(UnitAssignment).where(
        UnitAssignment.community_id.in_(communities),
        UnitAssignment.organization_id == liaison.organization.id,
    )


async def _communities(session: AsyncSession, liaison: Liaison) -> dict[UUID, Community]:
    """Returns the communities that know the organization: their ids name the shards to search."""
    noted = OrganizationCommunity.community_id == Community.id
    rows = await session.scalars(
        select(Community)
        .join(OrganizationCommunity, noted)
        .where(OrganizationCommunity.organization_id == liaison.organization.id)
    )
    return {row.id: row for row in rows}


def _shown(
    row: UnitAssignment,
    organization: PartyOrganization,
    community: Community,
    names: Mapping[UUID | None, str],
) -> UnitAssignmentOut:
    return UnitAssignmentOut(
        id=row.id,
        community_id=row.community_id,
        community_name=community.name,
        organization_id=organization.id,
        organization_name=organization.name,
        reason=row.reason,
        assigned_by=row.assigned_by,
        assigned_by_name=names.get(row.assigned_by),
        assigned_at=row.assigned_at,
        ended_at=row.ended_at,
    )
