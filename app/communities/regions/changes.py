"""Changes to regions: renamed, retired, merged. Their table is copied to every node, so that its
rows are never locked."""

from datetime import date
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import RegionUnfit
from app.communities.models import Community, GrantProposal, Region, RoleGrant, ScopeKind
from app.communities.permissions import Staff
from app.communities.regions.schemas import RegionMergeOut
from app.kernel import clock
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.privacy.audit import record


async def rename(session: AsyncSession, region: Region, name: str, *, by: Staff) -> Region:
    region.name = name
    record(session, by, "region.renamed", region)
    return region


async def retire(session: AsyncSession, region: Region, valid_to: date, *, by: Staff) -> Region:
    """Ends a region, and all below it, on a day. Raises RegionUnfit while a community lies in it:
    merge it into another one instead."""
    if valid_to <= region.valid_from:
        raise RegionUnfit(reason="ends_before_it_begins")
    if await session.scalar(_communities_in(region).limit(1)) is not None:
        raise RegionUnfit(reason="has_communities")
    for one in (await session.scalars(_regions_in(region))).all():
        one.valid_to = min(one.valid_to or valid_to, valid_to)
    record(session, by, "region.retired", region, valid_to=valid_to.isoformat())
    return region


async def merge(
    session: AsyncSession, region: Region, into_id: UUID, *, is_preview: bool, by: Staff
) -> RegionMergeOut:
    """Merges a region into another one of its kind: regions below it, communities in it and grants
    for it follow, and it ends today. A preview counts."""
    target = await session.get(Region, into_id)
    if target is None:
        raise UnknownReference
    if not by.may("region:manage", target.path):
        raise Forbidden
    if target.id == region.id or target.kind is not region.kind:
        raise RegionUnfit(reason="not_alike")
    below = [r for r in await session.scalars(_regions_in(region)) if r.id != region.id]
    communities = list(await session.scalars(_communities_in(region)))
    users = {scope: await _users(session, scope, region) for scope in (RoleGrant, GrantProposal)}
    counts = RegionMergeOut(
        regions=len(below), communities=len(communities), grants=len(users[RoleGrant])
    )
    if is_preview:
        return counts
    _move(region, target, below, communities)
    for scope, holders in users.items():
        for user_id in holders:
            await session.execute(
                update(scope)
                .where(scope.user_id == user_id, scope.scope_id == region.id)
                .values(scope_id=target.id)
            )
    facts = {name: str(count) for name, count in counts.model_dump().items()}
    record(session, by, "region.merged", region, into=str(target.id), **facts)
    return counts


def _move(
    region: Region, target: Region, below: list[Region], communities: list[Community]
) -> None:
    depth = len(region.path)
    for one in below:
        one.path = [*target.path, *one.path[depth:]]
        if one.parent_id == region.id:
            one.parent_id = target.id
    for community in communities:
        community.region_path = [*target.path, *community.region_path[depth:]]
        if community.region_id == region.id:
            community.region_id = target.id
    today = clock.today()
    if region.valid_to is None or region.valid_to > today:
        region.valid_to = max(today, region.valid_from)


async def _users(
    session: AsyncSession, scope: type[RoleGrant] | type[GrantProposal], region: Region
) -> list[UUID]:
    query = select(scope.user_id).where(
        scope.scope_kind == ScopeKind.REGION, scope.scope_id == region.id
    )
    return list(dict.fromkeys(await session.scalars(query)))


def _regions_in(region: Region) -> Select[Region]:
    return select(Region).where(Region.path.contains([region.id]))


def _communities_in(region: Region) -> Select[Community]:
    return select(Community).where(Community.region_path.contains([region.id]))
