"""Opinion on a topic, or reply to an opinion; with its endorsements."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful


class Stance(StrEnum):
    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class OpinionStatus(StrEnum):
    SHOWN = "shown"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


S = OpinionStatus


class Opinion(Stateful, Entered, CommunityScoped, Base):
    __tablename__ = "opinions"
    PRIVACY = "personal"
    MOVES = {
        "submit": (NEW, S.SHOWN),
        "hide": ({S.SHOWN}, S.HIDDEN),
        "restore": ({S.HIDDEN}, S.SHOWN),
        "withdraw": ({S.SHOWN, S.HIDDEN}, S.WITHDRAWN),
    }

    topic_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    reply_to: Mapped[UUID | None]
    """An opinion of the same topic that is no reply itself."""
    stance: Mapped[Stance] = mapped_column(text_enum(Stance))
    text: Mapped[str]
    status: Mapped[OpinionStatus] = mapped_column(text_enum(OpinionStatus))
    posted_at: Mapped[datetime]
    endorsements: Mapped[int]
    hidden_by: Mapped[UUID | None]
    hidden_reason: Mapped[str | None]
    """The reason shown to the author; None again after a restoration."""

    __table_args__ = (
        witnessed(),
        within("topics", "topic_id"),
        within("participants", "participant_id"),
        within("opinions", "reply_to"),
        Index("ix_opinions_topic", "community_id", "topic_id", "id"),
        Index("ix_opinions_replies", "community_id", "reply_to", "id"),
        Index("ix_opinions_mine", "community_id", "participant_id", "id"),
        CheckConstraint("(status = 'hidden') <= (hidden_reason IS NOT NULL)", name="hidden"),
    )

    @property
    def is_counted(self) -> bool:
        """True for a shown opinion that is no reply: the topic counts these."""
        return self.status is S.SHOWN and self.reply_to is None

    def hide(self, by: UUID, reason: str) -> None:
        self.move("hide")
        self.hidden_by, self.hidden_reason = by, reason

    def restore(self) -> None:
        self.move("restore")
        self.hidden_by = self.hidden_reason = None

    def withdraw(self) -> None:
        self.move("withdraw")

    def require_shown(self) -> None:
        """Refuse replies to and endorsements of an opinion that is not shown to everybody."""
        self.require_in({S.SHOWN}, wanted=S.SHOWN)


class Endorsement(Entered, CommunityScoped, Base):
    __tablename__ = "endorsements"
    PRIVACY = "personal"
    opinion_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        within("opinions", "opinion_id"),
        within("participants", "participant_id"),
        Index(
            "uq_endorsements_once",
            *("community_id", "opinion_id", "participant_id"),
            unique=True,
        ),
        Index("ix_endorsements_mine", "community_id", "participant_id"),
    )
