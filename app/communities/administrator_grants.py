"""The grants of an administrator that hold now, and the administrator in a community."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, RoleGrant, ScopeKind
from app.communities.permissions import Held, Staff
from app.kernel import clock
from app.kernel.database.columns import PLATFORM


async def grants_of(session: AsyncSession, user_id: UUID) -> tuple[RoleGrant, ...]:
    """Returns the user's grants that hold now. Each request reads them, so that a revoked grant
    ends with the next one."""
    now = clock.now()
    grants = await session.scalars(select(RoleGrant).filter_by(user_id=user_id))
    return tuple(grant for grant in grants if grant.holds(now))


async def staff_in(session: AsyncSession, community_id: UUID, user_id: UUID) -> Staff | None:
    """Returns the administrator in the community; None for an unknown community, and without any
    grant that reaches into it."""
    community = await session.get(Community, community_id)
    if community is None or community.region_id is None:
        return None
    path = tuple(community.region_path)
    held = tuple(
        _held(grant)
        for grant in await grants_of(session, user_id)
        if grant.scope_kind is ScopeKind.PLATFORM
        or grant.scope_id in path
        or grant.community_id == community_id
    )
    return Staff(community_id, user_id, held, path) if held else None


async def administrator(session: AsyncSession, user_id: UUID) -> Staff:
    """Returns the administrator above all communities, with all of their grants."""
    return Staff(PLATFORM, user_id, tuple(map(_held, await grants_of(session, user_id))))


def _held(grant: RoleGrant) -> Held:
    return Held(grant.role, grant.scope_kind, grant.scope_id, grant.community_id)
