"""Changes to service days of the community, and lists of them. Their dates never become others:
another service day asks everybody anew."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.double_reporting.duties.planning import span_of
from app.double_reporting.duties.queries import days_ahead, live_duties_on
from app.double_reporting.duties.service import cancel_ahead
from app.double_reporting.events import DutyDayMoved
from app.double_reporting.models import (
    DutyDay,
    DutyStatus,
    ServiceDay,
    ServiceDayStatus,
)
from app.double_reporting.service_days.schemas import (
    RuleInWords,
    ServiceDayIn,
    ServiceDayOut,
    ServiceDayQuery,
    ServiceDayWords,
    StaffServiceDay,
)
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.recurrence import Recurrence
from app.kernel.recurrence_words import in_words
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, PageQuery, newest_first, paginate
from app.service_records.attendances.service import note_promise
from app.service_records.models import OccasionKind
from app.service_records.occasions.service import change_occasion, describe_occasions
from app.service_records.sources import Source

RULE_ENDED = "该社区服务日已停办"


async def announce(session: AsyncSession, body: ServiceDayIn, *, by: Staff) -> ServiceDay:
    """Announces a service day, whose dates are planned by a sweep. Raises RecurrenceRefused for a
    rule that is not understood."""
    values = body.model_dump() | {"rule": str(Recurrence.parse(body.rule))}
    service_day = ServiceDay(
        community_id=by.community_id, **values, status=ServiceDayStatus.OPEN, version=1
    )
    session.add(service_day)
    record(session, by, "service_day.announced", service_day)
    return service_day


async def revise(
    session: AsyncSession, service_day: ServiceDay, body: ServiceDayWords, tag: str, *, by: Staff
) -> ServiceDay:
    """Replaces words, place and time. Where place or time become others, everybody who was to come
    is told, and who had accepted is asked anew."""
    await lock(session, service_day)
    require_version(service_day, tag)
    service_day.require_in({ServiceDayStatus.OPEN}, wanted=ServiceDayStatus.OPEN)
    values = body.model_dump()
    has_moved = any(
        values[name] != getattr(service_day, name) for name in ("place", "time", "minutes")
    )
    for name, value in values.items():
        setattr(service_day, name, value)
    service_day.version += 1
    await describe_occasions(
        session,
        service_day.community_id,
        Source(OccasionKind.DUTY, service_day.id, service_day.title),
    )
    if has_moved:
        await _move_ahead(session, service_day, clock.now())
    record(session, by, "service_day.revised", service_day)
    return service_day


async def _move_ahead(session: AsyncSession, service_day: ServiceDay, now: datetime) -> None:
    ahead = days_ahead(service_day.community_id, service_day.id, now)
    for day in (await session.scalars(ahead)).all():
        await _move(session, service_day, day, now)


async def _move(
    session: AsyncSession, service_day: ServiceDay, day: DutyDay, now: datetime
) -> None:
    """Moves one date to the present time of day, unless that is over, and asks anew who has
    accepted."""
    before = (day.starts_at, day.ends_at)
    starts_at, ends_at = span_of(day.day, service_day.time, service_day.minutes)
    if starts_at <= now:
        return
    day.starts_at, day.ends_at = starts_at, ends_at
    await change_occasion(session, day.community_id, day.id, starts_at=starts_at, ends_at=ends_at)
    for duty in await session.scalars(live_duties_on(day)):
        duty.starts_at = starts_at
        if duty.status is DutyStatus.PLANNED:
            duty.ask_anew()
            await note_promise(session, duty.community_id, duty.id, is_promised=False)
    moved = DutyDayMoved(duty_day_id=day.id, began_at=before[0], ended_at=before[1])
    emit(session, day.community_id, moved)


async def end(session: AsyncSession, service_day: ServiceDay, *, by: Staff) -> ServiceDay:
    """Ends a service day: its dates ahead are cancelled, and those who were to come are told."""
    await lock(session, service_day)
    service_day.end(clock.now())
    await cancel_ahead(session, service_day.community_id, service_day.id, RULE_ENDED)
    record(session, by, "service_day.ended", service_day)
    return service_day


def show(service_day: ServiceDay) -> StaffServiceDay:
    """Shows a service day with its rule in words."""
    columns = {
        name: getattr(service_day, name)
        for name in StaffServiceDay.model_fields
        if name not in {"rule_in_words", "actions"}
    }
    words = in_words(Recurrence.parse(service_day.rule), service_day.first_on)
    verbs = service_day.actions({"end"})
    return StaffServiceDay(
        **columns,
        rule_in_words=RuleInWords(zh=words.zh, en=words.en),
        actions=["revise", *verbs] if verbs else [],
    )


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: ServiceDayQuery
) -> Page[StaffServiceDay]:
    statement = _all(community_id)
    if query.status is not None:
        statement = statement.where(ServiceDay.status == query.status)
    page = await paginate(session, statement, query, newest_first(ServiceDay.id), counts=True)
    return page.with_items([show(service_day) for service_day in page.items])


async def list_open(
    session: AsyncSession, community_id: UUID, query: PageQuery
) -> Page[ServiceDayOut]:
    """Lists the service days that go on, for everybody."""
    statement = _all(community_id).where(ServiceDay.status == ServiceDayStatus.OPEN)
    page = await paginate(session, statement, query, newest_first(ServiceDay.id))
    shown = [show(service_day).model_dump() for service_day in page.items]
    names = ServiceDayOut.model_fields
    return page.with_items([ServiceDayOut(**{name: one[name] for name in names}) for one in shown])


def _all(community_id: UUID) -> Select[ServiceDay]:
    return select(ServiceDay).where(ServiceDay.community_id == community_id)
