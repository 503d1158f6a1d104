"""Selects on opinions."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, func, or_, select

from app.communities.models import Participant
from app.consultations.models import (
    Endorsement,
    Opinion,
    OpinionReport,
    OpinionStatus,
    Topic,
)
from app.consultations.opinions.schemas import ModerationQuery, OpinionQuery

IS_TO_READ = or_(Opinion.status == OpinionStatus.IN_REVIEW, Opinion.reports > 0)
"""The condition on opinions that wait for a worker: only shown ones have open reports."""


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


def shown_to(
    statement: Select[Opinion, Participant], reader: Participant | None
) -> Select[Opinion, Participant]:
    """Confines the opinions to those that everybody may read, and the reader's own that wait."""
    is_shown = Opinion.status == OpinionStatus.PASSED
    if reader is None:
        return statement.where(is_shown)
    is_mine = (Opinion.participant_id == reader.id) & (Opinion.status == OpinionStatus.IN_REVIEW)
    return statement.where(or_(is_shown, is_mine))


def in_community(community_id: UUID, query: ModerationQuery) -> Select[Opinion, Participant, Topic]:
    """Selects the opinions of a community that match the query, with authors and topics."""
    statement = (
        select(Opinion, Participant, Topic)
        .join(
            Participant,
            (Participant.community_id == Opinion.community_id)
            & (Participant.id == Opinion.participant_id),
        )
        .join(Topic, (Topic.community_id == Opinion.community_id) & (Topic.id == Opinion.topic_id))
        .where(
            Opinion.community_id == community_id,
            Participant.community_id == community_id,
            Topic.community_id == community_id,
        )
    )
    if query.status is not None:
        statement = statement.where(Opinion.status == query.status)
    if query.is_to_read is not None:
        statement = statement.where(IS_TO_READ if query.is_to_read else ~IS_TO_READ)
    return statement


def reported_by(
    community_id: UUID, participant_id: UUID, opinions: Collection[UUID]
) -> Select[UUID]:
    """Selects the ids of those of the opinions that somebody has reported."""
    return select(OpinionReport.opinion_id).where(
        OpinionReport.community_id == community_id,
        OpinionReport.participant_id == participant_id,
        OpinionReport.opinion_id.in_(opinions),
    )


def reasons_of(community_id: UUID, opinions: Collection[UUID]) -> Select[OpinionReport]:
    """Selects the reports of the opinions, oldest first, at most 500."""
    return (
        select(OpinionReport)
        .where(OpinionReport.community_id == community_id, OpinionReport.opinion_id.in_(opinions))
        .order_by(OpinionReport.id)
        .limit(500)
    )


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
