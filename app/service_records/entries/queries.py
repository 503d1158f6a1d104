"""Confirmed minutes, for those who build on them: points, certificates, and appraisals."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.service_records.models import EntryStatus, ServiceEntry


def confirmed_of(
    community_id: UUID, participant_id: UUID, year: int | None = None
) -> list[ColumnElement[bool]]:
    """Returns the conditions of the entries that count for a person. One that was reversed does
    not, nor does the entry that reverses it."""
    conditions = [
        ServiceEntry.community_id == community_id,
        ServiceEntry.participant_id == participant_id,
        ServiceEntry.status == EntryStatus.CONFIRMED,
    ]
    if year is not None:
        conditions += [
            ServiceEntry.served_on >= date(year, 1, 1),
            ServiceEntry.served_on <= date(year, 12, 31),
        ]
    return conditions


async def confirmed_minutes(
    session: AsyncSession, community_id: UUID, participant_id: UUID, *, year: int | None = None
) -> int:
    """Returns the confirmed minutes of a person, of one year of service or of all."""
    total = select(func.sum(ServiceEntry.minutes)).where(
        *confirmed_of(community_id, participant_id, year)
    )
    return await session.scalar(total) or 0


async def confirmed_entries(
    session: AsyncSession, community_id: UUID, participant_id: UUID, *, year: int | None = None
) -> Sequence[ServiceEntry]:
    """Returns the confirmed entries of a person, in the order of their service."""
    entries = (
        select(ServiceEntry)
        .where(*confirmed_of(community_id, participant_id, year))
        .order_by(ServiceEntry.starts_at, ServiceEntry.id)
    )
    return (await session.scalars(entries)).all()
