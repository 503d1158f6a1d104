"""Regions, listed and added one by one; `imports` takes the yearly table."""

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
from app.kernel.files.imports import find_in_batches
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, oldest_first, paginate


async def get_region(session: AsyncSession, region_id: UUID) -> Region:
    region = await session.get(Region, region_id)
    if region is None:
        raise NotFound
    return region


async def list_regions(session: AsyncSession, query: RegionQuery) -> Page[Region]:
    """Lists what stands below a region on a day, which is today unless it is given."""
    day = query.on or clock.today()
    return await paginate(session, below(query, day), query, oldest_first(Region.id))


async def add(session: AsyncSession, payload: RegionIn, *, by: Staff) -> Region:
    """Adds a region below one that the caller covers."""
    kind, above = kind_of(payload.code), parent_of(payload.code)
    if kind is None:
        raise RegionUnfit(reason="bad_code")
    if payload.valid_to is not None and payload.valid_to <= payload.valid_from:
        raise RegionUnfit(reason="ends_before_it_begins")
    known = await regions_with(session, {payload.code, above or payload.code}, payload.valid_from)
    parent = known.get(above or "")
    if above is not None and parent is None:
        raise RegionUnfit(reason="unknown_parent")
    if not by.may("region:manage", parent.path if parent else ()):
        raise Forbidden
    later = await session.scalar(still_to_come({payload.code}, payload.valid_from).limit(1))
    if payload.code in known or later is not None:
        raise RegionExists
    region = new_region(payload.code, payload.name, parent, payload.valid_from, payload.valid_to)
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
    """The regions of these codes that are valid on the day, by their codes."""
    rows = await find_in_batches(session, lambda batch: valid_with(batch, day), codes)
    return {region.code: region for region in rows}
