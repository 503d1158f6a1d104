"""Signup: one participant's sign-up for one shift, with a place or on the waitlist."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded
from app.volunteering.errors import NothingToAgree


class SignupStatus(Worded):
    PENDING_REVIEW = "pending_review", "待审核", "pending review"
    WAITLISTED = "waitlisted", "候补中", "waitlisted"
    OFFERED = "offered", "待确认递补", "offered"
    CONFIRMED = "confirmed", "已报名", "confirmed"
    DECLINED = "declined", "已放弃递补", "declined"
    REJECTED = "rejected", "未通过", "rejected"
    LAPSED = "lapsed", "已失效", "lapsed"
    WITHDRAWN = "withdrawn", "已取消", "withdrawn"
    CANCELLED = "cancelled", "已随班次取消", "cancelled"


S = SignupStatus
LIVE = frozenset({S.PENDING_REVIEW, S.WAITLISTED, S.OFFERED, S.CONFIRMED})
WAITS = frozenset({S.WAITLISTED, S.OFFERED})
"""States of a sign-up that stands in the line and has its position from it."""


class Signup(Stateful, Entered, CommunityScoped, Base):
    __tablename__ = "signups"
    PRIVACY = "personal"
    IN_WORDS = StateWords("报名", "sign-up")
    MOVES = {
        "sign_up": (NEW, S.CONFIRMED),
        "apply": (NEW, S.PENDING_REVIEW),
        "wait": (NEW | {S.PENDING_REVIEW}, S.WAITLISTED),
        "approve": ({S.PENDING_REVIEW}, S.CONFIRMED),
        "reject": ({S.PENDING_REVIEW}, S.REJECTED),
        "offer": ({S.WAITLISTED}, S.OFFERED),
        "promote": ({S.WAITLISTED}, S.CONFIRMED),
        "accept": ({S.OFFERED}, S.CONFIRMED),
        "decline": ({S.OFFERED}, S.DECLINED),
        "lapse": (WAITS, S.LAPSED),
        "expire": (LIVE, S.LAPSED),
        "withdraw": (LIVE, S.WITHDRAWN),
        "cancel": (LIVE, S.CANCELLED),
    }

    shift_id: Mapped[UUID]
    role_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    status: Mapped[SignupStatus] = mapped_column(text_enum(SignupStatus))
    position: Mapped[int | None]
    """Position on the waitlist of the shift, which all its roles share; None if it was never
    there."""
    confirmed_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    reason_sealed: Mapped[bytes | None]
    reason = WordsAtRest[str | None]("reason_sealed")
    """The reason of a rejection or cancellation, shown to the person."""
    withdrawn_at: Mapped[datetime | None]
    is_late_withdrawal: Mapped[bool]
    agree_by: Mapped[datetime | None]
    """The instant until which the person is to agree to what has changed, or the sign-up expires;
    None where nothing waits for an answer."""

    offer_expires_at: Mapped[datetime | None]
    """The instant until which an offer can be accepted. From then on it counts as lapsed, whether
    or not anything has written that; None unless a place is offered."""

    __table_args__ = (
        witnessed(),
        within("shifts", "shift_id"),
        within("shift_roles", "role_id"),
        within("participants", "participant_id"),
        Index(
            "uq_signups_one_live",
            *("community_id", "participant_id", "shift_id"),
            unique=True,
            postgresql_where=status.in_(sorted(LIVE)),
        ),
        Index(
            "uq_signups_position",
            *("community_id", "shift_id", "position"),
            unique=True,
            postgresql_where=text("position IS NOT NULL"),
        ),
        Index("ix_signups_mine", "community_id", "participant_id", "id"),
        Index(
            "ix_signups_to_agree",
            "agree_by",
            postgresql_where=text("agree_by IS NOT NULL"),
        ),
        Index("ix_signups_shift", "community_id", "shift_id", "id"),
        CheckConstraint(
            "position IS NOT NULL OR status NOT IN ('waitlisted', 'offered')", name="queue"
        ),
        CheckConstraint("(status = 'offered') = (offer_expires_at IS NOT NULL)", name="offer"),
    )

    @property
    def holds_place(self) -> bool:
        """True where a place is counted as taken for it: it has one, or one is offered."""
        return self.status in {S.CONFIRMED, S.OFFERED}

    def is_offer_over(self, now: datetime) -> bool:
        """Returns whether the offer has lapsed by its deadline, though nothing has written it."""
        return self.offer_expires_at is not None and self.offer_expires_at <= now

    def status_at(self, now: datetime) -> SignupStatus:
        """Returns the state as everybody is to see it: an offer is over at its deadline, also
        where no sweep has run."""
        return S.LAPSED if self.is_offer_over(now) else self.status

    @classmethod
    def is_live_at(cls, now: datetime) -> ColumnElement[bool]:
        """The condition on rows that are live, for which an offer that is over is not."""
        return cls.status.in_(LIVE) & (
            cls.offer_expires_at.is_(None) | (cls.offer_expires_at > now)
        )

    @classmethod
    def has_status_at(cls, status: SignupStatus, now: datetime) -> ColumnElement[bool]:
        """The condition on rows that everybody is to see in this state; compare `status_at`."""
        is_over = cls.offer_expires_at.is_not(None) & (cls.offer_expires_at <= now)
        if status is S.LAPSED:
            return (cls.status == status) | is_over
        return (cls.status == status) & ~is_over if status is S.OFFERED else cls.status == status

    def offer(self, expires_at: datetime) -> None:
        """Offer the place that has come free to this sign-up, the next in line."""
        self.move("offer")
        self.offer_expires_at = expires_at

    def move_deadline(self, expires_at: datetime) -> None:
        """Set another deadline, because the shift has moved."""
        self.require_in({S.OFFERED}, wanted=S.OFFERED)
        self.offer_expires_at = expires_at

    def accept(self, now: datetime) -> None:
        """Take the place that is offered."""
        self.move("accept")
        self.confirmed_at = now

    def decline(self) -> None:
        self.move("decline")
        self.agree_by = None

    def move(self, verb: str) -> None:
        super().move(verb)
        if self.status is not S.OFFERED:
            self.offer_expires_at = None

    def approve(self, now: datetime) -> None:
        """Confirm a sign-up that was under review; one on the waitlist is promoted instead."""
        self.move("approve")
        self.confirmed_at = now

    def promote(self, now: datetime) -> None:
        """Confirm the next sign-up on the waitlist, for which a place has come free."""
        self.move("promote")
        self.confirmed_at = now

    def wait(self, position: int) -> None:
        """Put an approved sign-up at the end of the waitlist, because the places are taken."""
        self.move("wait")
        self.position = position

    def reject(self, by: UUID, reason: str) -> None:
        self.move("reject")
        self.decided_by, self.reason, self.agree_by = by, reason, None

    def cancel(self, reason: str) -> None:
        """Cancel the sign-up together with its shift or activity."""
        self.move("cancel")
        self.reason, self.agree_by = reason, None

    def lapse(self) -> None:
        """End the wait, because the shift has begun and no place has come free, because the role
        takes nobody any more, or because an offer was not answered in time."""
        self.move("lapse")
        self.agree_by = None

    def ask_to_agree(self, until: datetime) -> None:
        """Ask the person anew, because risk or audience have grown since they signed up."""
        self.agree_by = until

    def agree(self) -> None:
        """Agree to what has changed. Raises NothingToAgree where nothing waits for an answer."""
        self.require_in(LIVE, wanted=S.CONFIRMED)
        if self.agree_by is None:
            raise NothingToAgree
        self.agree_by = None

    def expire(self) -> None:
        """End the sign-up, because the person has not agreed to what has changed."""
        self.move("expire")
        self.agree_by = None

    def withdraw(self, now: datetime, *, in_time_until: datetime) -> None:
        """Withdraw, which is possible until the start; giving up a place late is flagged. A place
        that is only offered is nobody's duty yet."""
        was_late = self.status is S.CONFIRMED and now > in_time_until
        self.move("withdraw")
        self.withdrawn_at, self.agree_by = now, None
        self.is_late_withdrawal = was_late
