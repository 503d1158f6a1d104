"""Selects on topics."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from app.communities.models import Channel, Participant
from app.consultations.models import (
    AWAITING_ANSWER,
    Ballot,
    BallotStatus,
    Topic,
    TopicNote,
    TopicSecond,
)
from app.consultations.residents import are_counted
from app.consultations.scope import concern, households_in
from app.consultations.topics.schemas import StaffTopicQuery, TopicQuery
from app.kernel.database.search_terms import query_terms


def residents_of(community_id: UUID, place_id: UUID | None = None) -> Select[int]:
    """Number of active residents of a place whose residence is verified; None is the whole
    community."""
    statement = select(func.count()).select_from(Participant).where(*are_counted(community_id))
    if place_id is None:
        return statement
    return statement.where(Participant.household_id.in_(households_in(community_id, place_id)))


def _named(community_id: UUID) -> Select[Topic, Participant | None]:
    """Topics, each with who raised it, or None."""
    return (
        select(Topic, Participant)
        .outerjoin(
            Participant,
            (Participant.community_id == community_id) & (Participant.id == Topic.participant_id),
        )
        .where(Topic.community_id == community_id)
    )


def readable(
    community_id: UUID, reader: UUID | None, query: TopicQuery
) -> Select[Topic, Participant | None]:
    """Public topics and the reader's own that match the query."""
    statement = _named(community_id)
    if query.mine:
        statement = statement.where(Topic.participant_id == reader)
    elif reader is None:
        statement = statement.where(Topic.opened_at.is_not(None))
    else:
        statement = statement.where(Topic.opened_at.is_not(None) | (Topic.participant_id == reader))
    if query.status is not None:
        statement = statement.where(Topic.status == query.status)
    if query.q is not None:
        statement = statement.where(Topic.search_grams.contains(query_terms(query.q)))
    return statement


def queue(
    community_id: UUID,
    query: StaffTopicQuery,
    now: datetime,
    within: Collection[UUID] | None = None,
) -> Select[Topic, Participant | None]:
    """All topics that match the query, with who raised them; or those that concern the places."""
    statement = _named(community_id)
    if within is not None:
        statement = statement.where(concern(community_id, within))
    if query.status is not None:
        statement = statement.where(Topic.status == query.status)
    if query.is_overdue is not None:
        is_late = overdue(now)
        statement = statement.where(is_late if query.is_overdue else ~is_late)
    if query.q is not None:
        statement = statement.where(Topic.search_grams.contains(query_terms(query.q)))
    return statement


def overdue(now: datetime) -> ColumnElement[bool]:
    return Topic.status.in_(sorted(AWAITING_ANSWER)) & (Topic.answer_due_at <= now)


def ballots_of(community_id: UUID, topic_ids: Collection[UUID]) -> Select[Ballot]:
    """The ballots of several topics that residents see: announced, and not annulled."""
    return select(Ballot).where(
        Ballot.community_id == community_id,
        Ballot.topic_id.in_(topic_ids),
        Ballot.status.not_in([BallotStatus.DRAFT, BallotStatus.ANNULLED]),
    )


def history_of(topic: Topic) -> Select[TopicNote]:
    return (
        select(TopicNote)
        .where(TopicNote.community_id == topic.community_id, TopicNote.topic_id == topic.id)
        .order_by(TopicNote.id)
    )


def second_by(topic: Topic, participant_id: UUID | None) -> Select[TopicSecond]:
    return select(TopicSecond).filter_by(
        community_id=topic.community_id, topic_id=topic.id, participant_id=participant_id
    )


def second_of(topic: Topic, participant_id: UUID) -> Select[UUID]:
    return select(TopicSecond.id).filter_by(
        community_id=topic.community_id, topic_id=topic.id, participant_id=participant_id
    )


def awaiting_of(community_id: UUID, participant_id: UUID) -> Select[int]:
    """Number of topics of one person that wait for an answer."""
    return (
        select(func.count())
        .select_from(Topic)
        .where(
            Topic.community_id == community_id,
            Topic.participant_id == participant_id,
            Topic.status.in_(sorted(AWAITING_ANSWER)),
        )
    )


def are_unconfirmed() -> tuple[ColumnElement[bool], ...]:
    """Conditions of the seconds that the desk has entered and nobody has confirmed."""
    return TopicSecond.channel != Channel.SELF, TopicSecond.confirmed_at.is_(None)


def unconfirmed_seconds(topic: Topic) -> Select[TopicSecond, Participant]:
    """Seconds that the desk has entered and nobody has confirmed, with whose they are."""
    return (
        select(TopicSecond, Participant)
        .join(
            Participant,
            (Participant.community_id == topic.community_id)
            & (Participant.id == TopicSecond.participant_id),
        )
        .where(
            TopicSecond.community_id == topic.community_id,
            TopicSecond.topic_id == topic.id,
            *are_unconfirmed(),
        )
    )
