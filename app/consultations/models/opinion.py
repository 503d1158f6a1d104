"""Opinion on a topic, or reply to an opinion; with its endorsements and reports. It waits until
somebody has read it: nobody but its author and staff sees it before."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.privacy.sealed import Sealed, own, shown
from app.kernel.words import Worded


class Stance(Worded):
    FOR = "for", "赞成", "for"
    AGAINST = "against", "反对", "against"
    NEUTRAL = "neutral", "中立", "neutral"


class OpinionStatus(Worded):
    IN_REVIEW = "in_review", "待阅读", "in review"
    """It waits for a worker who reads it."""
    PASSED = "passed", "已公开", "passed"
    """Everybody may read it."""
    REFUSED = "refused", "未予公开", "refused"
    HIDDEN = "hidden", "已隐藏", "hidden"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


S = OpinionStatus
REPORTS_TO_HOLD = 3
"""Reports of so many people take an opinion from sight until it is read again."""


class Opinion(Stateful, Entered, CommunityScoped, Base):
    __tablename__ = "opinions"
    PRIVACY = "personal"
    IN_WORDS = StateWords("意见", "opinion")
    MOVES = {
        "submit": (NEW, S.IN_REVIEW),
        "pass": ({S.IN_REVIEW}, S.PASSED),
        "refuse": ({S.IN_REVIEW}, S.REFUSED),
        "hold": ({S.PASSED}, S.IN_REVIEW),
        "hide": ({S.PASSED}, S.HIDDEN),
        "restore": ({S.HIDDEN}, S.PASSED),
        "withdraw": ({S.IN_REVIEW, S.PASSED, S.HIDDEN}, S.WITHDRAWN),
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
    reports: Mapped[int] = mapped_column(default=0)
    """Reports since somebody of the staff has read it."""
    hidden_by: Mapped[UUID | None]
    hidden_reason_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    reason_for_author = Sealed("hidden_reason_sealed")
    """The reason why it is hidden or refused, shown to the author; None again once it is
    shown."""

    __table_args__ = (
        witnessed(),
        within("topics", "topic_id"),
        within("participants", "participant_id"),
        within("opinions", "reply_to"),
        Index("ix_opinions_topic", "community_id", "topic_id", "id"),
        Index("ix_opinions_replies", "community_id", "reply_to", "id"),
        Index("ix_opinions_mine", "community_id", "participant_id", "id"),
        Index(
            "ix_opinions_to_read",
            *("community_id", "id"),
            postgresql_where=sql("status = 'in_review' OR reports > 0"),
        ),
        CheckConstraint(
            "(status IN ('hidden', 'refused')) <= (hidden_reason_sealed IS NOT NULL)",
            name="hidden",
        ),
        CheckConstraint(
            "(status = 'passed') = (text IS NOT NULL)"
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
        if self.status is S.PASSED:
            self.shown_text = text
        else:
            self.withheld_text = text

    @property
    def hidden_reason(self) -> str | None:
        return shown(self, Opinion.reason_for_author)

    @property
    def is_counted(self) -> bool:
        """True for an opinion that everybody may read and that is no reply: the topic counts
        these."""
        return self.status is S.PASSED and self.reply_to is None

    @property
    def is_to_read(self) -> bool:
        """True while it waits for a worker: before it is shown, or because it was reported."""
        return self.status is S.IN_REVIEW or (self.status is S.PASSED and self.reports > 0)

    def pass_(self) -> None:
        """Show the opinion to everybody, because somebody has read it."""
        self._show("pass")

    def refuse(self, by: UUID, reason: str) -> None:
        """Refuse to show the opinion; its author is told the reason."""
        self.move("refuse")
        self.hidden_by, self.reason_for_author, self.reports = by, reason, 0

    def report(self) -> None:
        """Count a report of what is shown; the last one that is needed takes it from sight."""
        self.reports += 1
        if self.reports >= REPORTS_TO_HOLD:
            self.hold()

    def hold(self) -> None:
        """Take the opinion from sight until it is read again."""
        self.move("hold")
        self._withhold()

    def settle_reports(self) -> None:
        """Leave a reported opinion as it is, because somebody has read it."""
        self.reports = 0

    def hide(self, by: UUID, reason: str) -> None:
        self.move("hide")
        self._withhold()
        self.hidden_by, self.reason_for_author, self.reports = by, reason, 0

    def restore(self) -> None:
        self._show("restore")

    def _show(self, verb: str) -> None:
        text = own(self, Opinion.withheld_text)
        self.move(verb)
        self.shown_text, self.withheld_text, self.reports = text, None, 0
        self.hidden_by = self.reason_for_author = None

    def withdraw(self) -> None:
        self.move("withdraw")
        self._withhold()
        self.reports = 0

    def _withhold(self) -> None:
        """Seal the text: others may not read it any more."""
        if self.shown_text is not None:
            self.withheld_text, self.shown_text = self.shown_text, None

    def require_shown(self) -> None:
        """Refuse replies to and endorsements of an opinion that is not shown to everybody."""
        self.require_in({S.PASSED}, wanted=S.PASSED)


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


class OpinionReport(Entered, CommunityScoped, Base):
    """One person's report of an opinion that is shown. Nobody is shown whose it is."""

    __tablename__ = "opinion_reports"
    PRIVACY = "personal"
    opinion_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    reason_sealed: Mapped[bytes]
    reason = WordsAtRest[str]("reason_sealed")
    at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        within("opinions", "opinion_id"),
        within("participants", "participant_id"),
        Index(
            "uq_opinion_reports_once",
            *("community_id", "opinion_id", "participant_id"),
            unique=True,
        ),
        Index("ix_opinion_reports_mine", "community_id", "participant_id"),
    )
