"""Series: an activity that recurs by a rule. Its shifts are made ahead, once for each date."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded

MAX_AHEAD = 60
"""Dates for which a series has shifts ahead, at most."""
WEEKS_AHEAD = 8
"""Weeks for which shifts are made ahead, unless the series sets another number."""


class SeriesStatus(Worded):
    ACTIVE = "active", "进行中", "active"
    PAUSED = "paused", "已暂停", "paused"
    ENDED = "ended", "已结束", "ended"


S = SeriesStatus


class Series(Stateful, CommunityScoped, Base):
    __tablename__ = "series"
    PRIVACY = "public"
    IN_WORDS = StateWords("定期活动", "series")
    MOVES = {
        "start": (NEW, S.ACTIVE),
        "pause": ({S.ACTIVE}, S.PAUSED),
        "resume": ({S.PAUSED}, S.ACTIVE),
        "end": ({S.ACTIVE, S.PAUSED}, S.ENDED),
    }

    activity_id: Mapped[UUID]
    status: Mapped[SeriesStatus] = mapped_column(text_enum(SeriesStatus))
    rule: Mapped[str]
    """The rule as RFC 5545 writes it."""
    first_day: Mapped[date]
    """The day from which the rule counts."""
    applies_from: Mapped[date]
    """The day of the last change: dates before it stay as they are."""
    start_time: Mapped[str]
    """Time of day at which each shift starts, as 09:00."""
    length_minutes: Mapped[int]
    opens_hours_before: Mapped[int | None]
    """Hours before the start at which sign-up opens; None for at once."""
    closes_minutes_before: Mapped[int]
    withdraw_hours_before: Mapped[int]
    weeks_ahead: Mapped[int]
    skips_holidays: Mapped[bool]
    """True where no shift is made on days off by the community's calendar."""
    roles: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Roles of each shift, as its schema has checked them."""
    due_at: Mapped[datetime]
    """The instant at which a sweep looks for new dates again."""
    version: Mapped[int]
    """The number in its ETag for administrators; PUT and each verb increment it."""

    __table_args__ = (
        within("activities", "activity_id"),
        Index("uq_series_activity", "community_id", "activity_id", unique=True),
        Index("ix_series_due", "due_at", postgresql_where=text("status = 'active'")),
        CheckConstraint("length_minutes BETWEEN 1 AND 1440", name="length"),
    )

    @property
    def is_active(self) -> bool:
        return self.status is S.ACTIVE

    def move(self, verb: str) -> None:
        super().move(verb)
        self.version += 1

    def require_going_on(self) -> None:
        """Raises WrongState for a series that has ended."""
        self.require_in({S.ACTIVE, S.PAUSED}, wanted=S.ACTIVE)


class SeriesDate(CommunityScoped, Base):
    """One date of a series, which has a shift or is skipped. The unique index lets no two workers
    make two shifts for it."""

    __tablename__ = "series_dates"
    PRIVACY = "public"
    series_id: Mapped[UUID]
    day: Mapped[date]
    shift_id: Mapped[UUID | None]
    shift_version: Mapped[int | None]
    """The version of the shift that the series has written; where the shift's own is another,
    staff have changed this date by itself."""
    skip_reason: Mapped[str | None]

    __table_args__ = (
        within("series", "series_id"),
        within("shifts", "shift_id"),
        Index("uq_series_dates_day", "community_id", "series_id", "day", unique=True),
        Index(
            "ix_series_dates_shift",
            *("community_id", "shift_id"),
            postgresql_where=text("shift_id IS NOT NULL"),
        ),
    )
