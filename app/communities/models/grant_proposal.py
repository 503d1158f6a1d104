"""Proposals of grants: what one administrator proposes, another confirms."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models.grant import Role, ScopeKind
from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded


class GrantProposalStatus(Worded):
    PROPOSED = "proposed", "待确认", "waiting for confirmation"
    CONFIRMED = "confirmed", "已确认", "confirmed"
    DECLINED = "declined", "已拒绝", "declined"


S = GrantProposalStatus


class GrantProposal(Stateful, UserScoped, Base):
    """A role in a scope that one person has proposed for the administrator `user_id`; a second
    person confirms it, and thereby makes the grant."""

    __tablename__ = "grant_proposals"
    PRIVACY = "internal"
    IN_WORDS = StateWords("授权提议", "grant proposal")
    MOVES = {
        "propose": (NEW, S.PROPOSED),
        "confirm": ({S.PROPOSED}, S.CONFIRMED),
        "decline": ({S.PROPOSED}, S.DECLINED),
    }

    role: Mapped[Role] = mapped_column(text_enum(Role))
    scope_kind: Mapped[ScopeKind] = mapped_column(text_enum(ScopeKind))
    scope_id: Mapped[UUID]
    community_id: Mapped[UUID | None] = mapped_column(ForeignKey("communities.id"))
    """The community of the place, where the scope is a place."""
    valid_from: Mapped[datetime | None]
    """Begin of the grant; None for the instant of the confirmation."""
    valid_to: Mapped[datetime | None]
    letter_number: Mapped[str | None] = mapped_column(info={"privacy": "personal"})
    """Number of the letter by which a unit proposes its liaison."""
    status: Mapped[GrantProposalStatus] = mapped_column(text_enum(GrantProposalStatus))
    proposed_by: Mapped[UUID]
    proposed_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_grant_proposals_scope", "scope_id"),
        CheckConstraint("(scope_kind = 'place') = (community_id IS NOT NULL)", name="place"),
        Index(
            "uq_grant_proposals_open",
            *("user_id", "role", "scope_id"),
            unique=True,
            postgresql_where=text("status = 'proposed'"),
        ),
    )

    def confirm(self, now: datetime, by: UUID) -> None:
        self.move("confirm")
        self.decided_at, self.decided_by = now, by

    def decline(self, now: datetime, by: UUID) -> None:
        self.move("decline")
        self.decided_at, self.decided_by = now, by
