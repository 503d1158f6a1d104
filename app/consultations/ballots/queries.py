"""Selects on ballots."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant
from app.consultations.ballots.schemas import BallotQuery
from app.consultations.models import (
    Ballot,
    BallotStatus,
    ElectoralRollEntry,
    RollStatus,
    RollVoter,
    Topic,
    Vote,
)

HIDDEN = (BallotStatus.DRAFT, BallotStatus.ANNULLED)


def current_of(community_id: UUID, topic_id: UUID) -> Select[Ballot]:
    """The ballot of a topic that residents see: announced, and not annulled."""
    return select(Ballot).where(
        Ballot.community_id == community_id,
        Ballot.topic_id == topic_id,
        Ballot.status.not_in(HIDDEN),
    )


def live_of(community_id: UUID, topic_id: UUID) -> Select[Ballot]:
    """The ballot of a topic that staff see: also a draft, but none that is annulled."""
    return select(Ballot).where(
        Ballot.community_id == community_id,
        Ballot.topic_id == topic_id,
        Ballot.status != BallotStatus.ANNULLED,
    )


def for_staff(community_id: UUID, query: BallotQuery) -> Select[Ballot]:
    statement = select(Ballot).where(Ballot.community_id == community_id)
    if query.status is not None:
        statement = statement.where(Ballot.status == query.status)
    if query.topic_id is not None:
        statement = statement.where(Ballot.topic_id == query.topic_id)
    return statement


def voter_status_of(ballot: Ballot, me: Participant) -> Select[RollStatus, UUID | None]:
    """Status of the roll entry that somebody may vote for, and who has cast its vote; no row for
    others."""
    return (
        select(ElectoralRollEntry.status, Vote.cast_by)
        .join(
            RollVoter,
            (RollVoter.community_id == ballot.community_id)
            & (RollVoter.roll_entry_id == ElectoralRollEntry.id),
        )
        .outerjoin(
            Vote,
            (Vote.community_id == ballot.community_id) & (Vote.id == ElectoralRollEntry.id),
        )
        .where(
            ElectoralRollEntry.community_id == ballot.community_id,
            RollVoter.ballot_id == ballot.id,
            RollVoter.participant_id == me.id,
        )
    )


def titles_of(community_id: UUID, topic_ids: Collection[UUID]) -> Select[UUID, str]:
    """Selects the titles of topics, by their ids."""
    return select(Topic.id, Topic.title).where(
        Topic.community_id == community_id, Topic.id.in_(topic_ids)
    )
