"""Schemas of shifts."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Annotated, NamedTuple, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, model_validator

from app.kernel.web.schemas import In, Instant, Out, line
from app.kernel.words import Worded
from app.volunteering.models import WITHDRAWAL_NOTICE, Shift, ShiftRole, ShiftStatus
from app.volunteering.signups.schemas import ShownSignup

MIN_SIGNUP_WINDOW = timedelta(seconds=1)
"""Shortest time between the default opening of sign-up and its close."""
MAX_LENGTH = timedelta(hours=24)
Capacity = Annotated[StrictInt, Field(ge=1, le=100_000)]


class RoleIn(In):
    id: UUID | None = None
    """Id of a role that is there, which keeps its sign-ups under a new name; without it the role of
    this name is meant."""
    name: Annotated[str, line(30, least=0)] = ""
    """Name of the role; empty where the shift has a single role."""
    requirement: Annotated[str, line(200, least=0)] = ""
    capacity: Capacity
    is_closed: StrictBool = False
    """True for a role that takes no more sign-ups: who has a place keeps it, waits end."""


class ShiftIn(In):
    """All fields of a shift. It starts in the future and lasts a day at most. A role keeps its
    sign-ups while its id or its name stays the same."""

    starts_at: Instant
    ends_at: Instant
    signup_opens_at: Instant | None = None
    """Opening of sign-up; the default is the present instant."""
    signup_closes_at: Instant | None = None
    """Close of sign-up; the default is the start."""
    withdraw_until: Instant | None = None
    """Instant after which a withdrawal is flagged as late; the default is 24 hours before the
    start."""
    roles: list[RoleIn] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        if self.starts_at >= self.ends_at:
            raise ValueError("a shift ends after it has begun")
        if self.ends_at - self.starts_at > MAX_LENGTH:
            raise ValueError("a shift lasts 24 hours at most")
        closes_at = self.signup_closes_at or self.starts_at
        if closes_at > self.starts_at:
            raise ValueError("sign-up closes at the start at the latest")
        if self.signup_opens_at is not None and self.signup_opens_at >= closes_at:
            raise ValueError("sign-up opens before it closes")
        if (self.withdraw_until or self.starts_at) > self.starts_at:
            raise ValueError("one withdraws before the start")
        if len({role.name for role in self.roles}) < len(self.roles):
            raise ValueError("each role has its own name")
        ids = [role.id for role in self.roles if role.id is not None]
        if len(set(ids)) < len(ids):
            raise ValueError("each role is named once")
        return self

    def times(self, now: datetime) -> dict[str, datetime]:
        """Returns the columns of all times, defaults included."""
        closes_at = self.signup_closes_at or self.starts_at
        return {
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "signup_opens_at": self.signup_opens_at or min(now, closes_at - MIN_SIGNUP_WINDOW),
            "signup_closes_at": closes_at,
            "withdraw_until": self.withdraw_until or self.starts_at - WITHDRAWAL_NOTICE,
        }


class RoleOut(Out):
    id: UUID
    name: str
    requirement: str
    capacity: int
    remaining: int
    is_closed: bool


COLUMNS = (
    *("id", "activity_id", "status", "needs_review", "starts_at", "ends_at"),
    *("signup_opens_at", "signup_closes_at", "withdraw_until", "version"),
)
"""Fields of a shift that are columns of its row."""


class Line(NamedTuple):
    """Numbers of people in the line for a role."""

    waiting: int
    offered: int
    over: int
    """Number of the offers whose deadline has come, though nothing has passed them on."""

    @property
    def open(self) -> int:
        """Offers that can still be accepted, or that go to who waits."""
        return self.offered - self.freed

    @property
    def freed(self) -> int:
        """Places of offers that are over, for which nobody waits: whoever signs up has them."""
        return max(0, self.over - self.waiting)


NO_LINE = Line(0, 0, 0)


class ShiftOut(Out):
    id: UUID
    activity_id: UUID
    status: ShiftStatus
    needs_review: bool
    starts_at: datetime
    ends_at: datetime
    signup_opens_at: datetime
    signup_closes_at: datetime
    withdraw_until: datetime
    confirmed: int
    """Number of people who have a place."""
    offered: int
    """Places that are offered to the next in line, and not taken yet; they are not free."""
    waiting: int
    """Number of people on the waitlist."""
    version: int
    roles: list[RoleOut]
    actions: list[str]
    """Verbs that the caller may use on it now."""

    @classmethod
    def of(
        cls,
        shift: Shift,
        roles: Iterable[ShiftRole],
        lines: Mapping[UUID, Line],
        actions: list[str],
    ) -> Self:
        mine = [role for role in roles if role.shift_id == shift.id]
        line_of = {role.id: lines.get(role.id, NO_LINE) for role in mine}
        roles_out = [
            RoleOut(
                id=role.id,
                name=role.name,
                requirement=role.requirement,
                capacity=role.capacity,
                remaining=0 if role.is_closed else role.remaining + line_of[role.id].freed,
                is_closed=role.is_closed,
            )
            for role in mine
        ]
        columns = {name: getattr(shift, name) for name in COLUMNS}
        return cls(
            **columns,
            confirmed=sum(role.taken - line_of[role.id].offered for role in mine),
            offered=sum(line.open for line in line_of.values()),
            waiting=sum(line.waiting for line in line_of.values()),
            roles=roles_out,
            actions=actions,
        )


class ShiftList(Out):
    items: list[ShiftOut]
    next_cursor: str | None = Field(default=None, examples=[None])
    """Always null: the list is whole."""
    total: int


class OverlapKind(Worded):
    SAME_TIME = "same_time", "时间冲突", "same time"
    """Signing up is refused."""
    SHORT_GAP = "short_gap", "间隔不足半小时", "less than half an hour between"
    """Less than half an hour lies between the two; signing up is possible."""


class MyOverlap(Out):
    """Another shift for which the caller has signed up, at the same time or shortly before or
    after."""

    kind: OverlapKind
    shift_id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime


class Eligibility(Out):
    may: bool
    because: str | None
    """Code of the problem with which a sign-up would be refused."""


class ShownShift(ShiftOut):
    """A shift as a resident sees it, with their own part in it."""

    my_signup: ShownSignup | None
    """The caller's live sign-up."""
    ahead: int | None
    """Number of people before the caller in the line; null for one who does not wait."""
    my_overlap: MyOverlap | None
    my_eligibility: Eligibility


class ShownShiftList(Out):
    items: list[ShownShift]
    next_cursor: str | None = Field(default=None, examples=[None])
    """Always null: the list is whole."""
