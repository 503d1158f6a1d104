"""Activity: a volunteer event to which residents are invited, with its shifts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, SearchTerms, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.errors import DomainError
from app.kernel.words import Worded
from app.volunteering.errors import (
    AdultsOnlyMissing,
    InsuranceMissing,
    RiskStatementMissing,
    ShiftsMissing,
)


class ActivityStatus(Worded):
    DRAFT = "draft", "草稿", "draft"
    PUBLISHED = "published", "已发布", "published"
    CANCELLED = "cancelled", "已取消", "cancelled"
    COMPLETED = "completed", "已结束", "completed"
    ARCHIVED = "archived", "已归档", "archived"


class Audience(Worded):
    EVERYONE = "everyone", "所有人", "everybody"
    RESIDENTS = "residents", "本社区居民", "residents"


class Category(Worded):
    ENVIRONMENT = "environment", "环境整治", "environment"
    SAFETY = "safety", "安全防范", "safety"
    ELDERLY_CARE = "elderly_care", "助老服务", "care of elderly people"
    CHILD_CARE = "child_care", "儿童关爱", "care of children"
    CULTURE_AND_SPORT = "culture_and_sport", "文体活动", "culture and sport"
    CONVENIENCE = "convenience", "便民服务", "everyday services"
    MEDIATION = "mediation", "矛盾调解", "mediation"
    EMERGENCY = "emergency", "应急救援", "emergencies"
    OTHER = "other", "其他", "other"


class RiskLevel(Worded):
    LOW = "low", "低", "low"
    MEDIUM = "medium", "中", "medium"
    HIGH = "high", "高", "high"


class AgeLimit(Worded):
    """The ages for which an activity is: minors need a guardian's consent, and nobody under 18
    takes part in what is of high risk."""

    ALL = "all", "不限年龄", "all ages"
    FROM_14 = "from_14", "年满14周岁", "from 14 on"
    ADULTS = "adults", "成年人", "adults"


OFFER_HOURS = 2
"""Hours for the answer to an offered place, unless the activity sets another number."""
RISKS = tuple(RiskLevel)
"""Levels of risk, the lowest first."""

S = ActivityStatus


class Activity(Stateful, CommunityScoped, Base):
    __tablename__ = "activities"
    PRIVACY = "public"
    IN_WORDS = StateWords("活动", "activity")
    MOVES = {
        "draft": (NEW, S.DRAFT),
        "publish": ({S.DRAFT}, S.PUBLISHED),
        "cancel": ({S.PUBLISHED}, S.CANCELLED),
        "complete": ({S.PUBLISHED}, S.COMPLETED),
        "archive": ({S.COMPLETED}, S.ARCHIVED),
    }

    title: Mapped[str]
    summary: Mapped[str]
    description: Mapped[str]
    """Rich text, sanitised by its schema."""
    category: Mapped[Category] = mapped_column(text_enum(Category))
    audience: Mapped[Audience] = mapped_column(text_enum(Audience))
    age: Mapped[AgeLimit] = mapped_column(text_enum(AgeLimit), default=AgeLimit.ALL)
    risk_level: Mapped[RiskLevel] = mapped_column(text_enum(RiskLevel))
    risk_statement: Mapped[str]
    is_insured: Mapped[bool]
    needs_review: Mapped[bool]
    offer_hours: Mapped[int] = mapped_column(default=OFFER_HOURS)
    """Hours for the answer to a place that has come free and is offered to the next in line."""
    organiser: Mapped[str]
    contact: Mapped[str]
    """Contact for questions; shown to everybody, so never a person's own number."""
    place_id: Mapped[UUID | None]
    """The place whose people it addresses: a grid, a building or an entrance."""
    address: Mapped[str]
    gcj02_longitude: Mapped[float | None]
    gcj02_latitude: Mapped[float | None]
    status: Mapped[ActivityStatus] = mapped_column(text_enum(ActivityStatus))
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    """Both span its shifts, from the first start to the last end."""
    recurrence_zh: Mapped[str | None]
    recurrence_en: Mapped[str | None]
    """The rule of its series in words; None for an activity that does not recur."""
    published_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None]
    completed_at: Mapped[datetime | None]
    search_grams: Mapped[SearchTerms]
    version: Mapped[int]
    """The number in its ETag for administrators; each PUT and each verb increments it."""

    __table_args__ = (
        within("places", "place_id"),
        Index(
            "ix_activities_published",
            *("community_id", "starts_at", "id"),
            postgresql_where=text("status = 'published'"),
        ),
        Index("ix_activities_newest", "community_id", "id"),
        Index("ix_activities_ending", "ends_at", postgresql_where=text("status = 'published'")),
        Index("ix_activities_search", "search_grams", postgresql_using="gin"),
        CheckConstraint("status <> 'published' OR starts_at IS NOT NULL", name="published"),
        CheckConstraint("offer_hours BETWEEN 1 AND 72", name="offer_hours"),
    )

    @property
    def is_open(self) -> bool:
        return self.status in {S.DRAFT, S.PUBLISHED}

    def require_open(self) -> None:
        """Raises WrongState for an activity that is over or cancelled."""
        self.require_in({S.DRAFT, S.PUBLISHED}, wanted=S.PUBLISHED)

    def move(self, verb: str) -> None:
        super().move(verb)
        self.version += 1

    def publish(self, now: datetime) -> None:
        self.move("publish")
        self.require_publishable()
        if self.starts_at is None:
            raise ShiftsMissing
        self.published_at = now

    @property
    def refusal_to_publish(self) -> DomainError | None:
        """The rules that an activity obeys from its publication on, through each change: its risks
        are stated (Volunteer Service Regulations, art. 12), and high ones are insured (art. 17) and
        for adults alone."""
        if not self.risk_statement:
            return RiskStatementMissing()
        if self.risk_level is RiskLevel.HIGH and not self.is_insured:
            return InsuranceMissing()
        if self.risk_level is RiskLevel.HIGH and self.age is not AgeLimit.ADULTS:
            return AdultsOnlyMissing()
        return None

    def require_publishable(self) -> None:
        if (refusal := self.refusal_to_publish) is not None:
            raise refusal

    def cancel(self, now: datetime, reason: str) -> None:
        """Cancel the activity; everybody who has signed up is shown the reason."""
        self.move("cancel")
        self.cancelled_at, self.cancel_reason = now, reason

    def complete(self, now: datetime) -> None:
        self.move("complete")
        self.completed_at = now

    def archive(self) -> None:
        self.move("archive")
