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
from app.kernel.privacy.sealed import Sealed, own, shown


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
    shown_text: Mapped[str | None] = mapped_column("text")
    """The text while everybody may read it."""
    text_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    withheld_text = Sealed("text_sealed")
    """The text while its author and staff alone may read it."""
    status: Mapped[OpinionStatus] = mapped_column(text_enum(OpinionStatus))
    posted_at: Mapped[datetime]
    endorsements: Mapped[int]
    hidden_by: Mapped[UUID | None]
    hidden_reason_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    reason_for_author = Sealed("hidden_reason_sealed")
    """The reason shown to the author; None again after a restoration."""

    __table_args__ = (
        witnessed(),
        within("topics", "topic_id"),
        within("participants", "participant_id"),
        within("opinions", "reply_to"),
        Index("ix_opinions_topic", "community_id", "topic_id", "id"),
        Index("ix_opinions_replies", "community_id", "reply_to", "id"),
        Index("ix_opinions_mine", "community_id", "participant_id", "id"),
        CheckConstraint("(status = 'hidden') <= (hidden_reason_sealed IS NOT NULL)", name="hidden"),
        CheckConstraint(
            "(status = 'shown') = (text IS NOT NULL)"
            " AND (text IS NULL) = (text_sealed IS NOT NULL)",
            name="withheld",
        ),
    )

    @property
    def text(self) -> str:
        """The text, wherever it stands; the guards of opinions decide who reads it."""
        is_shown = self.shown_text is not None
        return (self.shown_text if is_shown else shown(self, Opinion.withheld_text)) or ""

    @text.setter
    def text(self, text: str) -> None:
        if self.status in (None, S.SHOWN):
            self.shown_text = text
        else:
            self.withheld_text = text

    @property
    def hidden_reason(self) -> str | None:
        return shown(self, Opinion.reason_for_author)

    @property
    def is_counted(self) -> bool:
        """True for a shown opinion that is no reply: the topic counts these."""
        return self.status is S.SHOWN and self.reply_to is None

    def hide(self, by: UUID, reason: str) -> None:
        self.move("hide")
        self._withhold()
        self.hidden_by, self.reason_for_author = by, reason

    def restore(self) -> None:
        text = own(self, Opinion.withheld_text)
        self.move("restore")
        self.shown_text, self.withheld_text = text, None
        self.hidden_by = self.reason_for_author = None

    def withdraw(self) -> None:
        self.move("withdraw")
        self._withhold()

    def _withhold(self) -> None:
        """Seal the text: others may not read it any more."""
        if self.shown_text is not None:
            self.withheld_text, self.shown_text = self.shown_text, None

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
