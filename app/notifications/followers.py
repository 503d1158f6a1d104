"""Followers: participants who get a message whenever a ticket, topic or activity moves."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Participant, ParticipantStatus
from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base, insert_once
from app.kernel.jobs.messages import Message
from app.kernel.privacy.at_rest import PointerAtRest
from app.notifications.inbox import notify
from app.notifications.subjects import Subject


class Follower(CommunityScoped, Base):
    """Participant who follows a subject. The subject has no foreign key, because it is a ticket, a
    topic or an activity, which features above own. The participant is sealed: only its author
    follows a private ticket."""

    __tablename__ = "followers"
    PRIVACY = "personal"
    subject_id: Mapped[UUID]
    person_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    person_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    person_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    participant_id = PointerAtRest("person_sealed", index="person_index")
    since: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("num_nonnulls(person_index, person_index_even) > 0", name="is_found"),
        Index(
            "uq_followers_once",
            *("community_id", "subject_id", "person_index"),
            unique=True,
        ),
        Index(
            "uq_followers_once_even",
            *("community_id", "subject_id", "person_index_even"),
            unique=True,
            postgresql_where=text("person_index_even IS NOT NULL"),
        ),
        Index("ix_followers_person", "community_id", "person_index"),
        Index(
            "ix_followers_person_even",
            *("community_id", "person_index_even"),
            postgresql_where=text("person_index_even IS NOT NULL"),
        ),
    )


async def follow(
    session: AsyncSession, community_id: UUID, subject_id: UUID, participant_id: UUID
) -> None:
    """Add a follower; one who follows already is left as they are."""
    if not await is_following(session, community_id, subject_id, participant_id):
        row = Follower(
            community_id=community_id,
            subject_id=subject_id,
            participant_id=participant_id,
            since=clock.now(),
        )
        await insert_once(session, row)


async def unfollow(
    session: AsyncSession, community_id: UUID, subject_id: UUID, participant_id: UUID
) -> None:
    await session.execute(
        delete(Follower).where(
            Follower.community_id == community_id,
            Follower.subject_id == subject_id,
            Follower.participant_id.matches(Follower, community_id, str(participant_id)),
        )
    )


async def unfollow_all(session: AsyncSession, community_id: UUID, participant_id: UUID) -> None:
    await session.execute(
        delete(Follower).where(
            Follower.community_id == community_id,
            Follower.participant_id.matches(Follower, community_id, str(participant_id)),
        )
    )


async def is_following(
    session: AsyncSession, community_id: UUID, subject_id: UUID, participant_id: UUID
) -> bool:
    query = (
        select(Follower.id)
        .filter_by(community_id=community_id, subject_id=subject_id)
        .where(Follower.participant_id.matches(Follower, community_id, str(participant_id)))
        .limit(1)
    )
    return await session.scalar(query) is not None


async def count_followers(session: AsyncSession, community_id: UUID, subject_id: UUID) -> int:
    query = (
        select(func.count())
        .select_from(Follower)
        .filter_by(community_id=community_id, subject_id=subject_id)
    )
    return await session.scalar(query) or 0


async def followers_of(session: AsyncSession, community_id: UUID, subject_id: UUID) -> list[UUID]:
    """Returns the participants who follow the subject, in the order in which they have begun. Who
    has left or is blocked follows nothing, also before the rows are gone."""
    query = (
        select(Follower)
        .filter_by(community_id=community_id, subject_id=subject_id)
        .order_by(Follower.id)
    )
    # Once each, also where two processes that know one index key each have both written a row.
    following = dict.fromkeys([row.participant_id for row in await session.scalars(query)])
    active = select(Participant.id).where(
        Participant.community_id == community_id,
        Participant.id.in_(following),
        Participant.status == ParticipantStatus.ACTIVE,
    )
    present = set(await session.scalars(active)) if following else set()
    return [person for person in following if person in present]


async def notify_followers(
    session: AsyncSession,
    community_id: UUID,
    subject: Subject,
    message: Message,
    *,
    excluding: Sequence[UUID] = (),
) -> None:
    """Write a message to all followers but those in `excluding`, who know or get another one."""
    following = await followers_of(session, community_id, subject.id)
    participants = [id_ for id_ in following if id_ not in excluding]
    notify(session, community_id, participants, message, subject=subject)
