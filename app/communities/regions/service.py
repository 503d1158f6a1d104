"""Lists of regions, and changes to single ones; `imports` takes the yearly table."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import RegionExists, RegionUnfit
from app.communities.models import Region
from app.communities.permissions import Staff
from app.communities.regions.codes import kind_of, parent_of
from app.communities.regions.queries import below, still_to_come, valid_with
from app.communities.regions.schemas import RegionIn, RegionQuery
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import savepoint
from app.kernel.errors import Forbidden, NotFound
from app.kernel.files.journal import find_in_batches
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate


async def get_region(session: AsyncSession, region_id: UUID) -> Region:
    region = await session.get(Region, region_id)
    if region is None:
        raise NotFound
    return region


async def list_regions(session: AsyncSession, query: RegionQuery) -> Page[Region]:
    """Lists the regions below a region on a day; the default is today."""
    day = query.on or clock.today()
    return await paginate(session, below(query, day), query, oldest_first(Region.id), counts=True)


async def add(session: AsyncSession, body: RegionIn, *, by: Staff) -> Region:
    """Adds a region below one that the caller covers."""
    kind, above = kind_of(body.code), parent_of(body.code)
    if kind is None:
        raise RegionUnfit(reason="bad_code")
    if body.valid_to is not None and body.valid_to <= body.valid_from:
        raise RegionUnfit(reason="ends_before_it_begins")
    existing = await regions_with(session, {body.code, above or body.code}, body.valid_from)
    parent = existing.get(above or "")
    if above is not None and parent is None:
        raise RegionUnfit(reason="unknown_parent")
    if not by.may("region:manage", parent.path if parent else ()):
        raise Forbidden
    later = await session.scalar(still_to_come({body.code}, body.valid_from).limit(1))
    if body.code in existing or later is not None:
        raise RegionExists
    region = new_region(body.code, body.name, parent, body.valid_from, body.valid_to)
    async with savepoint(session, uq_regions_code=RegionExists):
        session.add(region)
    record(session, by, "region.added", region, code=region.code)
    return region


def new_region(
    code: str, name: str, parent: Region | None, valid_from: date, valid_to: date | None
) -> Region:
    kind = kind_of(code)
    if kind is None:
        raise RegionUnfit(reason="bad_code")
    id_ = uuid7()
    return Region(
        id=id_,
        code=code,
        kind=kind,
        name=name,
        parent_id=parent and parent.id,
        path=[*(parent.path if parent else ()), id_],
        valid_from=valid_from,
        valid_to=valid_to,
    )


async def regions_with(
    session: AsyncSession, codes: Collection[str], day: date
) -> dict[str, Region]:
    """Maps each of these codes to its region that is valid on the day."""
    rows = await find_in_batches(session, lambda batch: valid_with(batch, day), codes)
    return {region.code: region for region in rows}
