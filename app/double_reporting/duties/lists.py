"""Statements of the lists of duties and duty days."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from app.communities.models import Participant
from app.double_reporting.duties.schemas import DutyDayQuery, DutyQuery, DutyWhen
from app.double_reporting.models import (
    LIVE_DUTY,
    Duty,
    DutyDay,
    Post,
    PostClaim,
    PostClaimStatus,
    ServiceDay,
)
from app.service_records.models import Attendance

ShownDuties = Select[Duty, DutyDay, Post, ServiceDay, Attendance]


def duties_shown(community_id: UUID) -> ShownDuties:
    """Selects duties with their days, what these are of, and the attendances."""
    return (
        select(Duty, DutyDay, Post, ServiceDay, Attendance)
        .join(DutyDay, _same(DutyDay, Duty.duty_day_id))
        .outerjoin(Post, _same(Post, DutyDay.post_id))
        .outerjoin(ServiceDay, _same(ServiceDay, DutyDay.service_day_id))
        .outerjoin(Attendance, _same(Attendance, Duty.id))
        .where(Duty.community_id == community_id)
    )


def _same(model: Any, id_: Any) -> ColumnElement[bool]:
    return and_(model.community_id == Duty.community_id, model.id == id_)


def duties_of_person(me: Participant, query: DutyQuery, now: datetime) -> ShownDuties:
    """Selects a participant's duties: those ahead or under way, or those that are over."""
    statement = duties_shown(me.community_id).where(Duty.participant_id == me.id)
    if query.status is not None:
        statement = statement.where(Duty.status == query.status)
    if query.when is DutyWhen.PAST:
        return statement.where(DutyDay.ends_at <= now)
    return statement.where(DutyDay.ends_at > now)


def days_for_staff(
    community_id: UUID, query: DutyDayQuery, now: datetime
) -> Select[DutyDay, str, str]:
    statement = (
        select(DutyDay, Post.title, ServiceDay.title)
        .outerjoin(
            Post, and_(Post.community_id == DutyDay.community_id, Post.id == DutyDay.post_id)
        )
        .outerjoin(
            ServiceDay,
            and_(
                ServiceDay.community_id == DutyDay.community_id,
                ServiceDay.id == DutyDay.service_day_id,
            ),
        )
        .where(DutyDay.community_id == community_id)
    )
    for column, value in (
        (DutyDay.post_id, query.post_id),
        (DutyDay.service_day_id, query.service_day_id),
        (DutyDay.status, query.status),
    ):
        statement = statement if value is None else statement.where(column == value)
    is_over = DutyDay.ends_at <= now
    return statement.where(is_over if query.when is DutyWhen.PAST else ~is_over)


def duties_of_day(day: DutyDay) -> Select[Duty, Participant, Attendance]:
    """Selects the duties of a day with their people and attendances."""
    return (
        select(Duty, Participant, Attendance)
        .join(Participant, _same(Participant, Duty.participant_id))
        .outerjoin(Attendance, _same(Attendance, Duty.id))
        .where(Duty.community_id == day.community_id, Duty.duty_day_id == day.id)
    )


def offers_to(
    me: Participant, now: datetime
) -> Select[Duty, DutyDay, Post, ServiceDay, Attendance, Participant]:
    """Selects the duties ahead that others of a person's posts ask them to take over, with who
    asks."""
    other = aliased(Duty)
    return (
        duties_shown(me.community_id)
        .add_columns(Participant)
        .join(Participant, _same(Participant, Duty.participant_id))
        .where(
            Duty.is_offered,
            Duty.participant_id != me.id,
            Duty.starts_at > now,
            or_(Duty.offered_to.is_(None), Duty.offered_to == me.id),
            exists().where(
                PostClaim.community_id == me.community_id,
                PostClaim.participant_id == me.id,
                PostClaim.post_id == DutyDay.post_id,
                PostClaim.status == PostClaimStatus.SERVING,
            ),
            ~exists().where(
                other.community_id == me.community_id,
                other.duty_day_id == Duty.duty_day_id,
                other.participant_id == me.id,
                other.status.in_(sorted(LIVE_DUTY)),
            ),
        )
    )
