"""Queries on service entries: confirmed minutes for those who build on them, lists, and what is
due."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.jobs.sweeps import DueRows
from app.service_records.models import (
    AnomalyKind,
    EntryStatus,
    Occasion,
    PendingEntry,
    ServiceAnomaly,
    ServiceEntry,
)


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


def entries_of_person(
    community_id: UUID, participant_id: UUID, status: EntryStatus | None, year: int | None
) -> Select[ServiceEntry]:
    """Selects the entries of a person, without those that reverse others."""
    query = select(ServiceEntry).where(
        ServiceEntry.community_id == community_id,
        ServiceEntry.participant_id == participant_id,
        ServiceEntry.reverses_id.is_(None),
    )
    if year is not None:
        query = query.where(
            ServiceEntry.starts_at >= clock.instant_of(date(year, 1, 1)),
            ServiceEntry.starts_at < clock.instant_of(date(year + 1, 1, 1)),
        )
    return query if status is None else query.where(ServiceEntry.status == status)


def entries_for_staff(
    community_id: UUID,
    status: EntryStatus | None,
    participant_id: UUID | None,
    occasion_id: UUID | None,
) -> Select[ServiceEntry, Participant]:
    """Selects the entries of a community with their people, also those that reverse others."""
    query = (
        select(ServiceEntry, Participant)
        .join(
            Participant,
            (Participant.community_id == community_id)
            & (Participant.id == ServiceEntry.participant_id),
        )
        .where(ServiceEntry.community_id == community_id)
    )
    if status is not None:
        query = query.where(ServiceEntry.status == status)
    if participant_id is not None:
        query = query.where(ServiceEntry.participant_id == participant_id)
    if occasion_id is not None:
        query = query.where(ServiceEntry.occasion_id == occasion_id)
    return query


def entries_in_notice(community_id: UUID) -> Select[ServiceEntry, Participant]:
    return entries_for_staff(community_id, EntryStatus.IN_NOTICE, None, None)


def anomalies_of(
    community_id: UUID, kind: AnomalyKind | None
) -> Select[ServiceAnomaly, Occasion, Participant]:
    """Selects noted facts with their occasion and, where they are about one, their person."""
    query = (
        select(ServiceAnomaly, Occasion, Participant)
        .join(
            Occasion,
            (Occasion.community_id == community_id) & (Occasion.id == ServiceAnomaly.occasion_id),
        )
        .outerjoin(
            Participant,
            (Participant.community_id == community_id)
            & (Participant.id == ServiceAnomaly.participant_id),
        )
        .where(ServiceAnomaly.community_id == community_id)
    )
    return query if kind is None else query.where(ServiceAnomaly.kind == kind)


def entries_to_confirm(now: datetime) -> DueRows:
    """Selects entries whose notice period is over."""
    return select(ServiceEntry.community_id, ServiceEntry.id, ServiceEntry.notice_ends_at).where(
        ServiceEntry.status == EntryStatus.IN_NOTICE, ServiceEntry.notice_ends_at <= now
    )


def presences_to_record(now: datetime) -> DueRows:
    """Selects presences whose occasion should be over by now."""
    return select(PendingEntry.community_id, PendingEntry.id, PendingEntry.due_at).where(
        PendingEntry.due_at <= now
    )
