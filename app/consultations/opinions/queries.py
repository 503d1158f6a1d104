"""Selects on opinions."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, func, select

from app.communities.models import Participant
from app.consultations.models import Endorsement, Opinion, OpinionStatus, Topic
from app.consultations.opinions.schemas import OpinionQuery


def on_topic(
    topic: Topic, query: OpinionQuery, status: OpinionStatus | None
) -> Select[Opinion, Participant]:
    """Opinions on a topic that match the query, with their authors."""
    statement = (
        select(Opinion, Participant)
        .join(
            Participant,
            (Participant.community_id == topic.community_id)
            & (Participant.id == Opinion.participant_id),
        )
        .where(
            Opinion.community_id == topic.community_id,
            Opinion.topic_id == topic.id,
        )
    )
    if status is not None:
        statement = statement.where(Opinion.status == status)
    if query.stance is not None:
        statement = statement.where(Opinion.stance == query.stance)
    if query.reply_to is not None:
        statement = statement.where(Opinion.reply_to == query.reply_to)
    return statement


def endorsed_by(
    community_id: UUID, participant_id: UUID, opinions: Collection[UUID]
) -> Select[UUID]:
    """Ids of those of the opinions that somebody has endorsed."""
    return select(Endorsement.opinion_id).where(
        Endorsement.community_id == community_id,
        Endorsement.participant_id == participant_id,
        Endorsement.opinion_id.in_(opinions),
    )


def opinions_of(topic: Topic, participant_id: UUID) -> Select[int]:
    """Number of opinions and replies of one person on the topic, in whatever state."""
    return (
        select(func.count())
        .select_from(Opinion)
        .where(
            Opinion.community_id == topic.community_id,
            Opinion.topic_id == topic.id,
            Opinion.participant_id == participant_id,
        )
    )
