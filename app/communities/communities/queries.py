"""Communities found: by words, by nearness, by who serves there."""

from math import cos, radians

from sqlalchemy import Select, or_, select

from app.communities.models import Community, ScopeKind
from app.communities.permissions import Staff
from app.kernel.database.search_terms import query_terms

WITHIN_KM = 50
KM_A_DEGREE = 111.2
"""Of latitude."""


def listed(q: str | None) -> Select[Community]:
    """All but the platform's own."""
    wanted = select(Community).where(Community.region_id.is_not(None))
    return wanted if q is None else wanted.where(Community.search_grams.contains(query_terms(q)))


def near(wanted: Select[Community], longitude: float, latitude: float) -> Select[Community]:
    """Nearest first. At this distance the earth is flat, and a degree of longitude shrinks."""
    east = (Community.gcj02_longitude - longitude) * max(0.01, cos(radians(latitude)))
    north = Community.gcj02_latitude - latitude
    squared = east * east + north * north
    most = (WITHIN_KM / KM_A_DEGREE) ** 2
    return wanted.where(squared <= most).order_by(squared, Community.id)


def served_by(wanted: Select[Community], admin: Staff) -> Select[Community]:
    """Which a grant reaches."""
    if any(held.scope_kind is ScopeKind.PLATFORM for held in admin.held):
        return wanted
    scopes = [held.scope_id for held in admin.held]
    homes = [held.community_id for held in admin.held if held.community_id is not None]
    return wanted.where(or_(Community.region_path.overlap(scopes), Community.id.in_(homes)))
