"""Queries on duty days and duties."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.communities.models import Participant
from app.double_reporting.models import (
    LIVE_DUTY,
    Duty,
    DutyDay,
    DutyDayStatus,
    DutyStatus,
    Post,
    PostClaim,
    PostClaimStatus,
    PostStatus,
    ServiceDay,
    ServiceDayStatus,
)
from app.kernel import clock
from app.kernel.jobs.sweeps import DueRows
from app.service_records.models import Attendance, AttendanceStatus, Occasion

FILLED_AT_ONCE = 500
"""Duties that one transaction adds; the others follow in the next minute."""


def _is_asked(day: type[DutyDay] | DutyDay) -> ColumnElement[bool]:
    """The condition on claims whose people are to have a duty on the day: those in service on its
    post, or all of the community. Nobody who has asked to leave gets another one."""
    has_one = exists().where(
        Duty.community_id == day.community_id,
        Duty.duty_day_id == day.id,
        or_(
            Duty.claim_id == PostClaim.id,
            and_(
                Duty.participant_id == PostClaim.participant_id,
                Duty.status != DutyStatus.RELEASED,
            ),
        ),
    )
    return and_(
        PostClaim.community_id == day.community_id,
        PostClaim.status == PostClaimStatus.SERVING,
        # Named, because the day may stand two statements further out.
        ~has_one.correlate(PostClaim, DutyDay),
    )


def claims_without_duty(day: DutyDay) -> Select[PostClaim]:
    """Selects and locks the claims that are to get a duty on a locked day."""
    statement = select(PostClaim).where(_is_asked(day))
    if day.post_id is not None:
        statement = statement.where(PostClaim.post_id == day.post_id)
    ordered = statement.order_by(PostClaim.id).limit(FILLED_AT_ONCE)
    return ordered.with_for_update(key_share=True, skip_locked=True).execution_options(
        populate_existing=True
    )


def days_to_fill(now: datetime) -> DueRows:
    """Selects days ahead on which somebody who serves has no duty yet."""
    of_post = and_(
        DutyDay.post_id.is_not(None),
        exists().where(_is_asked(DutyDay), PostClaim.post_id == DutyDay.post_id),
    )
    of_community = and_(DutyDay.service_day_id.is_not(None), exists().where(_is_asked(DutyDay)))
    return select(DutyDay.community_id, DutyDay.id, DutyDay.starts_at).where(
        DutyDay.status == DutyDayStatus.PLANNED,
        DutyDay.starts_at > now,
        or_(of_post, of_community),
    )


def posts_to_plan(now: datetime, ahead: timedelta) -> DueRows:
    """Selects posts with a rule on which somebody serves, and whose dates end too soon."""
    horizon = clock.day_of(now + ahead)
    return select(Post.community_id, Post.id, Post.published_at).where(
        Post.duty_rule.is_not(None),
        Post.status != PostStatus.DRAFT,
        or_(Post.planned_until.is_(None), Post.planned_until < horizon),
        or_(Post.status == PostStatus.PUBLISHED, Post.ends_at > now),
        exists().where(
            PostClaim.community_id == Post.community_id,
            PostClaim.post_id == Post.id,
            PostClaim.status == PostClaimStatus.SERVING,
        ),
    )


def service_days_to_plan(now: datetime, ahead: timedelta) -> DueRows:
    horizon = clock.day_of(now + ahead)
    since = clock.instant_of(clock.day_of(now))
    return select(ServiceDay.community_id, ServiceDay.id, literal(since).label("due_at")).where(
        ServiceDay.status == ServiceDayStatus.OPEN,
        or_(ServiceDay.planned_until.is_(None), ServiceDay.planned_until < horizon),
    )


def days_over(now: datetime) -> DueRows:
    return select(DutyDay.community_id, DutyDay.id, DutyDay.ends_at).where(
        DutyDay.status == DutyDayStatus.PLANNED, DutyDay.ends_at <= now
    )


def days_ahead(community_id: UUID, source_id: UUID, now: datetime) -> Select[DutyDay]:
    """Selects and locks the days of a post or a service day that lie ahead."""
    return (
        select(DutyDay)
        .where(
            DutyDay.community_id == community_id,
            or_(DutyDay.post_id == source_id, DutyDay.service_day_id == source_id),
            DutyDay.status == DutyDayStatus.PLANNED,
            DutyDay.starts_at > now,
        )
        .order_by(DutyDay.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def invited_on(day: DutyDay) -> Select[Duty]:
    """Selects and locks the invitations of a locked day that nobody has answered."""
    return live_duties_on(day).where(Duty.status == DutyStatus.INVITED)


def live_duties_on(day: DutyDay) -> Select[Duty]:
    """Selects and locks the live duties of a locked day."""
    return (
        select(Duty)
        .where(
            Duty.community_id == day.community_id,
            Duty.duty_day_id == day.id,
            Duty.status.in_(sorted(LIVE_DUTY)),
        )
        .order_by(Duty.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def duties_ahead(claim: PostClaim, now: datetime) -> Select[Duty]:
    """Selects and locks the live duties of a locked claim that have not begun."""
    return (
        select(Duty)
        .where(
            Duty.community_id == claim.community_id,
            Duty.claim_id == claim.id,
            Duty.starts_at > now,
            Duty.status.in_(sorted(LIVE_DUTY)),
        )
        .order_by(Duty.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


async def overlapping(
    session: AsyncSession,
    community_id: UUID,
    participant_id: UUID,
    starts_at: datetime,
    ends_at: datetime,
    *,
    but: Collection[UUID] = (),
) -> list[tuple[str, datetime, datetime, UUID]]:
    """Returns title, times and id of the other occasions, shifts and duties alike, at which the
    participant is expected or present at that time."""
    rows = await session.execute(
        select(Occasion.title, Occasion.starts_at, Occasion.ends_at, Occasion.id)
        .join(
            Attendance,
            and_(
                Attendance.community_id == Occasion.community_id,
                Attendance.occasion_id == Occasion.id,
            ),
        )
        .where(
            Occasion.community_id == community_id,
            Attendance.community_id == community_id,
            Attendance.participant_id == participant_id,
            Attendance.status.in_([AttendanceStatus.EXPECTED, AttendanceStatus.PRESENT]),
            Occasion.starts_at < ends_at,
            Occasion.ends_at > starts_at,
            Occasion.id.not_in(but),
        )
        .order_by(Occasion.starts_at, Occasion.id)
    )
    return [(title, begin, end, id_) for title, begin, end, id_ in rows]


def colleagues(duty: Duty, day: DutyDay) -> Select[Participant]:
    """Selects who else serves on the post and has no live duty on the day."""
    other = aliased(Duty)
    return (
        select(Participant)
        .join(
            PostClaim,
            and_(
                PostClaim.community_id == Participant.community_id,
                PostClaim.participant_id == Participant.id,
            ),
        )
        .where(
            Participant.community_id == duty.community_id,
            PostClaim.community_id == duty.community_id,
            PostClaim.post_id == day.post_id,
            PostClaim.status == PostClaimStatus.SERVING,
            Participant.id != duty.participant_id,
            ~exists().where(
                other.community_id == duty.community_id,
                other.duty_day_id == day.id,
                other.participant_id == Participant.id,
                other.status.in_(sorted(LIVE_DUTY)),
            ),
        )
    )
