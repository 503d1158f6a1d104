"""Erasure request: a person asks to have their account erased, and may take it back for a while."""

from datetime import datetime, timedelta

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded

TIME_TO_THINK = timedelta(days=14)
"""The time in which a login takes the request back; then the erasure begins."""
ERASED_WITHIN = timedelta(days=15)
"""The time after which nothing of the person is left (PIPL, art. 47)."""


class ErasureStatus(Worded):
    REQUESTED = "requested", "已提交", "requested"
    TAKEN_BACK = "taken_back", "已撤回", "taken back"
    BEGUN = "begun", "注销中", "begun"
    DONE = "done", "已完成", "done"


S = ErasureStatus
LIVE_ERASURE = frozenset({S.REQUESTED, S.BEGUN})


class ErasureRequest(Stateful, UserScoped, Base):
    __tablename__ = "erasure_requests"
    PRIVACY = "personal"
    IN_WORDS = StateWords("注销申请", "erasure request")
    MOVES = {
        "request": (NEW, S.REQUESTED),
        "take_back": ({S.REQUESTED}, S.TAKEN_BACK),
        "start": ({S.REQUESTED}, S.BEGUN),
        "finish": ({S.BEGUN}, S.DONE),
    }

    status: Mapped[ErasureStatus] = mapped_column(text_enum(ErasureStatus))
    requested_at: Mapped[datetime]
    due_at: Mapped[datetime]
    """The instant at which the erasure begins."""
    erase_by: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    """The instant at which it was taken back, or at which nothing was left."""

    __table_args__ = (
        Index(
            "uq_erasure_requests_live",
            "user_id",
            unique=True,
            postgresql_where=status.in_(sorted(LIVE_ERASURE)),
        ),
        Index(
            "ix_erasure_requests_due", "due_at", postgresql_where=status == ErasureStatus.REQUESTED
        ),
        Index(
            "ix_erasure_requests_begun", "begun_at", postgresql_where=status == ErasureStatus.BEGUN
        ),
    )

    def take_back(self, now: datetime) -> None:
        self.move("take_back")
        self.ended_at = now

    def start(self, now: datetime) -> None:
        self.move("start")
        self.begun_at = now

    def finish(self, now: datetime) -> None:
        self.move("finish")
        self.ended_at = now
