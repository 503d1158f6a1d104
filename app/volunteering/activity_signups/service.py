"""Signing up for several dates of an activity in one call, with an answer for each; and withdrawing
from them. Each date is decided by the rules of one sign-up."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.kernel import clock
from app.kernel.errors import DomainError, NotFound
from app.kernel.lane.connection import connection_of
from app.volunteering.activity_signups.queries import (
    roles_named,
    shifts_named,
    shifts_to_come,
    signups_for,
)
from app.volunteering.activity_signups.schemas import (
    MAX_DATES,
    SignUpForDates,
    WithdrawFromDates,
)
from app.volunteering.errors import RoleMissing
from app.volunteering.models import Activity, Shift
from app.volunteering.signups import service as signups
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.offers import pass_on
from app.volunteering.signups.rules import SignUpCommand
from app.volunteering.signups.schemas import SignupOut


class DateOutcome(NamedTuple):
    """The outcome for one shift."""

    shift_id: UUID
    starts_at: datetime | None
    outcome: SignupOut | DomainError


async def sign_up(
    session: AsyncSession,
    activity: Activity,
    body: SignUpForDates,
    acting: ActingFor,
    *,
    has_guardian: bool = False,
) -> list[DateOutcome]:
    """Signs a person up for each of the dates, the soonest first, so that of two which overlap the
    earlier one is taken. All shifts are locked together, in the order of ids."""
    now = clock.now()
    ids = await _ids_of(session, activity, body, now)
    roles = await _roles(session, activity, body, ids)
    commands = {
        id_: SignUpCommand(id_, acting, now, roles.get(id_), has_guardian=has_guardian)
        for id_ in ids
    }
    if not commands:
        return []
    connection = await connection_of(session)
    await SIGN_UP.lock_rows(connection, activity.community_id, list(commands.values()))
    shifts = (await session.scalars(shifts_named(activity, ids))).all()
    for shift in shifts:
        await pass_on(session, shift, clock.now())
    await session.flush()
    outcomes: dict[UUID, SignupOut | DomainError] = {}
    for group in _apart([shift for shift in shifts if _has_role(body, roles, shift)]):
        served = await SIGN_UP.serve_many(
            connection, activity.community_id, [commands[shift.id] for shift in group]
        )
        for shift, one in zip(group, served, strict=True):
            if isinstance(one, NotAParticipant | ParticipantInactive):
                raise one  # It is about the person, and no date.
            outcomes[shift.id] = (
                one if isinstance(one, DomainError) else SignupOut.model_validate_json(one.body)
            )
    _record(session, activity, acting, outcomes)
    return _in_order(ids, shifts, outcomes, RoleMissing())


async def withdraw(
    session: AsyncSession, activity: Activity, body: WithdrawFromDates, acting: ActingFor
) -> list[DateOutcome]:
    """Withdraws a person's sign-ups for these dates, in the order in which shifts are locked."""
    ids = await _ids_of(session, activity, body, clock.now())
    shifts = (await session.scalars(shifts_named(activity, ids))).all()
    here = [shift.id for shift in shifts]
    assert acting.participant_id is not None
    mine = (await session.scalars(signups_for(activity, acting.participant_id, here))).all()
    outcomes: dict[UUID, SignupOut | DomainError] = {}
    for signup in mine:
        try:
            await signups.withdraw(session, signup, acting)
            outcomes[signup.shift_id] = SignupOut.model_validate(signup)
        except DomainError as refusal:
            outcomes[signup.shift_id] = refusal
    named = [signup.shift_id for signup in mine] if body.all else ids
    return _in_order(named, shifts, outcomes, NotFound())


async def _ids_of(
    session: AsyncSession,
    activity: Activity,
    body: SignUpForDates | WithdrawFromDates,
    now: datetime,
) -> list[UUID]:
    if not body.all:
        return list(dict.fromkeys(body.shift_ids))
    return list(await session.scalars(shifts_to_come(activity, now, MAX_DATES)))


async def _roles(
    session: AsyncSession, activity: Activity, body: SignUpForDates, ids: Sequence[UUID]
) -> Mapping[UUID, UUID]:
    """Maps the shifts to their roles of the name that the body gives; none where it gives none."""
    if not body.role_name:
        return {}
    rows = await session.execute(roles_named(activity, body.role_name, ids))
    return {shift_id: role_id for shift_id, role_id in rows}


def _has_role(body: SignUpForDates, roles: Mapping[UUID, UUID], shift: Shift) -> bool:
    return not body.role_name or shift.id in roles


def _apart(shifts: Sequence[Shift]) -> list[list[Shift]]:
    """Divides shifts, the soonest first, into groups in which none overlaps with another: a group
    is decided by what was there before it, so two that overlap must not be in one."""
    groups: list[list[Shift]] = []
    for shift in shifts:
        fitting = (group for group in groups if group[-1].ends_at <= shift.starts_at)
        group = next(fitting, None)
        if group is None:
            groups.append([shift])
        else:
            group.append(shift)
    return groups


def _record(
    session: AsyncSession,
    activity: Activity,
    acting: ActingFor,
    outcomes: Mapping[UUID, SignupOut | DomainError],
) -> None:
    for outcome in outcomes.values():
        if isinstance(outcome, SignupOut):
            record_desk_act(session, activity.community_id, acting, "signup.made", outcome)


def _in_order(
    ids: Sequence[UUID],
    shifts: Sequence[Shift],
    outcomes: Mapping[UUID, SignupOut | DomainError],
    otherwise: DomainError,
) -> list[DateOutcome]:
    """Lists the shifts, the soonest first; those that are not there come last."""
    known = [
        DateOutcome(shift.id, shift.starts_at, outcomes.get(shift.id, otherwise))
        for shift in shifts
        if shift.id in ids
    ]
    there = {shift.id for shift in shifts}
    return [*known, *(DateOutcome(id_, None, NotFound()) for id_ in ids if id_ not in there)]
