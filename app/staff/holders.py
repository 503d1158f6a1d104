"""Holders of a duty: who is told when something begins to wait. It is decided by the grants that
hold now. Those of the community itself are told; where nobody there may do it, those of the nearest
level above."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import administrators_of, grants_in
from app.communities.models import Community, DepartmentMember, Place, Role, ScopeKind
from app.communities.permissions import PERMISSIONS, Permission, Staff
from app.kernel.database.columns import PLATFORM
from app.organizations.models import PartyOrganization
from app.staff.todo import Holders, Todo


async def holders_of(
    session: AsyncSession, community: Community, todo: Todo, row: Any
) -> set[UUID]:
    """Returns the users who are told of what waits: without whom it is not for, and without who
    has entered it unless they are the only ones."""
    levels = await _levels(session, community, todo, row)
    found = [level - {row.not_for, row.receiver_id} for level in levels]
    others = [level - {row.entered_by} for level in found]
    return next((level for level in (*others, *found) if level), set())


async def _levels(
    session: AsyncSession, community: Community, todo: Todo, row: Any
) -> Sequence[set[UUID]]:
    """Returns the users who may do it, those of the nearest level first."""
    if todo.holders is Holders.LIAISONS:
        return [await liaisons_of(session, row.organization_id)]
    if todo.holders is Holders.SCOPE:
        return await _in_scopes(session, todo.permission, row.scope_path)
    place = await _path_of(session, community.id, row.place_id)
    able = [
        staff
        for staff in await administrators_of(session, community)
        if todo.may is None or todo.may(staff)
    ]
    if todo.holders is Holders.DEPARTMENT:
        members = await members_of(session, community.id, row.department_id)
        able = [staff for staff in able if staff.id in members]
        return [{staff.id for staff in able if _level(staff, todo.permission, place) is not None}]
    return by_level(able, todo.permission, place)


def by_level(
    able: Iterable[Staff], permission: Permission | None, place: Collection[UUID] = ()
) -> list[set[UUID]]:
    """Sorts those with the permission by the level at which they have it: the community with its
    places first, then what lies above it."""
    levels: dict[int, set[UUID]] = {}
    for staff in able:
        level = _level(staff, permission, place)
        if level is not None:
            levels.setdefault(min(level, len(staff.path)), set()).add(staff.id)
    return [levels[level] for level in sorted(levels, reverse=True)]


def _level(staff: Staff, permission: Permission | None, place: Collection[UUID]) -> int | None:
    """Returns the depth of the deepest scope in which the staff member has the permission; 0 is
    the platform."""
    path = (*staff.path, *place)
    found = [
        0 if held.scope_kind is ScopeKind.PLATFORM else path.index(held.scope_id) + 1
        for held in staff.held
        if held.covers(path) and permission in PERMISSIONS[held.role]
    ]
    return max(found, default=None)


async def _in_scopes(
    session: AsyncSession, permission: Permission | None, path: Sequence[UUID]
) -> Sequence[set[UUID]]:
    levels: dict[int, set[UUID]] = {}
    whole = [PLATFORM, *path]
    for grant in await grants_in(session, whole):
        if permission in PERMISSIONS[grant.role]:
            levels.setdefault(whole.index(grant.scope_id), set()).add(grant.user_id)
    return [levels[level] for level in sorted(levels, reverse=True)]


async def members_of(
    session: AsyncSession, community_id: UUID, department_id: UUID | None
) -> set[UUID]:
    """Returns the users who act for the department."""
    members = select(DepartmentMember.user_id).filter_by(
        community_id=community_id, department_id=department_id
    )
    return set(await session.scalars(members))


async def liaisons_of(session: AsyncSession, organization_id: UUID) -> set[UUID]:
    """Returns the present liaisons of the organization, those of organizations above it
    included."""
    organization = await session.get(PartyOrganization, organization_id)
    if organization is None:
        return set()
    grants = await grants_in(session, organization.path)
    return {grant.user_id for grant in grants if grant.role is Role.UNIT_LIAISON}


async def staff_who_may(
    session: AsyncSession, community_id: UUID, permission: Permission, place_id: UUID | None = None
) -> set[UUID]:
    """Returns those of the nearest level who have the permission in the community or the place."""
    community = await session.get_one(Community, community_id)
    place = await _path_of(session, community_id, place_id)
    levels = by_level(await administrators_of(session, community), permission, place)
    return next(iter(levels), set())


async def _path_of(session: AsyncSession, community_id: UUID, place_id: UUID | None) -> list[UUID]:
    if place_id is None:
        return []
    place = await session.get(Place, {"community_id": community_id, "id": place_id})
    return [] if place is None else place.path
