"""Query on the grants that an administrator covers."""

from sqlalchemy import Select, and_, or_, select

from app.communities.grants.schemas import GrantQuery
from app.communities.models import Community, Region, RoleGrant, ScopeKind
from app.communities.permissions import PERMISSIONS, Staff


def covered_by(admin: Staff, query: GrantQuery) -> Select[RoleGrant]:
    """Selects all users' grants in the scopes where the administrator may grant."""
    statement = select(RoleGrant)
    for column, value in (
        (RoleGrant.user_id, query.user_id),
        (RoleGrant.scope_id, query.scope_id),
        (RoleGrant.role, query.role),
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
            RoleGrant.scope_id.in_(scopes),
            and_(RoleGrant.scope_kind == ScopeKind.REGION, RoleGrant.scope_id.in_(regions)),
            RoleGrant.community_id.in_(communities),
        )
    )
