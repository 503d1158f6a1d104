"""Post claim (认领): a resident's claim of a post, from the application to the end of service."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.deadlines import end_of_days
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.privacy.review import Reviewed
from app.kernel.words import Worded

NOTICE_DAYS = 3
"""Calendar days for which an approved claim is shown, by post and not by name, before service
begins."""


class PostClaimStatus(Worded):
    APPLIED = "applied", "待审核", "applied"
    APPROVED = "approved", "已通过", "approved"
    SERVING = "serving", "服务中", "serving"
    LEAVING = "leaving", "申请退出", "leaving"
    COMPLETED = "completed", "已完成", "completed"
    REJECTED = "rejected", "未通过", "rejected"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


S = PostClaimStatus
LIVE_CLAIM = frozenset({S.APPLIED, S.APPROVED, S.SERVING, S.LEAVING})
IN_SERVICE = frozenset({S.SERVING, S.LEAVING})
"""States of who serves: whoever has asked to leave serves until that is decided."""


class PostClaim(Stateful, Reviewed, Entered, CommunityScoped, Base):
    """A claim, which takes a place of the post while it is live. It does not tell whether its
    person is a Party member, because every verified resident may have one."""

    __tablename__ = "post_claims"
    PRIVACY = "personal"
    IN_WORDS = StateWords("岗位认领", "claim of a post")
    MOVES = {
        "apply": (NEW, S.APPLIED),
        "approve": ({S.APPLIED}, S.APPROVED),
        "reject": ({S.APPLIED}, S.REJECTED),
        "withdraw": ({S.APPLIED, S.APPROVED}, S.WITHDRAWN),
        "start": ({S.APPROVED}, S.SERVING),
        "complete": ({S.SERVING}, S.COMPLETED),
        "ask_to_leave": ({S.SERVING}, S.LEAVING),
        "release": ({S.LEAVING}, S.WITHDRAWN),
        "stay": ({S.LEAVING}, S.SERVING),
        "end": ({S.LEAVING}, S.COMPLETED),
    }
    WRONG_STATE_CODE = "double_reporting.claim_wrong_state"

    post_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    status: Mapped[PostClaimStatus] = mapped_column(text_enum(PostClaimStatus))
    serves_from: Mapped[datetime | None]
    """The end of the notice period, or the first day of the post, if that is later."""
    ended_at: Mapped[datetime | None]
    """The instant of the withdrawal or the completion."""
    leave_asked_at: Mapped[datetime | None]
    leave_reason_sealed: Mapped[bytes | None]
    leave_reason = WordsAtRest[str | None]("leave_reason_sealed")
    """Why the person asks to leave; forgotten when they stay."""

    __table_args__ = (
        witnessed(),
        within("posts", "post_id"),
        within("participants", "participant_id"),
        Index(
            "uq_post_claims_live",
            *("community_id", "participant_id", "post_id"),
            unique=True,
            postgresql_where=status.in_(sorted(LIVE_CLAIM)),
        ),
        Index("ix_post_claims_post", "community_id", "post_id", "id"),
        Index("ix_post_claims_mine", "community_id", "participant_id", "id"),
        Index(
            "ix_post_claims_starting", "serves_from", postgresql_where=text("status = 'approved'")
        ),
        Index(
            "ix_post_claims_serving",
            *("community_id", "post_id"),
            postgresql_where=status.in_(sorted(IN_SERVICE)),
        ),
    )

    @property
    def is_live(self) -> bool:
        return self.status in LIVE_CLAIM

    def approve(self, now: datetime, by: UUID, first: datetime | None = None) -> None:
        """Let service begin after the notice period, and not before `first`."""
        self.move("approve")
        self.decide(now, by)
        end_of_notice = end_of_days(now, NOTICE_DAYS)
        self.serves_from = end_of_notice if first is None else max(first, end_of_notice)

    def reject(self, now: datetime, by: UUID, reason: str) -> None:
        self.move("reject")
        self.decide(now, by, reason)

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.ended_at = now

    def start(self) -> None:
        self.move("start")

    def complete(self, now: datetime) -> None:
        self.move("complete")
        self.ended_at = now

    def ask_to_leave(self, now: datetime, reason: str) -> None:
        """Ask to end the service before its time; the place is kept until that is decided."""
        self.move("ask_to_leave")
        self.leave_asked_at, self.leave_reason = now, reason

    def release(self, now: datetime) -> None:
        """Let a person go who has asked to leave."""
        self.move("release")
        self.ended_at = now

    def stay(self) -> None:
        """Go on serving; the wish to leave is forgotten."""
        self.move("stay")
        self.leave_asked_at = self.leave_reason = None

    def end(self, now: datetime) -> None:
        """Complete a service that is over before the wish to leave it is decided: the post has
        ended, or the person has left the community."""
        self.move("end")
        self.ended_at = now
