"""Shift: a span of time within an activity; its roles have the places."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.capacity import Capacity, Queue, bounded
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded
from app.volunteering.errors import ShiftStarted
from app.volunteering.models.activity import OFFER_HOURS, AgeLimit, Audience

WITHDRAWAL_NOTICE = timedelta(hours=24)
"""The time before the start until which a withdrawal is not flagged as late, unless the shift sets
its own instant; and the time for which one may leave without a mark after a change."""


class ShiftStatus(Worded):
    OPEN = "open", "已开放", "open"
    CANCELLED = "cancelled", "已取消", "cancelled"
    ENDED = "ended", "已结束", "ended"


S = ShiftStatus


class Shift(Queue, Stateful, CommunityScoped, Base):
    """A shift. Sign-up decides by this row alone, so the activity's verbs copy to it what sign-up
    reads. Its lock covers its roles and its waitlist: nothing changes them without it."""

    __tablename__ = "shifts"
    PRIVACY = "public"
    IN_WORDS = StateWords("班次", "shift")
    MOVES = {
        "add": (NEW, S.OPEN),
        "cancel": ({S.OPEN}, S.CANCELLED),
        "end": ({S.OPEN}, S.ENDED),
    }

    activity_id: Mapped[UUID]
    status: Mapped[ShiftStatus] = mapped_column(text_enum(ShiftStatus))
    is_published: Mapped[bool]
    audience: Mapped[Audience] = mapped_column(text_enum(Audience))
    age: Mapped[AgeLimit] = mapped_column(
        text_enum(AgeLimit, name="shift_age_limit"), default=AgeLimit.ALL
    )
    needs_review: Mapped[bool]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    signup_opens_at: Mapped[datetime]
    signup_closes_at: Mapped[datetime]
    withdraw_until: Mapped[datetime]
    changed_at: Mapped[datetime | None]
    """The last change of time, address or risk of which those who had signed up were told."""
    offer_hours: Mapped[int] = mapped_column(default=OFFER_HOURS)
    offers_lapse_at: Mapped[datetime | None]
    """An instant before which none of its open offers ends: at the latest the earliest deadline.
    None where nothing is offered."""
    version: Mapped[int]
    """The number in its ETag for administrators; sign-ups do not change it."""

    __table_args__ = (
        within("activities", "activity_id"),
        Index("ix_shifts_activity", "community_id", "activity_id", "starts_at"),
        Index("ix_shifts_ending", "ends_at", postgresql_where=text("status = 'open'")),
        Index(
            "ix_shifts_offers",
            "offers_lapse_at",
            postgresql_where=text("offers_lapse_at IS NOT NULL"),
        ),
        CheckConstraint("starts_at < ends_at", name="span"),
        CheckConstraint("signup_opens_at < signup_closes_at", name="window"),
    )

    @property
    def is_open(self) -> bool:
        return self.status is S.OPEN

    def require_open(self) -> None:
        self.require_in({S.OPEN}, wanted=S.OPEN)

    def cancel(self) -> None:
        self.move("cancel")

    def end(self) -> None:
        self.move("end")

    def change(self, now: datetime) -> None:
        """Count the deadline for leaving from now, because something has changed for those who
        have signed up."""
        self.changed_at = now
        self.leave_time()

    def leave_time(self) -> None:
        """Keep the deadline for leaving at a day after the last change, at least, or at the start
        of a shift that begins before that."""
        if self.changed_at is not None:
            least = min(self.changed_at + WITHDRAWAL_NOTICE, self.starts_at)
            self.withdraw_until = max(self.withdraw_until, least)

    def require_not_started(self, now: datetime) -> None:
        if self.starts_at <= now:
            raise ShiftStarted


class ShiftRole(Capacity, CommunityScoped, Base):
    """A task on a shift, with places; a shift without named roles has one role without a name."""

    __tablename__ = "shift_roles"
    PRIVACY = "public"
    shift_id: Mapped[UUID]
    name: Mapped[str]
    requirement: Mapped[str]
    is_closed: Mapped[bool] = mapped_column(default=False)
    """True for a role that takes no more sign-ups; who has a place keeps it."""

    __table_args__ = (
        within("shifts", "shift_id"),
        Index("uq_shift_roles_name", "community_id", "shift_id", "name", unique=True),
        bounded(),
    )

    @property
    def remaining(self) -> int:
        return 0 if self.is_closed else super().remaining
