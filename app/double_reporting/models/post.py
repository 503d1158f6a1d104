"""Post (岗位): a service that a community asks of its residents, with places."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.double_reporting.errors import InsuranceMissing, PostTaken, RiskStatementMissing
from app.kernel.database.capacity import Capacity, bounded
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.words import Worded


class PostCategory(Worded):
    """Category of a post."""

    POLICY_PUBLICITY = "policy_publicity", "政策宣传", "policy publicity"
    ENVIRONMENT = "environment", "环境整治", "environment"
    MEDIATION = "mediation", "矛盾调解", "mediation"
    SAFETY_PATROL = "safety_patrol", "治安巡逻", "safety patrol"
    CARE = "care", "助老助幼", "care of old people and children"
    """Care of old people and children."""
    CULTURE_AND_SPORT = "culture_and_sport", "文体活动", "culture and sport"
    CONVENIENCE = "convenience", "便民服务", "convenience services"
    EMERGENCY = "emergency", "应急处置", "emergencies"


class PostStatus(Worded):
    DRAFT = "draft", "草稿", "draft"
    PUBLISHED = "published", "已发布", "published"
    CLOSED = "closed", "已关闭", "closed"


class PostRisk(Worded):
    """Risk of a service; a high one is for insured adults."""

    LOW = "low", "低", "low"
    MEDIUM = "medium", "中", "medium"
    HIGH = "high", "高", "high"


S = PostStatus
AGREED = (
    *("category", "schedule", "risk_level", "risk_statement"),
    *("place_id", "from_on", "until_on", "duty_rule", "duty_time", "duty_minutes"),
)
"""Columns that whoever claims a post agrees to: they do not change under claimants."""


class Post(Capacity, Stateful, CommunityScoped, Base):
    """A post; each live claim takes exactly one of its places."""

    __tablename__ = "posts"
    PRIVACY = "public"
    IN_WORDS = StateWords("岗位", "post")
    MOVES = {
        "draft": (NEW, S.DRAFT),
        "publish": ({S.DRAFT}, S.PUBLISHED),
        "close": ({S.PUBLISHED}, S.CLOSED),
    }

    category: Mapped[PostCategory] = mapped_column(text_enum(PostCategory))
    title: Mapped[str]
    description: Mapped[str]
    schedule: Mapped[str]
    """The times of service, in words."""
    risk_level: Mapped[PostRisk] = mapped_column(text_enum(PostRisk))
    risk_statement: Mapped[str]
    is_insured: Mapped[bool]
    """True if those who serve are insured."""
    place_id: Mapped[UUID | None]
    """The place of service; None for the community as a whole."""
    from_on: Mapped[date | None]
    """The first day of service."""
    until_on: Mapped[date | None]
    """The last day of service."""
    duty_rule: Mapped[str | None]
    """The dates of service, as RFC 5545 writes them; None where words alone say when."""
    duty_time: Mapped[str | None]
    """The time of day at which each date begins: 19:00."""
    duty_minutes: Mapped[int | None]
    planned_until: Mapped[date | None]
    """The last day up to which the dates are planned; they are from the first service on."""
    status: Mapped[PostStatus] = mapped_column(text_enum(PostStatus))
    ends_at: Mapped[datetime | None]
    """The instant at which a sweep closes it; None where staff do."""
    published_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    version: Mapped[int]
    """The number in its ETag for administrators; claims do not change it."""

    __table_args__ = (
        bounded(),
        within("places", "place_id"),
        CheckConstraint("from_on <= until_on", name="days"),
        CheckConstraint(
            "(duty_rule IS NULL) = (duty_time IS NULL)"
            " AND (duty_rule IS NULL) = (duty_minutes IS NULL)"
            " AND duty_minutes BETWEEN 1 AND 1440",
            name="duty",
        ),
        Index("ix_posts_to_plan", "planned_until", postgresql_where=text("duty_rule IS NOT NULL")),
        Index("ix_posts_list", "community_id", "status", "id"),
        Index("ix_posts_ending", "ends_at", postgresql_where=text("status = 'published'")),
    )

    def publish(self, now: datetime) -> None:
        self.move("publish")
        self.require_publishable()
        self.published_at = now

    def close(self, now: datetime) -> None:
        """Take no more claims; whoever serves goes on until the post is over."""
        self.move("close")
        self.closed_at = now

    def require_publishable(self) -> None:
        """Refuse a post whose risk is not stated, and a high one without insurance."""
        if not self.risk_statement:
            raise RiskStatementMissing
        if self.risk_level is PostRisk.HIGH and not self.is_insured:
            raise InsuranceMissing

    def require_agreed(self, values: Mapping[str, object]) -> None:
        """Refuse to change what those who have claimed the post have agreed to; who serves is
        asked anew by another post."""
        changed = [name for name in AGREED if values[name] != getattr(self, name)]
        if self.is_insured and not values["is_insured"]:
            changed.append("is_insured")
        if self.taken and changed:
            raise PostTaken(taken=self.taken, fields=changed)

    def require_open(self) -> None:
        """Refuse changes to a closed post."""
        self.require_in({S.DRAFT, S.PUBLISHED}, wanted=S.PUBLISHED)

    def is_over(self, now: datetime) -> bool:
        return self.status is S.CLOSED and (self.ends_at is None or self.ends_at <= now)
