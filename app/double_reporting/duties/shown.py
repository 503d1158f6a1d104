"""Duties and duty days as they are shown, with their names and with what may be done."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.places.names import place_paths
from app.double_reporting.duties.lists import (
    days_for_staff,
    duties_of_day,
    duties_of_person,
    duties_shown,
    offers_to,
)
from app.double_reporting.duties.queries import colleagues, overlapping
from app.double_reporting.duties.schemas import (
    Colleague,
    DutyDayOut,
    DutyDayQuery,
    DutyOut,
    DutyQuery,
    OfferedDuty,
    StaffDuty,
    StaffDutyQuery,
)
from app.double_reporting.models import Duty, DutyDay, DutyStatus, Post, ServiceDay
from app.double_reporting.models.duty import SKIP_NOTICE
from app.kernel import clock
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import (
    Page,
    PageQuery,
    earliest_first,
    oldest_first,
    paginate,
    paginate_rows,
)
from app.service_records.models import Attendance, AttendanceStatus

PRESENT = (AttendanceStatus.PRESENT, AttendanceStatus.LEFT)
BY_START = earliest_first(Duty.starts_at, Duty.id)


async def list_mine(session: AsyncSession, me: Participant, query: DutyQuery) -> Page[DutyOut]:
    """Lists a person's duties in the order of their starts."""
    now = clock.now()
    page = await paginate_rows(session, duties_of_person(me, query, now), query, BY_START)
    return page.with_items(await _show_all(session, page.items, now))


async def show(session: AsyncSession, duty: Duty) -> DutyOut:
    await session.flush()
    row = (await session.execute(duties_shown(duty.community_id).where(Duty.id == duty.id))).one()
    [shown] = await _show_all(session, [tuple(row)], clock.now())
    return shown


async def _show_all(
    session: AsyncSession, rows: Sequence[tuple[Any, ...]], now: datetime
) -> list[DutyOut]:
    paths = await _paths(session, rows)
    return [
        DutyOut(
            **_shared(duty, day, post, service_day, paths),
            **_came(attendance),
            skip_in_time_until=day.starts_at - SKIP_NOTICE,
            is_late_skip=duty.is_late_skip,
            is_offered=duty.is_offered,
            offered_to=duty.offered_to,
            overlaps=await _overlaps(session, duty, day) if duty.is_live else [],
            actions=actions_of(duty, day, attendance, now),
        )
        for duty, day, post, service_day, attendance in rows
    ]


def actions_of(duty: Duty, day: DutyDay, attendance: Attendance | None, now: datetime) -> list[str]:
    """Returns what the person of the duty may do now."""
    is_ahead = day.is_planned and day.starts_at > now
    is_there = attendance is not None and attendance.status in PRESENT
    accept = duty.actions({"accept"}) if day.is_planned and day.ends_at > now else []
    skip = duty.actions({"skip"}) if is_ahead and not is_there else []
    hand_on = duty.actions({"hand_over"}) if is_ahead and not day.is_of_community else []
    offers = ["withdraw_offer" if duty.is_offered else "offer"] if hand_on else []
    return [*accept, *skip, *offers]


async def _paths(session: AsyncSession, rows: Sequence[tuple[Any, ...]]) -> dict[UUID, str]:
    posts = [row[2] for row in rows if row[2] is not None and row[2].place_id is not None]
    if not posts:
        return {}
    return await place_paths(session, posts[0].community_id, {post.place_id for post in posts})


def _shared(
    duty: Duty,
    day: DutyDay,
    post: Post | None,
    service_day: ServiceDay | None,
    paths: dict[UUID, str],
) -> dict[str, Any]:
    """Returns the fields of DutyShared. A day is either of a post or of the community."""
    place = service_day.place if service_day else None
    if post is not None and post.place_id is not None:
        place = paths.get(post.place_id)
    source = post or service_day
    return {
        **{"id": duty.id, "duty_day_id": day.id, "status": duty.status},
        **{"post_id": day.post_id, "service_day_id": day.service_day_id},
        **{"title": source.title if source else "", "place": place},
        **{"starts_at": day.starts_at, "ends_at": day.ends_at},
        **{"day_status": day.status, "cancel_reason": day.cancel_reason},
    }


def _came(attendance: Attendance | None) -> dict[str, Any]:
    return {
        "attendance_status": attendance and attendance.status,
        "checked_in_at": attendance and attendance.checked_in_at,
        "checked_out_at": attendance and attendance.checked_out_at,
    }


async def _overlaps(session: AsyncSession, duty: Duty, day: DutyDay) -> list[str]:
    others = await overlapping(
        session,
        duty.community_id,
        duty.participant_id,
        day.starts_at,
        day.ends_at,
        but=[day.id],
    )
    return [title for title, *_ in others]


async def list_offers(
    session: AsyncSession, me: Participant, query: PageQuery
) -> Page[OfferedDuty]:
    """Lists the duties that a person may take over, soonest first."""
    page = await paginate_rows(session, offers_to(me, clock.now()), query, BY_START)
    paths = await _paths(session, page.items)
    items = [
        OfferedDuty(
            **_shared(duty, day, post, service_day, paths),
            offered_by=person.display_name,
            overlaps=await _overlaps_of(session, me, day),
            actions=["take_over"],
        )
        for duty, day, post, service_day, _, person in page.items
    ]
    return page.with_items(items)


async def _overlaps_of(session: AsyncSession, me: Participant, day: DutyDay) -> list[str]:
    others = await overlapping(
        session, me.community_id, me.id, day.starts_at, day.ends_at, but=[day.id]
    )
    return [title for title, *_ in others]


async def list_colleagues(session: AsyncSession, duty: Duty, query: PageQuery) -> Page[Colleague]:
    """Lists who may be asked to take over, without real names."""
    day = await session.get_one(DutyDay, (duty.community_id, duty.duty_day_id))
    page = await paginate(session, colleagues(duty, day), query, oldest_first(Participant.id))
    items = [
        Colleague(participant_id=person.id, display_name=person.display_name)
        for person in page.items
    ]
    return page.with_items(items)


# ---------------------------------------------------------------- staff


async def list_days(
    session: AsyncSession, community_id: UUID, query: DutyDayQuery
) -> Page[DutyDayOut]:
    statement = days_for_staff(community_id, query, clock.now())
    order = earliest_first(DutyDay.starts_at, DutyDay.id)
    page = await paginate_rows(session, statement, query, order, counts=True)
    counts = await _counts(session, community_id, [row[0].id for row in page.items])
    items = [_day_out(day, first or second or "", counts) for day, first, second in page.items]
    return page.with_items(items)


async def show_day(session: AsyncSession, day: DutyDay) -> DutyDayOut:
    await session.flush()
    key = (day.community_id, day.source_id)
    title = (
        (await session.get_one(Post, key)).title
        if day.post_id
        else (await session.get_one(ServiceDay, key)).title
    )
    return _day_out(day, title, await _counts(session, day.community_id, [day.id]))


async def _counts(
    session: AsyncSession, community_id: UUID, days: Sequence[UUID]
) -> dict[UUID, Counter[str]]:
    """Counts the people of each day by the state of their duties, and those who came."""
    counts: dict[UUID, Counter[str]] = {day: Counter() for day in days}
    states = await session.execute(
        select(Duty.duty_day_id, Duty.status, func.count())
        .where(Duty.community_id == community_id, Duty.duty_day_id.in_(days))
        .group_by(Duty.duty_day_id, Duty.status)
    )
    for day, status, number in states:
        counts[day][status] = number
    came = await session.execute(
        select(Attendance.occasion_id, func.count())
        .where(
            Attendance.community_id == community_id,
            Attendance.occasion_id.in_(days),
            Attendance.status.in_(PRESENT),
        )
        .group_by(Attendance.occasion_id)
    )
    for day, number in came:
        counts[day]["present"] = number
    return counts


def _day_out(day: DutyDay, title: str, counts: dict[UUID, Counter[str]]) -> DutyDayOut:
    of_day = counts[day.id]
    return DutyDayOut(
        id=day.id,
        post_id=day.post_id,
        service_day_id=day.service_day_id,
        title=title,
        day=day.day,
        starts_at=day.starts_at,
        ends_at=day.ends_at,
        status=day.status,
        cancel_reason=day.cancel_reason,
        invited=of_day[DutyStatus.INVITED],
        planned=of_day[DutyStatus.PLANNED],
        skipped=of_day[DutyStatus.SKIPPED],
        present=of_day["present"],
        actions=day.actions({"cancel"}),
    )


async def list_of_day(
    session: AsyncSession, day: DutyDay, query: StaffDutyQuery
) -> Page[StaffDuty]:
    """Lists the duties of a day with their people."""
    statement = duties_of_day(day)
    if query.status is not None:
        statement = statement.where(Duty.status == query.status)
    page = await paginate_rows(session, statement, query, oldest_first(Duty.id), counts=True)
    now = clock.now()
    items = [
        StaffDuty(
            id=duty.id,
            participant_id=person.id,
            display_name=person.display_name,
            real_name=masked(person, Participant.real_name),
            status=duty.status,
            is_late_skip=duty.is_late_skip,
            is_offered=duty.is_offered,
            **_came(attendance),
            actions=actions_of(duty, day, attendance, now),
        )
        for duty, person, attendance in page.items
    ]
    return page.with_items(items)
