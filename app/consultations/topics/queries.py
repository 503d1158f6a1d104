"""Selects on topics."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.consultations.models import AWAITING_ANSWER, Topic, TopicNote, TopicSecond
from app.consultations.topics.schemas import StaffTopicQuery, TopicQuery
from app.kernel.database.search_terms import query_terms


def residents_of(community_id: UUID) -> Select[int]:
    """How many verified and active residents there are."""
    return (
        select(func.count())
        .select_from(Participant)
        .where(
            Participant.community_id == community_id,
            Participant.kind == ParticipantKind.RESIDENT,
            Participant.status == ParticipantStatus.ACTIVE,
        )
    )


def _named(community_id: UUID) -> Select[Topic, str | None]:
    """With the display name of who has raised each."""
    return (
        select(Topic, Participant.display_name)
        .outerjoin(
            Participant,
            (Participant.community_id == community_id) & (Participant.id == Topic.participant_id),
        )
        .where(Topic.community_id == community_id)
    )


def readable(
    community_id: UUID, reader: UUID | None, query: TopicQuery
) -> Select[Topic, str | None]:
    """Public topics and the reader's own."""
    wanted = _named(community_id)
    if query.mine:
        wanted = wanted.where(Topic.participant_id == reader)
    elif reader is None:
        wanted = wanted.where(Topic.opened_at.is_not(None))
    else:
        wanted = wanted.where(Topic.opened_at.is_not(None) | (Topic.participant_id == reader))
    if query.status is not None:
        wanted = wanted.where(Topic.status == query.status)
    if query.q is not None:
        wanted = wanted.where(Topic.search_grams.contains(query_terms(query.q)))
    return wanted


def queue(community_id: UUID, query: StaffTopicQuery, now: datetime) -> Select[Topic, str | None]:
    """All topics that the query asks for."""
    wanted = _named(community_id)
    if query.status is not None:
        wanted = wanted.where(Topic.status == query.status)
    if query.is_overdue is not None:
        late = overdue(now)
        wanted = wanted.where(late if query.is_overdue else ~late)
    if query.q is not None:
        wanted = wanted.where(Topic.search_grams.contains(query_terms(query.q)))
    return wanted


def overdue(now: datetime) -> ColumnElement[bool]:
    return Topic.status.in_(sorted(AWAITING_ANSWER)) & (Topic.answer_due_at <= now)


def history_of(topic: Topic) -> Select[TopicNote]:
    return (
        select(TopicNote)
        .where(TopicNote.community_id == topic.community_id, TopicNote.topic_id == topic.id)
        .order_by(TopicNote.id)
    )


def second_of(topic: Topic, participant_id: UUID) -> Select[UUID]:
    return select(TopicSecond.id).filter_by(
        community_id=topic.community_id, topic_id=topic.id, participant_id=participant_id
    )
