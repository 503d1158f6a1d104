"""Queries on activities."""

from uuid import UUID

from sqlalchemy import Select, select

from app.kernel.database.search_terms import query_terms
from app.volunteering.activities.schemas import ActivitySort, StaffActivityQuery
from app.volunteering.models import Activity


def found_by_staff(community_id: UUID, query: StaffActivityQuery) -> Select[Activity]:
    """Selects the activities of a community that the query asks for."""
    statement = select(Activity).where(Activity.community_id == community_id)
    if query.status is not None:
        statement = statement.where(Activity.status == query.status)
    if query.from_ is not None:
        statement = statement.where(Activity.ends_at > query.from_)
    if query.to is not None:
        statement = statement.where(Activity.starts_at < query.to)
    if query.q is not None:
        statement = statement.where(Activity.search_grams.contains(query_terms(query.q)))
    if query.sort is ActivitySort.STARTING:
        statement = statement.where(Activity.starts_at.is_not(None))
    return statement
