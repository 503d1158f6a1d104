"""Signup: one participant's sign-up for one shift, with a place or on the waitlist."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.volunteering.errors import NothingToAgree


class SignupStatus(StrEnum):
    PENDING_REVIEW = "pending_review"
    WAITLISTED = "waitlisted"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


S = SignupStatus
LIVE = frozenset({S.PENDING_REVIEW, S.WAITLISTED, S.CONFIRMED})


class Signup(Stateful, Entered, CommunityScoped, Base):
    __tablename__ = "signups"
    PRIVACY = "personal"
    IN_WORDS = StateWords(
        "报名",
        "sign-up",
        {
            S.PENDING_REVIEW: "待审核",
            S.WAITLISTED: "候补中",
            S.CONFIRMED: "已报名",
            S.REJECTED: "未通过",
            S.LAPSED: "已失效",
            S.WITHDRAWN: "已取消",
            S.CANCELLED: "已随班次取消",
        },
    )
    MOVES = {
        "sign_up": (NEW, S.CONFIRMED),
        "apply": (NEW, S.PENDING_REVIEW),
        "wait": (NEW | {S.PENDING_REVIEW}, S.WAITLISTED),
        "approve": ({S.PENDING_REVIEW}, S.CONFIRMED),
        "reject": ({S.PENDING_REVIEW}, S.REJECTED),
        "promote": ({S.WAITLISTED}, S.CONFIRMED),
        "lapse": ({S.WAITLISTED}, S.LAPSED),
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

    __table_args__ = (
        witnessed(),
        within("shifts", "shift_id"),
        within("shift_roles", "role_id"),
        within("participants", "participant_id"),
        Index(
            "uq_signups_live",
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
        CheckConstraint("position IS NOT NULL OR status <> 'waitlisted'", name="queue"),
    )

    @property
    def holds_place(self) -> bool:
        return self.status is S.CONFIRMED

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
        """End the wait, because the shift has begun and no place has come free, or because the
        role takes nobody any more."""
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
        """Withdraw, which is possible until the start; giving up a place late is flagged."""
        was_late = self.holds_place and now > in_time_until
        self.move("withdraw")
        self.withdrawn_at, self.agree_by = now, None
        self.is_late_withdrawal = was_late
