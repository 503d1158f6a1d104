"""Duty day (值守日): a date of a post or of a service day. Duty (值守): one person's part in it."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.double_reporting.errors import DutyNotOffered, DutyStarted
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded

SKIP_NOTICE = timedelta(hours=24)
"""The time before the start until which a duty is skipped in time."""


class DutyDayStatus(Worded):
    PLANNED = "planned", "已排定", "planned"
    CANCELLED = "cancelled", "已取消", "cancelled"
    ENDED = "ended", "已结束", "ended"


class DutyDay(Stateful, CommunityScoped, Base):
    """A date on which people serve. Its occasion has the same id; its lock covers its duties: none
    is added without it."""

    __tablename__ = "duty_days"
    PRIVACY = "public"
    IN_WORDS = StateWords("值守日", "duty day")
    MOVES = {
        "plan": (NEW, DutyDayStatus.PLANNED),
        "cancel": ({DutyDayStatus.PLANNED}, DutyDayStatus.CANCELLED),
        "end": ({DutyDayStatus.PLANNED}, DutyDayStatus.ENDED),
    }

    post_id: Mapped[UUID | None]
    service_day_id: Mapped[UUID | None]
    day: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    status: Mapped[DutyDayStatus] = mapped_column(text_enum(DutyDayStatus))
    cancel_reason: Mapped[str | None]
    """Told to everybody who was to come."""

    __table_args__ = (
        within("posts", "post_id"),
        within("service_days", "service_day_id"),
        CheckConstraint("(post_id IS NULL) <> (service_day_id IS NULL)", name="source"),
        CheckConstraint("starts_at < ends_at", name="span"),
        Index(
            "uq_duty_days_post",
            *("community_id", "post_id", "day"),
            unique=True,
            postgresql_where=text("status <> 'cancelled'"),
        ),
        Index(
            "uq_duty_days_service_day",
            *("community_id", "service_day_id", "day"),
            unique=True,
            postgresql_where=text("status <> 'cancelled'"),
        ),
        Index("ix_duty_days_list", "community_id", "starts_at", "id"),
        Index("ix_duty_days_ending", "ends_at", postgresql_where=text("status = 'planned'")),
    )

    @property
    def is_planned(self) -> bool:
        return self.status is DutyDayStatus.PLANNED

    @property
    def is_of_community(self) -> bool:
        return self.service_day_id is not None

    @property
    def source_id(self) -> UUID:
        """The post or the service day, whose leaders lead the occasion."""
        source = self.post_id or self.service_day_id
        assert source is not None
        return source

    def require_ahead(self, now: datetime) -> None:
        """Refuse what is possible before the start alone."""
        self.require_in({DutyDayStatus.PLANNED}, wanted=DutyDayStatus.PLANNED)
        if self.starts_at <= now:
            raise DutyStarted

    def cancel(self, reason: str) -> None:
        self.move("cancel")
        self.cancel_reason = reason

    def end(self) -> None:
        self.move("end")


class DutyStatus(Worded):
    INVITED = "invited", "受邀，自愿参加", "invited"
    PLANNED = "planned", "已排定", "planned"
    SKIPPED = "skipped", "本次不参加", "skipped"
    SWAPPED = "swapped", "已由他人接替", "taken over by somebody else"
    RELEASED = "released", "无需值守", "released"


S = DutyStatus
LIVE_DUTY = frozenset({S.INVITED, S.PLANNED})


class Duty(Stateful, CommunityScoped, Base):
    """One person's part in a duty day, by the claim through which they serve. Its attendance has
    the same id, and says whether they came."""

    __tablename__ = "duties"
    PRIVACY = "personal"
    IN_WORDS = StateWords("值守", "duty")
    MOVES = {
        "plan": (NEW, S.PLANNED),
        "invite": (NEW, S.INVITED),
        "accept": ({S.INVITED}, S.PLANNED),
        "ask_anew": ({S.PLANNED}, S.INVITED),
        "skip": ({S.INVITED, S.PLANNED}, S.SKIPPED),
        "hand_over": ({S.PLANNED}, S.SWAPPED),
        "release": ({S.INVITED, S.PLANNED}, S.RELEASED),
    }

    duty_day_id: Mapped[UUID]
    claim_id: Mapped[UUID]
    """The claim of its person on a post; the duty is stored for longer."""
    participant_id: Mapped[UUID]
    starts_at: Mapped[datetime]
    """The start of the day, by which a person's duties are listed."""
    status: Mapped[DutyStatus] = mapped_column(text_enum(DutyStatus))
    is_late_skip: Mapped[bool] = mapped_column(default=False)
    """True where it was skipped later than a day before the start."""
    is_offered: Mapped[bool] = mapped_column(default=False)
    """True while the person asks others of the post to take over."""
    offered_to: Mapped[UUID | None]
    """The one participant who is asked; None where all are."""
    taken_over_from: Mapped[UUID | None]
    """The duty of another person that this one has taken over."""

    __table_args__ = (
        within("duty_days", "duty_day_id"),
        within("participants", "participant_id"),
        Index(
            "uq_duties_claim",
            *("community_id", "duty_day_id", "claim_id"),
            unique=True,
            postgresql_where=text("taken_over_from IS NULL"),
        ),
        Index(
            "uq_duties_live",
            *("community_id", "duty_day_id", "participant_id"),
            unique=True,
            postgresql_where=text("status IN ('invited', 'planned')"),
        ),
        Index("ix_duties_mine", "community_id", "participant_id", "starts_at", "id"),
        Index("ix_duties_day", "community_id", "duty_day_id", "participant_id", "status"),
        Index("ix_duties_of_claim", "community_id", "claim_id", "starts_at"),
    )

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_DUTY

    def accept(self) -> None:
        self.move("accept")

    def ask_anew(self) -> None:
        """Ask again, because time or place have become others."""
        self.move("ask_anew")
        self._withdraw_offers()

    def skip(self, now: datetime) -> None:
        """Say beforehand that one does not come. A duty that was asked of nobody in person has no
        late skip."""
        is_late = self.status is S.PLANNED and now > self.starts_at - SKIP_NOTICE
        self.move("skip")
        self.is_late_skip = is_late
        self._withdraw_offers()

    def hand_over(self) -> None:
        """Let another person serve instead, who has accepted."""
        self.move("hand_over")
        self._withdraw_offers()

    def release(self) -> None:
        self.move("release")
        self._withdraw_offers()

    def offer(self, to: UUID | None) -> None:
        """Ask one person, or all who serve on the post, to take over."""
        self.require("hand_over")
        self.is_offered, self.offered_to = True, to

    def withdraw_offer(self) -> None:
        self.require("hand_over")
        if not self.is_offered:
            raise DutyNotOffered
        self._withdraw_offers()

    def require_offered_to(self, participant_id: UUID) -> None:
        """Refuse a person whom nobody has asked."""
        self.require("hand_over")
        is_asked = self.offered_to in (None, participant_id)
        if not self.is_offered or not is_asked or participant_id == self.participant_id:
            raise DutyNotOffered

    def _withdraw_offers(self) -> None:
        self.is_offered, self.offered_to = False, None
