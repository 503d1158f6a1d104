"""Queries on leaders."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.service_records.models import (
    CHECKED_IN,
    LIVE,
    ROSTER_CLOSES_AFTER,
    Attendance,
    Leader,
    Occasion,
)


def leaders_of(community_id: UUID, source_id: UUID) -> Select[Leader, Participant]:
    """Selects the leaders of an activity or a post with their participants, as they were named."""
    return (
        select(Leader, Participant)
        .join(
            Participant,
            (Participant.community_id == community_id) & (Participant.id == Leader.participant_id),
        )
        .where(Leader.community_id == community_id, Leader.source_id == source_id)
        .order_by(Leader.id)
    )


async def leads(session: AsyncSession, occasion: Occasion, person: Participant) -> bool:
    """Returns whether the person is a leader of the occasion's activity or post."""
    leader = select(Leader.id).filter_by(
        community_id=occasion.community_id,
        source_id=occasion.source_id,
        participant_id=person.id,
    )
    return await session.scalar(leader) is not None


def occasions_led_by(me: Participant, now: datetime) -> Select[Occasion]:
    """Selects the occasions that a participant leads and that are not long over."""
    led = select(Leader.source_id).where(
        Leader.community_id == me.community_id, Leader.participant_id == me.id
    )
    return select(Occasion).where(
        Occasion.community_id == me.community_id,
        Occasion.source_id.in_(led),
        Occasion.ends_at > now - ROSTER_CLOSES_AFTER,
    )


def counts_at(community_id: UUID, occasion_ids: Sequence[UUID]) -> Select[UUID, int, int]:
    """Selects for each occasion how many are or were expected, and how many have checked in."""
    return (
        select(
            Attendance.occasion_id,
            func.count(),
            func.count().filter(Attendance.status.in_(sorted(CHECKED_IN))),
        )
        .where(
            Attendance.community_id == community_id,
            Attendance.occasion_id.in_(occasion_ids),
            Attendance.status.in_(sorted(LIVE)),
        )
        .group_by(Attendance.occasion_id)
    )
