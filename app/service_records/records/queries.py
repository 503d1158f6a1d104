"""Reads of service records: confirmed minutes by community and year."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.service_records.certificates.content import hours_of
from app.service_records.entries.queries import confirmed_of
from app.service_records.models import ServiceEntry, StarScheme
from app.service_records.models.star_scheme import NATIONAL_HOURS
from app.service_records.records.schemas import (
    CommunityRecord,
    ServiceRecordOut,
    StarsOut,
    YearOut,
)


async def scheme_of(session: AsyncSession, community_id: UUID) -> StarScheme:
    """Returns the star scheme; of a community that has set none, the national one."""
    key = {"community_id": community_id, "id": community_id}
    return await session.get(StarScheme, key) or StarScheme(
        community_id=community_id, id=community_id, hours=list(NATIONAL_HOURS), version=0
    )


def stars_of(minutes: int, thresholds: Sequence[int]) -> StarsOut:
    """Returns the star of so many minutes: whole hours reach a threshold, rounding does not."""
    level = bisect_right(thresholds, minutes // 60)
    next_at = thresholds[level] if level < len(thresholds) else None
    return StarsOut(level=level, thresholds=list(thresholds), next_at=next_at)


async def record_in(
    session: AsyncSession, community_id: UUID, participant_id: UUID, name: str
) -> CommunityRecord:
    """Returns a person's record in one community."""
    year = func.extract("year", ServiceEntry.served_on)
    by_year = (
        select(year, func.count(), func.sum(ServiceEntry.minutes))
        .where(*confirmed_of(community_id, participant_id))
        .group_by(year)
        .order_by(year.desc())
    )
    years = [
        YearOut(year=int(one), services=many, minutes=minutes, hours=hours_of(minutes))
        for one, many, minutes in await session.execute(by_year)
    ]
    minutes = sum(one.minutes for one in years)
    scheme = await scheme_of(session, community_id)
    return CommunityRecord(
        community_id=community_id,
        community_name=name,
        services=sum(one.services for one in years),
        minutes=minutes,
        hours=hours_of(minutes),
        years=years,
        stars=stars_of(minutes, scheme.hours),
    )


async def record_across(session: AsyncSession, mine: Mapping[UUID, UUID]) -> ServiceRecordOut:
    """Returns a person's record in all their communities, each asked by itself."""
    names = await community_names(session, mine.keys())
    items = [
        await record_in(session, community_id, participant_id, names[community_id])
        for community_id, participant_id in sorted(mine.items())
    ]
    minutes = sum(one.minutes for one in items)
    return ServiceRecordOut(
        items=items,
        services=sum(one.services for one in items),
        minutes=minutes,
        hours=hours_of(minutes),
    )
