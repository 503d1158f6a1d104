"""Followers: participants who get a message whenever a ticket, topic or activity moves."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, uuid7, within
from app.kernel.database.engine import Base
from app.kernel.jobs.messages import Message
from app.notifications.inbox import notify


class Follower(CommunityScoped, Base):
    """Participant who follows a subject. The subject has no foreign key, because it is a ticket, a
    topic or an activity, which features above own."""

    __tablename__ = "followers"
    PRIVACY = "personal"
    subject_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    since: Mapped[datetime]

    __table_args__ = (
        within("participants", "participant_id"),
        Index(
            "uq_followers_once",
            *("community_id", "subject_id", "participant_id"),
            unique=True,
        ),
        Index("ix_followers_mine", "community_id", "participant_id"),
    )


async def follow(
    session: AsyncSession, community_id: UUID, subject_id: UUID, participant_id: UUID
) -> None:
    """Add a follower; one who follows already is left as they are."""
    row = {
        "community_id": community_id,
        "id": uuid7(),
        "subject_id": subject_id,
        "participant_id": participant_id,
        "since": clock.now(),
    }
    await session.execute(insert(Follower).values(row).on_conflict_do_nothing())


async def unfollow(
    session: AsyncSession, community_id: UUID, subject_id: UUID, participant_id: UUID
) -> None:
    await session.execute(
        delete(Follower).where(
            Follower.community_id == community_id,
            Follower.subject_id == subject_id,
            Follower.participant_id == participant_id,
        )
    )


async def is_following(
    session: AsyncSession, community_id: UUID, subject_id: UUID, participant_id: UUID
) -> bool:
    query = select(Follower.id).filter_by(
        community_id=community_id, subject_id=subject_id, participant_id=participant_id
    )
    return await session.scalar(query) is not None


async def count_followers(session: AsyncSession, community_id: UUID, subject_id: UUID) -> int:
    query = (
        select(func.count())
        .select_from(Follower)
        .filter_by(community_id=community_id, subject_id=subject_id)
    )
    return await session.scalar(query) or 0


async def notify_followers(
    session: AsyncSession,
    community_id: UUID,
    subject_id: UUID,
    message: Message,
    *,
    excluding: Sequence[UUID] = (),
) -> None:
    """Write a message to all followers but those in `excluding`, who know or get another one."""
    query = (
        select(Follower.participant_id)
        .filter_by(community_id=community_id, subject_id=subject_id)
        .order_by(Follower.participant_id)
    )
    participants = [id_ for id_ in await session.scalars(query) if id_ not in excluding]
    notify(session, community_id, participants, message)
