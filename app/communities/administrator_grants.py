"""The grants of an administrator that hold now, and the administrator in a community."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, RoleGrant, ScopeKind
from app.communities.names import letters_of_name
from app.communities.permissions import Held, Staff
from app.identity.models import Administrator, User, UserStatus
from app.kernel import clock
from app.kernel.database.columns import PLATFORM


async def grants_of(session: AsyncSession, user_id: UUID) -> tuple[RoleGrant, ...]:
    """Returns the user's grants that hold now. Each request reads them, so that a revoked grant
    ends with the next one."""
    grants, _ = await _grants_and_names(session, user_id)
    return grants


async def _grants_and_names(
    session: AsyncSession, user_id: UUID
) -> tuple[tuple[RoleGrant, ...], frozenset[str]]:
    """Returns the grants that hold now, and the names of the account, by one statement."""
    now = clock.now()
    rows = await session.execute(
        select(RoleGrant, Administrator)
        .outerjoin(Administrator, Administrator.user_id == RoleGrant.user_id)
        .where(RoleGrant.user_id == user_id)
    )
    grants: list[RoleGrant] = []
    names: set[str] = set()
    for grant, account in rows:
        if account is not None:
            names |= {letters_of_name(account.name), letters_of_name(account.login_name)}
        if grant.holds(now):
            grants.append(grant)
    return tuple(grants), frozenset(names)


async def staff_in(session: AsyncSession, community_id: UUID, user_id: UUID) -> Staff | None:
    """Returns the administrator in the community; None for an unknown community, and without any
    grant that reaches into it."""
    community = await session.get(Community, community_id)
    if community is None or community.region_id is None:
        return None
    path = tuple(community.region_path)
    grants, names = await _grants_and_names(session, user_id)
    held = tuple(
        _held(grant)
        for grant in grants
        if grant.scope_kind is ScopeKind.PLATFORM
        or grant.scope_id in path
        or grant.community_id == community_id
    )
    return Staff(community_id, user_id, held, path, names) if held else None


async def administrator(session: AsyncSession, user_id: UUID) -> Staff:
    """Returns the administrator above all communities, with all of their grants."""
    return Staff(PLATFORM, user_id, tuple(map(_held, await grants_of(session, user_id))))


def _held(grant: RoleGrant) -> Held:
    return Held(grant.role, grant.scope_kind, grant.scope_id, grant.community_id)


async def grants_in(session: AsyncSession, scope_ids: Collection[UUID]) -> list[RoleGrant]:
    """Returns the grants in these scopes that hold now, of those who are not blocked."""
    return await _live_grants(session, RoleGrant.scope_id.in_(scope_ids))


async def administrators_of(session: AsyncSession, community: Community) -> list[Staff]:
    """Returns the administrators whose grants reach into the community now."""
    path = tuple(community.region_path)
    reaches = or_(RoleGrant.scope_id.in_([PLATFORM, *path]), RoleGrant.community_id == community.id)
    held: dict[UUID, list[Held]] = {}
    for grant in await _live_grants(session, reaches):
        held.setdefault(grant.user_id, []).append(_held(grant))
    return [Staff(community.id, id_, tuple(grants), path) for id_, grants in held.items()]


async def _live_grants(session: AsyncSession, condition: ColumnElement[bool]) -> list[RoleGrant]:
    query = (
        select(RoleGrant)
        .join(User, User.id == RoleGrant.user_id)
        .where(condition, User.status == UserStatus.ACTIVE)
        .order_by(RoleGrant.user_id, RoleGrant.id)
    )
    now = clock.now()
    return [grant for grant in await session.scalars(query) if grant.holds(now)]
