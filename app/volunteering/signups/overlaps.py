"""Other sign-ups of the same person that a shift meets: at the same time, or with a short gap.
Signing up refuses the first, so that only a shift that is moved makes two of them overlap."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.kernel import clock
from app.volunteering.models import LIVE, Activity, Shift, Signup, SignupStatus

SHORT_GAP = timedelta(minutes=30)
"""A shorter time between two shifts of one person is hardly enough to get from one to the other."""


class Clash(NamedTuple):
    """Another shift for which the person has signed up."""

    shift_id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime

    def is_at_time_of(self, shift: Shift) -> bool:
        return self.starts_at < shift.ends_at and self.ends_at > shift.starts_at

    def is_near(self, shift: Shift) -> bool:
        """Returns whether less than SHORT_GAP lies between the two, if anything does."""
        return (
            self.starts_at < shift.ends_at + SHORT_GAP
            and self.ends_at > shift.starts_at - SHORT_GAP
        )


async def first_clash_of(session: AsyncSession, shift: Shift) -> dict[UUID, Clash]:
    """Maps each participant with a live sign-up for the shift and another one at its time to the
    earliest other shift."""
    mine = aliased(Signup)
    query = (
        _clashes(shift.community_id, shift.starts_at, shift.ends_at)
        .add_columns(Signup.participant_id)
        .join(
            mine,
            (mine.community_id == Signup.community_id)
            & (mine.participant_id == Signup.participant_id),
        )
        .where(
            mine.community_id == shift.community_id,
            mine.shift_id == shift.id,
            mine.status.in_(LIVE),
            mine.offer_expires_at.is_(None) | (mine.offer_expires_at > clock.now()),
            Signup.shift_id != shift.id,
        )
    )
    clashes: dict[UUID, Clash] = {}
    for *clash, participant_id in await session.execute(query):
        clashes.setdefault(participant_id, Clash(*clash))
    return clashes


async def has_clash(session: AsyncSession, signup: Signup, shift: Shift) -> bool:
    """Returns whether the person of the sign-up has another one at the time of its shift."""
    query = (
        select(func.count())
        .select_from(Signup)
        .join(Shift, _is_shift_of())
        .where(
            *_is_live_between(shift.community_id, shift.starts_at, shift.ends_at),
            Signup.participant_id == signup.participant_id,
            Signup.shift_id != shift.id,
        )
    )
    return (await session.scalar(query) or 0) > 0


async def has_place_elsewhere(session: AsyncSession, signup: Signup, shift: Shift) -> bool:
    """Returns whether the person of the sign-up has a place on another shift at this time."""
    query = (
        select(func.count())
        .select_from(Signup)
        .join(Shift, _is_shift_of())
        .where(
            *_is_live_between(shift.community_id, shift.starts_at, shift.ends_at),
            Signup.participant_id == signup.participant_id,
            Signup.shift_id != shift.id,
            Signup.status == SignupStatus.CONFIRMED,
        )
    )
    return (await session.scalar(query) or 0) > 0


async def clashes_of(
    session: AsyncSession, participant_id: UUID, shifts: Sequence[Shift]
) -> list[Clash]:
    """Returns the shifts for which the person has signed up at the time of these or near it."""
    begin = min(shift.starts_at for shift in shifts) - SHORT_GAP
    end = max(shift.ends_at for shift in shifts) + SHORT_GAP
    query = _clashes(shifts[0].community_id, begin, end).where(
        Signup.participant_id == participant_id
    )
    return [Clash(*row) for row in await session.execute(query)]


def _clashes(
    community_id: UUID, begin: datetime, end: datetime
) -> Select[UUID, str, datetime, datetime]:
    return (
        select(Shift.id, Activity.title, Shift.starts_at, Shift.ends_at)
        .select_from(Signup)
        .join(Shift, _is_shift_of())
        .join(
            Activity,
            (Activity.community_id == Shift.community_id) & (Activity.id == Shift.activity_id),
        )
        .where(Activity.community_id == community_id, *_is_live_between(community_id, begin, end))
        .order_by(Shift.starts_at, Shift.id)
    )


def _is_shift_of() -> ColumnElement[bool]:
    return (Shift.community_id == Signup.community_id) & (Shift.id == Signup.shift_id)


def _is_live_between(
    community_id: UUID, begin: datetime, end: datetime
) -> tuple[ColumnElement[bool], ...]:
    return (
        Signup.community_id == community_id,
        Shift.community_id == community_id,
        Signup.is_live_at(clock.now()),
        Shift.starts_at < end,
        Shift.ends_at > begin,
    )
