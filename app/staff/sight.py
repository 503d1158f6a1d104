"""Sight of an administrator: the communities that their grants reach, with what they may do in
each, and the organizations whose liaison they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.administrator_grants import administrator
from app.communities.models import Community, Role, ScopeKind
from app.communities.permissions import PERMISSIONS, Held, Permission, Staff


@dataclass(frozen=True, slots=True)
class Sight:
    """View of an administrator as it is now; read in each request, so that a revoked grant shows
    nothing more."""

    user_id: UUID
    held: tuple[Held, ...]
    communities: Mapping[UUID, tuple[Community, Staff]]
    region_id: UUID | None = None
    """The region of the one community to which the view is confined."""

    @property
    def organizations(self) -> list[UUID]:
        """The organizations for which they act as liaison, without those below."""
        return [h.scope_id for h in self.held if h.role is Role.UNIT_LIAISON]

    def scopes(self, permission: Permission | None) -> list[UUID]:
        """Returns the scopes of the grants with the permission; PLATFORM for that of all."""
        return [h.scope_id for h in self.held if permission in PERMISSIONS[h.role]]

    def name_of(self, community_id: UUID) -> str | None:
        """Returns the name of a community; None above communities."""
        seen = self.communities.get(community_id)
        return None if seen is None else seen[0].name

    def only(self, community_id: UUID) -> "Sight":
        """Returns what they see of one community."""
        seen = {id_: one for id_, one in self.communities.items() if id_ == community_id}
        region_id = next((one.region_id for one, _ in seen.values()), community_id)
        return Sight(self.user_id, self.held, seen, region_id)


async def sight_of(session: AsyncSession, user_id: UUID) -> Sight:
    held = (await administrator(session, user_id)).held
    statement = select(Community).where(Community.region_id.is_not(None))
    if not any(h.scope_kind is ScopeKind.PLATFORM for h in held):
        places = [h.community_id for h in held if h.community_id is not None]
        scopes = [h.scope_id for h in held]
        statement = statement.where(
            or_(Community.region_path.overlap(scopes), Community.id.in_(places))
        )
    rows = await session.scalars(statement.order_by(Community.name, Community.id))
    return Sight(user_id, held, {row.id: (row, _staff_in(row, user_id, held)) for row in rows})


def _staff_in(community: Community, user_id: UUID, held: tuple[Held, ...]) -> Staff:
    path = tuple(community.region_path)
    reaching = tuple(h for h in held if h.covers(path) or h.community_id == community.id)
    return Staff(community.id, user_id, reaching, path)
