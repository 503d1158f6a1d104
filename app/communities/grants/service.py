"""Changes to grants, and lists of them. Nobody grants more than they have there themselves, nor
to themselves."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import (
    GrantEnded,
    GrantExceedsYours,
    GrantNeedsTwoPersons,
    LastPlatformAdmin,
    NotAnAdministrator,
    RoleScopeUnfit,
)
from app.communities.grants.queries import can_log_in, covered_by, platform_grants
from app.communities.grants.schemas import GrantIn, GrantQuery, NamedAdministrator
from app.communities.models import Community, Place, Region, Role, RoleGrant, ScopeKind
from app.communities.permissions import PERMISSIONS, READS_MEMBERS, Staff
from app.identity.another_person import record_equipment
from app.identity.models import Administrator, EquipmentKind
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import Forbidden, NotFound, UnknownReference
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate


async def grant(session: AsyncSession, body: GrantIn, *, by: Staff) -> RoleGrant:
    path = await scope_path(session, body.scope_kind, body.scope_id, body.community_id)
    if path is None:
        raise UnknownReference
    require_cover(by, body.role, body.scope_kind, path)
    await require_scope_of_role(session, body.role, body.scope_kind, body.scope_id)
    if body.role in READS_MEMBERS and not by.reads_members(path):
        raise GrantNeedsTwoPersons
    user_id = await administrator_named(session, body)
    if user_id == by.id:
        raise GrantExceedsYours
    granted = RoleGrant(
        user_id=user_id,
        role=body.role,
        scope_kind=body.scope_kind,
        scope_id=body.scope_id,
        community_id=body.community_id,
        valid_from=body.valid_from or clock.now(),
        valid_to=body.valid_to,
        granted_by=by.id,
    )
    session.add(granted)
    record_equipment(session, user_id, EquipmentKind.GRANTED, by_id=by.id, now=clock.now())
    _record(session, by, "role_grant.granted", granted)
    return granted


async def revoke(session: AsyncSession, granted: RoleGrant, *, by: Staff) -> RoleGrant:
    """Ends the grant with the administrator's next request. Raises LastPlatformAdmin for that of
    the last platform administrator who can log in."""
    if granted.role is Role.PLATFORM_ADMIN:
        await _require_others(session, granted)
    await lock(session, granted)
    now = clock.now()
    if granted.valid_to is not None and granted.valid_to <= now:
        raise GrantEnded
    granted.valid_to = now
    _record(session, by, "role_grant.revoked", granted)
    return granted


async def _require_others(session: AsyncSession, granted: RoleGrant) -> None:
    """Locks the users of all platform administrators, so that of two who revoke each other at once
    one remains."""
    query = platform_grants(clock.now())
    await session.execute(can_log_in(set(await session.scalars(query)) | {granted.user_id}))
    # Read again behind the lock: another revocation may have gone first.
    remaining = set(await session.scalars(query)) - {granted.user_id}
    if not (await session.scalars(can_log_in(remaining))).all():
        raise LastPlatformAdmin


async def get_covered(
    session: AsyncSession, user_id: UUID, grant_id: UUID, *, by: Staff
) -> RoleGrant:
    """Returns the grant. Raises NotFound outside the scopes that the caller covers, and
    GrantExceedsYours for a role with more permissions than the caller has."""
    granted = await session.get(RoleGrant, {"user_id": user_id, "id": grant_id})
    if granted is None:
        raise NotFound
    path = await scope_path(session, granted.scope_kind, granted.scope_id, granted.community_id)
    if not by.may("grant:manage", path or ()):
        raise NotFound
    require_cover(by, granted.role, granted.scope_kind, path or ())
    return granted


async def list_grants(session: AsyncSession, admin: Staff, query: GrantQuery) -> Page[RoleGrant]:
    """Lists the grants in the scopes that the administrator covers, former ones included."""
    return await paginate(
        session, covered_by(RoleGrant, admin, query), query, oldest_first(RoleGrant.id), counts=True
    )


def require_cover(by: Staff, role: Role, scope_kind: ScopeKind, path: tuple[UUID, ...]) -> None:
    if not by.may("grant:manage", path):
        raise Forbidden
    is_of_platform = scope_kind is ScopeKind.PLATFORM or role is Role.PLATFORM_ADMIN
    if is_of_platform and not by.is_of_platform:
        raise GrantExceedsYours
    if not PERMISSIONS[role] <= by.permissions(path):
        raise GrantExceedsYours


async def require_scope_of_role(
    session: AsyncSession, role: Role, scope_kind: ScopeKind, scope_id: UUID
) -> None:
    """Raises RoleScopeUnfit for a liaison, who is proposed to an organization instead, and unless
    a role that sees members is for one community."""
    if role is Role.UNIT_LIAISON:
        raise RoleScopeUnfit(reason="organization")
    if role not in READS_MEMBERS:
        return
    covered = select(Community.region_id).where(Community.region_path.contains([scope_id]))
    regions = list(await session.scalars(covered))
    if scope_kind is not ScopeKind.REGION or regions != [scope_id]:
        raise RoleScopeUnfit(reason="one_community")


async def scope_path(
    session: AsyncSession, kind: ScopeKind, scope_id: UUID, community_id: UUID | None
) -> tuple[UUID, ...] | None:
    """Returns the path of the scope from the root on; None for an unknown scope."""
    if kind is ScopeKind.PLATFORM:
        return ()
    if kind is ScopeKind.REGION:
        region = await session.get(Region, scope_id)
        return None if region is None else tuple(region.path)
    community = await session.get(Community, community_id) if community_id else None
    if community is None:
        return None
    place = await session.get(Place, {"community_id": community.id, "id": scope_id})
    return None if place is None else (*community.region_path, *place.path)


async def administrator_named(session: AsyncSession, name: NamedAdministrator) -> UUID:
    """Returns the user's id. Raises NotAnAdministrator for an unknown login."""
    statement = select(Administrator.user_id)
    if name.login_name is not None:
        statement = statement.filter_by(login_name=name.login_name)
    else:
        statement = statement.filter_by(user_id=name.user_id)
    user_id = await session.scalar(statement)
    if user_id is None:
        raise NotAnAdministrator
    return user_id


def _record(session: AsyncSession, by: Staff, action: str, granted: RoleGrant) -> None:
    scope = {"scope_kind": granted.scope_kind, "scope_id": str(granted.scope_id)}
    record(session, by, action, granted, role=granted.role, user=str(granted.user_id), **scope)
