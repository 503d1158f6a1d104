"""Occasion: a span of time at which people serve, a shift of an activity or a duty of a post."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import BytesAtRest
from app.kernel.words import Worded
from app.service_records.errors import OccasionNotOver, RosterClosed

ROSTER_OPENS_BEFORE = timedelta(hours=2)
"""The time before the start from which leaders see who comes."""
ROSTER_CLOSES_AFTER = timedelta(hours=24)
"""The time after the end in which they still see it, and act on it."""


class OccasionKind(Worded):
    SHIFT = "shift", "志愿活动班次", "shift"
    DUTY = "duty", "值守", "duty"


class OccasionStatus(Worded):
    OPEN = "open", "未结束", "open"
    CANCELLED = "cancelled", "已取消", "cancelled"
    ENDED = "ended", "已结束", "ended"


S = OccasionStatus


class Occasion(Stateful, CommunityScoped, Base):
    """An occasion. Its id is that of the shift or of the duty day; the feature of these opens,
    changes, cancels and ends it in its own transactions, and pushes down what is shown of it."""

    __tablename__ = "occasions"
    PRIVACY = "public"
    IN_WORDS = StateWords("服务场次", "occasion")
    MOVES = {
        "open": (NEW, S.OPEN),
        "cancel": ({S.OPEN}, S.CANCELLED),
        "end": ({S.OPEN}, S.ENDED),
    }

    kind: Mapped[OccasionKind] = mapped_column(text_enum(OccasionKind))
    source_id: Mapped[UUID]
    """The activity or the post, whose leaders lead the occasion."""
    title: Mapped[str]
    """The title of the activity or the post."""
    address: Mapped[str] = mapped_column(default="", server_default="")
    """The address of the activity, as it is written; empty where there is none."""
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    gcj02_longitude: Mapped[float | None]
    gcj02_latitude: Mapped[float | None]
    """Both are those of the activity: the middle of the fence of check-ins."""
    status: Mapped[OccasionStatus] = mapped_column(text_enum(OccasionStatus))
    code_key_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    code_key = BytesAtRest("code_key_sealed")
    """The key of its rotating check-in codes, 32 random bytes."""

    __table_args__ = (
        Index("ix_occasions_source", "community_id", "source_id", "starts_at"),
        # A code names its occasion by the last digits of the id (`check_ins/codes.py`).
        Index("ix_occasions_code", "community_id", text("right(id::text, 7)")),
        Index("ix_occasions_starting", "starts_at", postgresql_where=text("status = 'open'")),
        Index("ix_occasions_ending", "ends_at", postgresql_where=text("status = 'open'")),
        CheckConstraint("starts_at < ends_at", name="span"),
    )

    @property
    def is_open(self) -> bool:
        return self.status is S.OPEN

    @property
    def roster_opens_at(self) -> datetime:
        return self.starts_at - ROSTER_OPENS_BEFORE

    @property
    def roster_closes_at(self) -> datetime:
        return self.ends_at + ROSTER_CLOSES_AFTER

    def has_open_roster(self, now: datetime) -> bool:
        return self.roster_opens_at <= now < self.roster_closes_at

    def require_open_roster(self, now: datetime) -> None:
        """Raises RosterClosed outside the time in which leaders see who comes, and act on it."""
        if not self.has_open_roster(now):
            raise RosterClosed(opens_at=self.roster_opens_at, closes_at=self.roster_closes_at)

    def require_not_long_over(self, now: datetime) -> None:
        """Raises RosterClosed when leaders act on it no more."""
        if self.roster_closes_at <= now:
            raise RosterClosed(opens_at=self.roster_opens_at, closes_at=self.roster_closes_at)

    def require_not_cancelled(self) -> None:
        self.require_in({S.OPEN, S.ENDED}, wanted=S.OPEN)

    def is_over(self, now: datetime) -> bool:
        return self.ends_at <= now

    def require_over(self, now: datetime) -> None:
        """Raises OccasionNotOver before the end: until then anybody may still come."""
        if not self.is_over(now):
            raise OccasionNotOver(ends_at=self.ends_at)

    def cancel(self) -> None:
        self.move("cancel")

    def end(self) -> None:
        self.move("end")
