"""Changes to communities, and lists of them. Their table is copied to every node, where a lock
would stop all communities. Its rows are therefore never locked: the UPDATE itself compares the
version."""

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.communities.queries import communities_found, near, served_by
from app.communities.communities.schemas import CommunityIn, CommunityQuery, StaffCommunityQuery
from app.communities.models import Community, Region
from app.communities.permissions import Staff
from app.kernel.database.engine import violated
from app.kernel.database.search_terms import search_terms
from app.kernel.errors import Conflict, Forbidden, UnknownReference
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import VersionStale, require_version
from app.kernel.web.pages import Page, oldest_first, paginate

MAX_TRIES = 5


async def create(session: AsyncSession, body: CommunityIn, *, by: Staff) -> Community:
    """Creates a community in a region that the caller manages, with the next short number."""
    region = await _region(session, by, body)
    for _ in range(MAX_TRIES):
        highest = await session.scalar(select(func.max(Community.short_number)))
        community = Community(
            **body.model_dump(),
            region_path=region.path,
            short_number=(highest or 0) + 1,
            search_grams=_search_terms(body),
            version=1,
        )
        if await _took_its_number(session, community):
            record(session, by, "community.founded", community)
            return community
    raise Conflict


async def revise(
    session: AsyncSession, community: Community, body: CommunityIn, tag: str, *, by: Staff
) -> Community:
    """Replaces the fields of a community, which may move into another region that the caller
    manages. Raises VersionStale if its version is not that of `tag`."""
    require_version(community, tag)
    region = await _region(session, by, body)
    written = await session.scalar(
        update(Community)
        .where(Community.id == community.id, Community.version == community.version)
        .values(
            **body.model_dump(),
            region_path=region.path,
            search_grams=_search_terms(body),
            version=community.version + 1,
        )
        .returning(Community.id)
        .execution_options(synchronize_session=False)
    )
    if written is None:
        raise VersionStale
    await session.refresh(community)
    record(session, by, "community.revised", community)
    return community


async def list_communities(session: AsyncSession, query: CommunityQuery) -> Page[Community]:
    """Lists the communities that `q` finds; those nearest to a point are on one page."""
    if query.point is None:
        return await paginate(
            session, communities_found(query.q), query, oldest_first(Community.id)
        )
    nearest = near(communities_found(query.q), *query.point).limit(query.limit)
    return Page((await session.scalars(nearest)).all(), None)


async def list_served(
    session: AsyncSession, admin: Staff, query: StaffCommunityQuery
) -> Page[Community]:
    """Lists the communities that a grant of the administrator reaches."""
    served = served_by(communities_found(query.q), admin)
    return await paginate(session, served, query, oldest_first(Community.id), counts=True)


async def _region(session: AsyncSession, admin: Staff, body: CommunityIn) -> Region:
    region = await session.get(Region, body.region_id)
    if region is None:
        raise UnknownReference
    if not admin.may("community:manage", region.path):
        raise Forbidden
    return region


async def _took_its_number(session: AsyncSession, community: Community) -> bool:
    try:
        async with session.begin_nested():
            session.add(community)
    except Exception as error:
        if violated(error) != "uq_communities_short_number":
            raise
        return False
    return True


def _search_terms(body: CommunityIn) -> list[str]:
    return search_terms(body.name, body.address or "")
