"""Shifts as staff and residents see them: places and waitlist, and the caller's own part."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant, ParticipantStatus
from app.communities.permissions import Staff
from app.kernel import clock
from app.volunteering.models import Activity, Shift, ShiftRole, Signup
from app.volunteering.policies import may_manage_shift
from app.volunteering.shifts.queries import (
    lines_of,
    live_signups_of,
    roles_of,
    shifts_to_show,
)
from app.volunteering.shifts.schemas import (
    Eligibility,
    Line,
    MyOverlap,
    OverlapKind,
    ShiftOut,
    ShownShift,
)
from app.volunteering.signups.overlaps import Clash, clashes_of
from app.volunteering.signups.rules import (
    LockedShift,
    Overlap,
    Person,
    refusal_by_age,
    refusal_by_overlap,
    refusal_by_shift,
)
from app.volunteering.signups.schemas import ShownSignup
from app.volunteering.signups.shown import actions_of_person, ahead_of_mine, columns_at

NOT_JOINED = "communities.not_a_participant"
INACTIVE = "communities.participant_inactive"


class Listed(NamedTuple):
    """The shifts of a list, with what is read for all of them at once."""

    roles: Sequence[ShiftRole]
    lines: Mapping[UUID, Line]
    """The line of each role that has one."""

    def roles_of(self, shift: Shift) -> list[ShiftRole]:
        return [role for role in self.roles if role.shift_id == shift.id]


class Own(NamedTuple):
    """The caller's part in one shift."""

    reader: Participant | None
    signup: ShownSignup | None
    clash: Clash | None
    now: datetime


async def _load(session: AsyncSession, shifts: Sequence[Shift], now: datetime) -> Listed:
    if not shifts:
        return Listed([], {})
    roles = (await session.scalars(roles_of(*shifts))).all()
    rows = await session.execute(lines_of(*shifts, now=now))
    return Listed(roles, {role_id: Line(*counts) for role_id, *counts in rows})


async def show_shift(session: AsyncSession, shift: Shift, staff: Staff) -> ShiftOut:
    [shown] = await _show_to_staff(session, [shift], staff)
    return shown


async def list_for_staff(session: AsyncSession, activity: Activity, staff: Staff) -> list[ShiftOut]:
    return await _show_to_staff(
        session, (await session.scalars(shifts_to_show(activity))).all(), staff
    )


async def _show_to_staff(
    session: AsyncSession, shifts: Sequence[Shift], staff: Staff
) -> list[ShiftOut]:
    now = clock.now()
    listed = await _load(session, shifts, now)
    return [
        ShiftOut.of(
            shift,
            listed.roles_of(shift),
            listed.lines,
            _staff_actions(shift, staff, now),
        )
        for shift in shifts
    ]


def _staff_actions(shift: Shift, staff: Staff, now: datetime) -> list[str]:
    if not (shift.is_open and may_manage_shift(staff, shift)):
        return []
    return ["cancel"] if shift.starts_at <= now else ["revise", "cancel"]


async def list_for_reader(
    session: AsyncSession, activity: Activity, reader: Participant | None
) -> list[ShownShift]:
    """Lists the shifts of an activity, each with the caller's sign-up, how many are before them,
    and whether they may sign up; for callers who have not joined without these."""
    shifts = (await session.scalars(shifts_to_show(activity))).all()
    now = clock.now()
    listed = await _load(session, shifts, now)
    if reader is None or not shifts:
        return [_shown(listed, shift, Own(None, None, None, now)) for shift in shifts]
    signups = (await session.scalars(live_signups_of(reader, shifts, now))).all()
    here = [activity.community_id]
    ahead = await ahead_of_mine(session, here, [signup.id for signup in signups])
    clashes = await clashes_of(session, reader.id, shifts)
    parts = [
        Own(reader, _signup_of(shift, signups, ahead, now), _clash_of(shift, clashes), now)
        for shift in shifts
    ]
    return [_shown(listed, shift, own) for shift, own in zip(shifts, parts, strict=True)]


def _shown(listed: Listed, shift: Shift, own: Own) -> ShownShift:
    roles = listed.roles_of(shift)
    because = _refusal(shift, roles, own)
    actions = own.signup.actions if own.signup is not None else []
    shown = ShiftOut.of(
        shift,
        roles,
        listed.lines,
        ["sign_up"] if because is None else actions,
    )
    return ShownShift(
        **shown.model_dump(),
        my_signup=own.signup,
        ahead=None if own.signup is None else own.signup.ahead,
        my_overlap=_overlap(shift, own.clash),
        my_eligibility=Eligibility(may=because is None, because=because),
    )


def _refusal(shift: Shift, roles: Iterable[ShiftRole], own: Own) -> str | None:
    """Returns the code of the problem with which a sign-up would be refused now."""
    if own.reader is None:
        return NOT_JOINED
    if own.reader.status is not ParticipantStatus.ACTIVE:
        return INACTIVE
    person = Person(own.reader.id, own.reader.status, own.reader.kind)
    refusal = refusal_by_shift(person, _locked(shift), own.now)
    refusal = refusal or refusal_by_age(
        own.reader.age_for_rules, shift.age, has_guardian=own.reader.has_guardian(own.now)
    )
    refusal = refusal or refusal_by_overlap(_overlap_of(shift, own))
    if refusal is None and all(role.is_closed for role in roles):
        return "volunteering.role_closed"
    return None if refusal is None else refusal.code


def _locked(shift: Shift) -> LockedShift:
    """Returns the shift as the rules of signing up read it."""
    return LockedShift(
        id=shift.id,
        status=shift.status,
        is_published=shift.is_published,
        audience=shift.audience,
        needs_review=shift.needs_review,
        opens_at=shift.signup_opens_at,
        closes_at=shift.signup_closes_at,
        queued=shift.queued,
        age=shift.age,
    )


def _overlap_of(shift: Shift, own: Own) -> Overlap:
    if own.signup is not None:
        return Overlap.SAME_SHIFT
    is_clash = own.clash is not None and own.clash.is_at_time_of(shift)
    return Overlap.OTHER_SHIFT if is_clash else Overlap.NONE


def _signup_of(
    shift: Shift, signups: Iterable[Signup], ahead: Mapping[UUID, int], now: datetime
) -> ShownSignup | None:
    for signup in signups:
        if signup.shift_id == shift.id:
            columns = columns_at(signup, now).model_dump()
            actions = actions_of_person(signup, shift, now)
            return ShownSignup(**columns, actions=actions, ahead=ahead.get(signup.id))
    return None


def _clash_of(shift: Shift, clashes: Iterable[Clash]) -> Clash | None:
    """Returns another shift of the caller at the same time, else one shortly before or after."""
    others = [one for one in clashes if one.shift_id != shift.id and one.is_near(shift)]
    return min(others, key=lambda one: not one.is_at_time_of(shift), default=None)


def _overlap(shift: Shift, clash: Clash | None) -> MyOverlap | None:
    if clash is None:
        return None
    is_same = clash.is_at_time_of(shift)
    kind = OverlapKind.SAME_TIME if is_same else OverlapKind.SHORT_GAP
    return MyOverlap(kind=kind, **clash._asdict())
