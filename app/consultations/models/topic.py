"""Topic: a matter that residents discuss and decide; with its public history and its seconds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import Channel, Entered, witnessed
from app.consultations.errors import NothingToConfirm
from app.kernel.database.columns import CommunityScoped, SearchTerms, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded


class TopicStatus(Worded):
    SUBMITTED = "submitted", "已提交", "submitted"
    SCREENING = "screening", "审核中", "being screened"
    DECLINED = "declined", "未采纳", "declined"
    OPEN = "open", "已公开", "open"
    DELIBERATING = "deliberating", "协商中", "being deliberated"
    BALLOTING = "balloting", "表决中", "being voted on"
    DECIDED = "decided", "已有结果", "decided"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


class TopicCategory(Worded):
    ENVIRONMENT = "environment", "环境卫生", "environment"
    SAFETY = "safety", "公共安全", "safety"
    PARKING = "parking", "停车管理", "parking"
    FACILITIES = "facilities", "公共设施", "facilities"
    PROPERTY = "property", "物业管理", "property management"
    ELDERLY_AND_CHILDREN = "elderly_and_children", "养老托幼", "elderly people and children"
    CULTURE_AND_SPORT = "culture_and_sport", "文化体育", "culture and sport"
    COVENANT = "covenant", "居民公约", "residents' covenant"
    """The residents' covenant (居民公约)."""
    OTHER = "other", "其他", "other"


class TopicOutcome(Worded):
    """The decision about a topic, by its ballot or by the consensus of those who met."""

    ADOPTED = "adopted", "已通过", "adopted"
    REJECTED = "rejected", "未通过", "rejected"


S = TopicStatus
AWAITING_ANSWER = frozenset({S.SUBMITTED, S.SCREENING})
WITHDRAWABLE = frozenset({S.SUBMITTED, S.SCREENING, S.OPEN})
DISCUSSED = frozenset({S.OPEN, S.DELIBERATING})
"""The states in which residents may submit opinions."""


class Topic(Stateful, Entered, CommunityScoped, Base):
    __tablename__ = "topics"
    PRIVACY = "personal"
    IN_WORDS = StateWords("议题", "topic")
    MOVES = {
        "raise": (NEW, S.SUBMITTED),
        "screen": ({S.SUBMITTED}, S.SCREENING),
        "open": ({S.SCREENING}, S.OPEN),
        "decline": ({S.SCREENING}, S.DECLINED),
        "deliberate": ({S.OPEN}, S.DELIBERATING),
        "ballot": ({S.DELIBERATING}, S.BALLOTING),
        "decide_by_consensus": ({S.DELIBERATING}, S.DECIDED),
        "decide_by_result": ({S.BALLOTING}, S.DECIDED),
        "deliberate_again": ({S.BALLOTING}, S.DELIBERATING),
        "withdraw": (WITHDRAWABLE, S.WITHDRAWN),
    }

    title: Mapped[str]
    text: Mapped[str]
    category: Mapped[TopicCategory] = mapped_column(text_enum(TopicCategory))
    participant_id: Mapped[UUID | None]
    """The participant who raised it; None where the community itself did."""
    place_id: Mapped[UUID | None]
    """The grid, building or entrance whose residents it concerns; None for the whole community.
    Everybody may read it, and those who live there vote on it."""
    status: Mapped[TopicStatus] = mapped_column(text_enum(TopicStatus))
    submitted_at: Mapped[datetime]
    answer_due_at: Mapped[datetime]
    """The instant by which screening opens or declines it."""
    overdue_notified_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    """The instant since which everybody may read it, in whatever state."""
    decided_at: Mapped[datetime | None]
    outcome: Mapped[TopicOutcome | None] = mapped_column(text_enum(TopicOutcome))
    """None before the decision, and for topics decided before outcomes were stored."""
    minutes: Mapped[str | None]
    """Public minutes of the deliberation that came to a consensus."""
    seconds: Mapped[int]
    seconds_needed: Mapped[int | None]
    """The number of seconds that it needs, fixed at the opening."""
    opinions_for: Mapped[int]
    opinions_against: Mapped[int]
    opinions_neutral: Mapped[int]
    """The three counters leave out replies and hidden opinions."""
    search_grams: Mapped[SearchTerms]
    version: Mapped[int]

    __table_args__ = (
        witnessed(),
        within("participants", "participant_id"),
        within("places", "place_id"),
        Index(
            "ix_topics_public",
            *("community_id", "id"),
            postgresql_where=sql("opened_at IS NOT NULL"),
        ),
        Index("ix_topics_queue", "community_id", "status", "id"),
        Index("ix_topics_mine", "community_id", "participant_id", "id"),
        Index(
            "ix_topics_due",
            "answer_due_at",
            postgresql_where=sql(
                "overdue_notified_at IS NULL AND status IN ('submitted', 'screening')"
            ),
        ),
        Index("ix_topics_search", "search_grams", postgresql_using="gin"),
    )

    @property
    def is_public(self) -> bool:
        return self.opened_at is not None

    def is_overdue_at(self, now: datetime) -> bool:
        """True where screening has not answered in time."""
        return self.status in AWAITING_ANSWER and self.answer_due_at <= now

    def move(self, verb: str) -> None:
        super().move(verb)
        self.version += 1

    def screen(self) -> None:
        self.move("screen")

    def open(self, now: datetime, seconds_needed: int) -> None:
        self.move("open")
        self.opened_at, self.seconds_needed = now, seconds_needed

    def decline(self) -> None:
        self.move("decline")

    def deliberate(self) -> None:
        """Begin the deliberation, after enough seconds or by a worker's decision."""
        self.move("deliberate")

    def ballot(self) -> None:
        self.move("ballot")

    def decide_by_consensus(self, now: datetime, minutes: str, outcome: TopicOutcome) -> None:
        """Decide without a ballot; once there is one, its result decides."""
        self.move("decide_by_consensus")
        self.decided_at, self.minutes, self.outcome = now, minutes, outcome

    def decide_by_result(self, now: datetime, outcome: TopicOutcome) -> None:
        self.move("decide_by_result")
        self.decided_at, self.outcome = now, outcome

    def deliberate_again(self) -> None:
        """Go back to the deliberation after the ballot was annulled."""
        self.move("deliberate_again")

    def withdraw(self) -> None:
        self.move("withdraw")

    def require_takes_seconds(self) -> None:
        self.require("deliberate")

    def count_second(self) -> None:
        self.require_takes_seconds()
        self.seconds += 1

    @property
    def has_enough_seconds(self) -> bool:
        return self.seconds_needed is not None and self.seconds >= self.seconds_needed

    @property
    def is_discussed(self) -> bool:
        return self.status in DISCUSSED

    def require_discussed(self) -> None:
        self.require_in(DISCUSSED, wanted=S.DELIBERATING)

    def count_opinion(self, stance: str, by: int) -> None:
        """Change the counter of a stance by 1 or -1."""
        name = f"opinions_{stance}"
        setattr(self, name, getattr(self, name) + by)


class TopicNote(CommunityScoped, Base):
    """An entry in the history of a topic, readable by everybody who sees the topic."""

    __tablename__ = "topic_notes"
    PRIVACY = "public"
    topic_id: Mapped[UUID]
    state: Mapped[TopicStatus] = mapped_column(text_enum(TopicStatus))
    note: Mapped[str | None]
    """The reason of a decision; None where the topic was raised, withdrawn or seconded enough."""
    at: Mapped[datetime]
    by: Mapped[UUID | None] = mapped_column(info={"privacy": "internal"})
    """The user who decided; None where a rule has moved it."""

    __table_args__ = (
        within("topics", "topic_id"),
        Index("ix_topic_notes_topic", "community_id", "topic_id", "id"),
    )


class TopicSecond(Entered, CommunityScoped, Base):
    __tablename__ = "topic_seconds"
    PRIVACY = "personal"
    topic_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    at: Mapped[datetime]
    confirmed_by: Mapped[UUID | None]
    """The other person who, for a second that the desk has entered, has confirmed it, of the staff
    or the resident. Until then it does not count."""
    confirmed_at: Mapped[datetime | None]

    __table_args__ = (
        witnessed(),
        within("topics", "topic_id"),
        within("participants", "participant_id"),
        CheckConstraint(
            "(confirmed_by IS NULL) = (confirmed_at IS NULL)"
            " AND (channel <> 'self' OR confirmed_by IS NULL)",
            name="confirmed",
        ),
        Index(
            "uq_topic_seconds_once",
            *("community_id", "topic_id", "participant_id"),
            unique=True,
        ),
        Index(
            "ix_topic_seconds_unconfirmed",
            *("community_id", "topic_id", "id"),
            postgresql_where=sql("channel <> 'self' AND confirmed_at IS NULL"),
        ),
        Index("ix_topic_seconds_mine", "community_id", "participant_id"),
    )

    @property
    def is_counted(self) -> bool:
        """True for a resident's own second, and for one of the desk that somebody has confirmed."""
        return self.channel is Channel.SELF or self.confirmed_at is not None

    def confirm(self, now: datetime, by: UUID) -> None:
        if self.is_counted:
            raise NothingToConfirm
        self.confirmed_at, self.confirmed_by = now, by
