"""Grants as administrators read them: each id with its name."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.communities.grants.queries import scope_names
from app.communities.grants.schemas import GrantOut
from app.communities.models import RoleGrant
from app.identity.administrators.queries import names_of


async def show_grant(session: AsyncSession, granted: RoleGrant) -> GrantOut:
    [shown] = await show_grants(session, [granted])
    return shown


async def show_grants(session: AsyncSession, grants: Sequence[RoleGrant]) -> list[GrantOut]:
    """Shows the grants, whose names take one statement of each kind."""
    people = {id_ for row in grants for id_ in (row.user_id, row.granted_by, row.confirmed_by)}
    names = await names_of(session, people)
    scopes = await scope_names(session, grants)
    communities = await community_names(session, {row.community_id for row in grants})
    return [
        GrantOut(
            user_id=row.user_id,
            user_name=names.get(row.user_id),
            id=row.id,
            role=row.role,
            scope_kind=row.scope_kind,
            scope_id=row.scope_id,
            scope_name=scopes.get(row.scope_id),
            community_id=row.community_id,
            community_name=communities.get(row.community_id),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            granted_by=row.granted_by,
            granted_by_name=names.get(row.granted_by),
            confirmed_by=row.confirmed_by,
            confirmed_by_name=names.get(row.confirmed_by),
        )
        for row in grants
    ]
