"""Query on the grants that an administrator covers, and on proposals of them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.grants.schemas import GrantQuery
from app.communities.models import (
    Community,
    GrantProposal,
    Place,
    Region,
    Role,
    RoleGrant,
    ScopeKind,
)
from app.communities.permissions import PERMISSIONS, Staff
from app.identity.models import Administrator, User, UserStatus

Row = TypeVar("Row", RoleGrant, GrantProposal)


def covered_by(model: type[Row], admin: Staff, query: GrantQuery) -> Select[Row]:
    """Selects all users' grants, or proposals of grants, in the scopes where the administrator may
    grant."""
    statement = select(model)
    for column, value in (
        (model.user_id, query.user_id),
        (model.scope_id, query.scope_id),
        (model.role, query.role),
    ):
        if value is not None:
            statement = statement.where(column == value)
    held = [h for h in admin.held if "grant:manage" in PERMISSIONS[h.role]]
    if any(h.scope_kind is ScopeKind.PLATFORM for h in held):
        return statement
    scopes = [h.scope_id for h in held]
    regions = select(Region.id).where(Region.path.overlap(scopes))
    communities = select(Community.id).where(Community.region_path.overlap(scopes))
    return statement.where(
        or_(
            model.scope_id.in_(scopes),
            and_(model.scope_kind == ScopeKind.REGION, model.scope_id.in_(regions)),
            model.community_id.in_(communities),
        )
    )


def platform_grants(now: datetime) -> Select[UUID]:
    """Selects the users who have a grant to administer the platform without an end."""
    return select(RoleGrant.user_id).where(
        RoleGrant.role == Role.PLATFORM_ADMIN,
        RoleGrant.scope_kind == ScopeKind.PLATFORM,
        RoleGrant.valid_from <= now,
        RoleGrant.valid_to.is_(None),
    )


def can_log_in(user_ids: Collection[UUID]) -> Select[UUID]:
    """Selects those of the users who are not blocked and have a password, and locks them in the
    order of their ids."""
    return (
        select(User.id)
        .join(Administrator, Administrator.user_id == User.id)
        .where(
            User.id.in_(user_ids),
            User.status == UserStatus.ACTIVE,
            Administrator.password_hash.is_not(None),
        )
        .order_by(User.id)
        .with_for_update(of=User, key_share=True)
    )


async def scope_names(
    session: AsyncSession, rows: Sequence[RoleGrant | GrantProposal]
) -> dict[UUID, str]:
    """Maps the scopes of grants, or of proposals, to the names of their regions and places."""
    regions = {row.scope_id for row in rows if row.scope_kind is ScopeKind.REGION}
    places = {row.scope_id for row in rows if row.scope_kind is ScopeKind.PLACE}
    communities = {row.community_id for row in rows if row.community_id is not None}
    names: dict[UUID, str] = {}
    if regions:
        found = await session.execute(select(Region.id, Region.name).where(Region.id.in_(regions)))
        names |= {id_: name for id_, name in found}
    if places:
        found = await session.execute(
            select(Place.id, Place.name).where(
                Place.community_id.in_(communities), Place.id.in_(places)
            )
        )
        names |= {id_: name for id_, name in found}
    return names
