"""Queries on communities: by words, by nearness, by an administrator's grants."""

from math import cos, radians

from sqlalchemy import Select, or_, select

from app.communities.models import Community, ScopeKind
from app.communities.permissions import Staff
from app.kernel.database.search_terms import query_terms

WITHIN_KM = 50
KM_PER_DEGREE_OF_LATITUDE = 111.2


def communities_found(q: str | None) -> Select[Community]:
    """Selects the communities that the words find, without the platform's own."""
    statement = select(Community).where(Community.region_id.is_not(None))
    return (
        statement if q is None else statement.where(Community.search_grams.contains(query_terms(q)))
    )


def near(statement: Select[Community], longitude: float, latitude: float) -> Select[Community]:
    """Confines a statement to communities within 50 km of a point, nearest first. At this distance
    the earth counts as flat; a degree of longitude is shorter towards the poles."""
    east = (Community.gcj02_longitude - longitude) * max(0.01, cos(radians(latitude)))
    north = Community.gcj02_latitude - latitude
    squared = east * east + north * north
    farthest = (WITHIN_KM / KM_PER_DEGREE_OF_LATITUDE) ** 2
    return statement.where(squared <= farthest).order_by(squared, Community.id)


def served_by(statement: Select[Community], admin: Staff) -> Select[Community]:
    """Confines a statement to communities that a grant of the administrator reaches."""
    if any(held.scope_kind is ScopeKind.PLATFORM for held in admin.held):
        return statement
    scopes = [held.scope_id for held in admin.held]
    community_ids = [held.community_id for held in admin.held if held.community_id is not None]
    return statement.where(
        or_(Community.region_path.overlap(scopes), Community.id.in_(community_ids))
    )
