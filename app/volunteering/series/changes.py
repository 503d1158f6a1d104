"""A change of a series from a day on: each shift that is made keeps its people, is moved with them,
or is cancelled; the answer says for each date which."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.capacity import CapacityTaken
from app.kernel.errors import DomainError
from app.kernel.privacy.audit import record
from app.kernel.recurrence import Recurrence
from app.kernel.web.conditional import require_version
from app.volunteering.errors import ChangeTooFar, NotADate, RoleInUse, ShiftInPast
from app.volunteering.models import Activity, Series, SeriesDate, Shift, ShiftRole
from app.volunteering.series.generation import (
    generate,
    holidays_of,
    is_changed_by_itself,
    make_shifts,
)
from app.volunteering.series.plan import days_from, times_of
from app.volunteering.series.queries import dates_from, forget_date
from app.volunteering.series.schemas import ChangedDate, Outcome, SeriesChange, SeriesRoleIn
from app.volunteering.series.service import find_locked, lock_shifts, show_words
from app.volunteering.shifts.queries import roles_of, signup_count
from app.volunteering.shifts.schemas import RoleIn
from app.volunteering.shifts.service import cancel_locked, revise_locked, update_span

MAX_TIME_AHEAD = timedelta(weeks=26)


class Change(NamedTuple):
    """A change of a series, with the days that its new rule has."""

    activity: Activity
    series: Series
    body: SeriesChange
    days: frozenset[date]
    now: datetime


async def revise(
    session: AsyncSession, activity: Activity, body: SeriesChange, tag: str, *, by: Staff
) -> tuple[Series, list[ChangedDate]]:
    """Replaces the series from a day on. Shifts that have begun stay; so do those that staff have
    changed by themselves, unless the body asks for them, and those that the change would break a
    promise on. Dates that are made by then keep the former rule."""
    series = await find_locked(session, activity)
    require_version(series, tag)
    series.require_going_on()
    now = clock.now()
    today = clock.day_of(now)
    from_day = max(body.from_day, today)
    rule = Recurrence.parse(body.rule)
    if from_day > today + MAX_TIME_AHEAD:
        raise ChangeTooFar
    if not days_from(body, from_day, 1):
        raise NotADate
    await _make_up_to(session, activity, series, from_day, now)
    for name, value in (body.columns | {"rule": str(rule)}).items():
        setattr(series, name, value)
    series.applies_from = from_day
    series.version += 1
    show_words(activity, series)
    rows = (await session.scalars(dates_from(series, from_day))).all()
    last = max((row.day for row in rows), default=from_day)
    days = frozenset(day for day in days_from(body, from_day, len(rows) + 500) if day <= last)
    changes = await _change_each(session, Change(activity, series, body, days, now), rows)
    await update_span(session, activity)
    added = await generate(session, activity, series, now) if series.is_active else []
    record(session, by, "series.revised", series)
    return series, sorted([*changes, *map(_added, added)], key=lambda one: one.day)


async def _make_up_to(
    session: AsyncSession, activity: Activity, series: Series, from_day: date, now: datetime
) -> None:
    """Makes the shifts before the change by the former rule, which is then forgotten."""
    if series.is_active:
        start = max(clock.day_of(now), series.applies_from)
        days = [day for day in days_from(series, start) if day < from_day]
        future = [day for day in days if times_of(series, day, now)["starts_at"] > now]
        holidays = await holidays_of(session, activity.community_id, series, now)
        await make_shifts(session, activity, series, future, now, holidays)


async def _change_each(
    session: AsyncSession, change: Change, rows: Sequence[SeriesDate]
) -> list[ChangedDate]:
    """Changes the shifts of the dates that are made and have not begun, in the order of ids."""
    by_shift = {row.shift_id: row for row in rows}
    ahead = [
        shift
        for shift in await lock_shifts(session, list(rows))
        if shift.is_open and shift.starts_at > change.now
    ]
    roles = await _roles_by_shift(session, ahead)
    changed: list[ChangedDate] = []
    for shift in ahead:
        row = by_shift[shift.id]
        outcome, code = await _change_one(session, change, row, shift, roles[shift.id])
        changed.append(ChangedDate(day=row.day, shift_id=shift.id, outcome=outcome, code=code))
        if outcome is Outcome.CANCELLED:
            # The date may come back by a later change, with a shift of its own.
            await session.execute(forget_date(row))
    return changed


async def _roles_by_shift(
    session: AsyncSession, shifts: Sequence[Shift]
) -> Mapping[UUID, list[ShiftRole]]:
    found: dict[UUID, list[ShiftRole]] = {shift.id: [] for shift in shifts}
    if shifts:
        for role in await session.scalars(roles_of(*shifts)):
            found[role.shift_id].append(role)
    return found


async def _change_one(
    session: AsyncSession,
    change: Change,
    row: SeriesDate,
    shift: Shift,
    roles: Sequence[ShiftRole],
) -> tuple[Outcome, str | None]:
    if is_changed_by_itself(row, shift) and not change.body.takes_changed:
        return Outcome.LEFT_ALONE, None
    if row.day not in change.days:
        await cancel_locked(session, shift, change.body.reason)
        return Outcome.CANCELLED, None
    times = times_of(change.series, row.day, shift.signup_opens_at)
    refusal = await _refusal(session, change, times["starts_at"], roles)
    if refusal is not None:
        return Outcome.REFUSED, refusal.code
    former = (shift.starts_at, shift.ends_at)
    changed_roles = [_role_in(role, roles) for role in change.body.roles]
    await revise_locked(session, change.activity, shift, times, changed_roles)
    row.shift_version = shift.version
    is_moved = former != (shift.starts_at, shift.ends_at)
    return (Outcome.MOVED if is_moved else Outcome.REVISED), None


async def _refusal(
    session: AsyncSession, change: Change, starts_at: datetime, roles: Sequence[ShiftRole]
) -> DomainError | None:
    """Returns why the change cannot be made on one date. It is looked for before anything is
    changed there: a date is changed wholly or not at all."""
    if starts_at <= change.now:
        return ShiftInPast()
    changed_roles = {_stored_name(role): role for role in change.body.roles}
    for role in roles:
        new = changed_roles.get(role.name)
        if new is None and await session.scalar(signup_count(role)):
            return RoleInUse()
        if new is not None and new.capacity < role.taken:
            return CapacityTaken(taken=role.taken)
    return None


def _stored_name(role: SeriesRoleIn) -> str:
    return role.name if role.former_name is None else role.former_name


def _role_in(role: SeriesRoleIn, stored: Sequence[ShiftRole]) -> RoleIn:
    """Names the role of one shift by its id, so that it keeps its people under a new name."""
    ids = {one.name: one.id for one in stored}
    return RoleIn(id=ids.get(_stored_name(role)), **role.model_dump(exclude={"former_name"}))


def _added(row: SeriesDate) -> ChangedDate:
    assert row.shift_id is not None
    return ChangedDate(day=row.day, shift_id=row.shift_id, outcome=Outcome.ADDED, code=None)
