"""Changes of occasions. The feature of the shift or of the duty calls them in its transaction, with
its own row locked; an occasion is locked after that row and before its attendances."""

from datetime import datetime
from os import urandom
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import lock
from app.service_records.attendances.service import end_attendances
from app.service_records.models import Occasion, OccasionStatus
from app.service_records.sources import Source

CODE_KEY_BYTES = 32


async def open_occasion(
    session: AsyncSession,
    community_id: UUID,
    occasion_id: UUID,
    source: Source,
    *,
    starts_at: datetime,
    ends_at: datetime,
) -> Occasion:
    """Opens the occasion of a new shift or duty day, under its id and with a key of its own."""
    occasion = Occasion(
        community_id=community_id,
        id=occasion_id,
        kind=source.kind,
        source_id=source.id,
        title=source.title,
        address=source.address,
        starts_at=starts_at,
        ends_at=ends_at,
        gcj02_longitude=source.point and source.point.longitude,
        gcj02_latitude=source.point and source.point.latitude,
        status=OccasionStatus.OPEN,
        code_key=urandom(CODE_KEY_BYTES),
    )
    session.add(occasion)
    await session.flush()  # Attendances may point to it from statements of a hot lane.
    return occasion


async def change_occasion(
    session: AsyncSession,
    community_id: UUID,
    occasion_id: UUID,
    *,
    starts_at: datetime,
    ends_at: datetime,
) -> None:
    """Moves an occasion with its shift or duty day. Attendances stay, and are judged by it as it
    stands."""
    occasion = await _locked(session, community_id, occasion_id)
    if occasion is not None:
        occasion.starts_at, occasion.ends_at = starts_at, ends_at


async def describe_occasions(session: AsyncSession, community_id: UUID, source: Source) -> None:
    """Gives the open occasions of an activity or a post its present title and place. Those that
    are over keep theirs. The caller has the source locked."""
    locked = (
        select(Occasion)
        .where(
            Occasion.community_id == community_id,
            Occasion.source_id == source.id,
            Occasion.status == OccasionStatus.OPEN,
        )
        .order_by(Occasion.id)
        .with_for_update(key_share=True)
    )
    for occasion in await session.scalars(locked):
        occasion.title, occasion.address = source.title, source.address
        occasion.gcj02_longitude = source.point and source.point.longitude
        occasion.gcj02_latitude = source.point and source.point.latitude


async def cancel_occasion(session: AsyncSession, community_id: UUID, occasion_id: UUID) -> None:
    """Cancels an occasion, and releases whom it expects; who has checked in was there until now."""
    occasion = await _locked(session, community_id, occasion_id)
    if occasion is not None:
        occasion.cancel()
        await end_attendances(session, community_id, occasion_id, clock.now())


async def end_occasion(session: AsyncSession, community_id: UUID, occasion_id: UUID) -> None:
    """Ends an occasion whose time is over."""
    occasion = await _locked(session, community_id, occasion_id)
    if occasion is not None and occasion.is_open:
        occasion.end()


async def _locked(session: AsyncSession, community_id: UUID, occasion_id: UUID) -> Occasion | None:
    """Returns the locked occasion; None for a shift that an earlier version has added."""
    key = {"community_id": community_id, "id": occasion_id}
    occasion = await session.get(Occasion, key)
    if occasion is not None:
        await lock(session, occasion)
    return occasion
