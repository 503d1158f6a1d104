"""Plans duty days some weeks ahead, and who serves on them: exactly one duty a claim and date."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.duties.queries import claims_without_duty, invited_on
from app.double_reporting.events import DutyInvited
from app.double_reporting.models import (
    Duty,
    DutyDay,
    DutyDayStatus,
    DutyStatus,
    Post,
    PostClaim,
    PostStatus,
    ServiceDay,
    ServiceDayStatus,
)
from app.kernel import clock
from app.kernel.database.engine import insert_once, lock
from app.kernel.jobs.events import emit
from app.kernel.recurrence import Recurrence
from app.service_records.attendances.service import expect, release
from app.service_records.models import Attendance, AttendanceStatus, OccasionKind
from app.service_records.occasions.service import end_occasion, open_occasion
from app.service_records.sources import Source

PLANNED_AHEAD = timedelta(days=28)
"""People see their dates of the next four weeks."""
MAX_DATES = 60


def span_of(day: date, at: str, minutes: int) -> tuple[datetime, datetime]:
    """Returns when a duty of that time of day begins and ends on a day."""
    starts_at = clock.instant_of(day, time.fromisoformat(at))
    return starts_at, starts_at + timedelta(minutes=minutes)


async def plan_post(session: AsyncSession, post: Post, now: datetime) -> None:
    """Plans the next dates of a post that has a rule, up to its last day. Locks the post, whose
    schedule cannot become another's meanwhile."""
    await lock(session, post)
    if post.duty_rule is None or post.status is PostStatus.DRAFT or post.is_over(now):
        return
    first = post.from_on or clock.day_of(post.published_at or now)
    days = _dates(post.duty_rule, first, post.planned_until, post.until_on, now)
    for day in days:
        starts_at, ends_at = span_of(day, post.duty_time or "", post.duty_minutes or 0)
        row = DutyDay(post_id=post.id, **_columns(post.community_id, day, starts_at, ends_at))
        await _open(session, row, post.title, now)
    post.planned_until = clock.day_of(now + PLANNED_AHEAD)


async def plan_service_day(session: AsyncSession, service_day: ServiceDay, now: datetime) -> None:
    """Plans the next dates of a service day, whose row it locks."""
    await lock(session, service_day)
    if service_day.status is not ServiceDayStatus.OPEN:
        return
    days = _dates(
        service_day.rule,
        service_day.first_on,
        service_day.planned_until,
        service_day.until_on,
        now,
    )
    for day in days:
        starts_at, ends_at = span_of(day, service_day.time, service_day.minutes)
        columns = _columns(service_day.community_id, day, starts_at, ends_at)
        row = DutyDay(service_day_id=service_day.id, **columns)
        await _open(session, row, service_day.title, now)
    service_day.planned_until = clock.day_of(now + PLANNED_AHEAD)


def _dates(
    rule: str, first: date, planned_until: date | None, until: date | None, now: datetime
) -> list[date]:
    """Returns the dates of the rule that are not planned yet, as far as people are to see them."""
    yesterday = clock.day_of(now) - timedelta(days=1)
    after = max(planned_until or yesterday, yesterday)
    horizon = clock.day_of(now + PLANNED_AHEAD)
    last = horizon if until is None else min(until, horizon)
    days = Recurrence.parse(rule).dates(first, after, MAX_DATES)
    return [day for day in days if day <= last]


def _columns(
    community_id: UUID, day: date, starts_at: datetime, ends_at: datetime
) -> dict[str, object]:
    return {
        **{"community_id": community_id, "day": day, "status": DutyDayStatus.PLANNED},
        **{"starts_at": starts_at, "ends_at": ends_at},
    }


async def _open(session: AsyncSession, day: DutyDay, title: str, now: datetime) -> None:
    """Adds a day that lies ahead, with its occasion, unless it is there."""
    if day.starts_at > now and await insert_once(session, day):
        source = Source(OccasionKind.DUTY, day.source_id, title)
        times = {"starts_at": day.starts_at, "ends_at": day.ends_at}
        await open_occasion(session, day.community_id, day.id, source, **times)


async def fill(session: AsyncSession, day: DutyDay, now: datetime) -> None:
    """Gives a duty to each claim in service that has none on the day, or invites its person where
    the day is the community's. A claim that somebody else has locked is given its own later: it
    may be about to end."""
    await lock(session, day)
    if not day.is_planned or day.starts_at <= now:
        return
    claims = (await session.scalars(claims_without_duty(day))).all()
    duties = [_duty(day, claim) for claim in _one_a_person(claims)]
    session.add_all(duties)
    await session.flush()
    for duty in duties:
        await expect(
            session,
            day.community_id,
            attendance_id=duty.id,
            occasion_id=day.id,
            participant_id=duty.participant_id,
            is_voluntary=day.is_of_community,
        )
        if day.is_of_community:
            emit(session, day.community_id, DutyInvited(duty_id=duty.id))


def _one_a_person(claims: Sequence[PostClaim]) -> list[PostClaim]:
    """Leaves one claim of a person who serves on several posts."""
    return list({claim.participant_id: claim for claim in claims}.values())


def _duty(day: DutyDay, claim: PostClaim) -> Duty:
    status = DutyStatus.INVITED if day.is_of_community else DutyStatus.PLANNED
    return Duty(
        community_id=day.community_id,
        duty_day_id=day.id,
        claim_id=claim.id,
        participant_id=claim.participant_id,
        starts_at=day.starts_at,
        status=status,
    )


async def end_day(session: AsyncSession, day: DutyDay, now: datetime) -> None:
    """Ends a day that is over. An invitation that nobody has answered is no absence."""
    await lock(session, day)
    if not day.is_planned or day.ends_at > now:
        return
    day.end()
    await end_occasion(session, day.community_id, day.id)
    for duty in await session.scalars(invited_on(day)):
        key = {"community_id": day.community_id, "id": duty.id}
        attendance = await session.get(Attendance, key)
        if attendance is not None and attendance.status is AttendanceStatus.EXPECTED:
            duty.release()
            await release(session, day.community_id, duty.id)
