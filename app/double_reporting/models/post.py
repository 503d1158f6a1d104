"""Post (岗位): what a community asks of reporting members, with places."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.capacity import Capacity, bounded
from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful


class PostCategory(StrEnum):
    """domain.md 4."""

    POLICY_PUBLICITY = "policy_publicity"
    ENVIRONMENT = "environment"
    MEDIATION = "mediation"
    SAFETY_PATROL = "safety_patrol"
    CARE = "care"
    """Of old people and children."""
    CULTURE_AND_SPORT = "culture_and_sport"
    CONVENIENCE = "convenience"
    EMERGENCY = "emergency"


class PostStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


S = PostStatus


class Post(Capacity, Stateful, CommunityScoped, Base):
    """Its places are taken by live claims, no more and no less."""

    __tablename__ = "posts"
    PRIVACY = "public"
    MOVES = {
        "draft": (NEW, S.DRAFT),
        "publish": ({S.DRAFT}, S.PUBLISHED),
        "close": ({S.PUBLISHED}, S.CLOSED),
    }

    category: Mapped[PostCategory] = mapped_column(text_enum(PostCategory))
    title: Mapped[str]
    description: Mapped[str]
    schedule: Mapped[str]
    """In words: when one is expected."""
    status: Mapped[PostStatus] = mapped_column(text_enum(PostStatus))
    ends_at: Mapped[datetime | None]
    """It closes then by itself; None where its staff close it."""
    published_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    version: Mapped[int]
    """Its ETag for administrators; claims do not change it."""

    __table_args__ = (
        bounded(),
        Index("ix_posts_list", "community_id", "status", "id"),
        Index("ix_posts_ending", "ends_at", postgresql_where=text("status = 'published'")),
    )

    def publish(self, now: datetime) -> None:
        self.move("publish")
        self.published_at = now

    def close(self, now: datetime) -> None:
        """Nobody applies any more; who serves goes on until it is over."""
        self.move("close")
        self.closed_at = now

    def require_open(self) -> None:
        """To be written anew."""
        self.require_in({S.DRAFT, S.PUBLISHED}, wanted=S.PUBLISHED)

    def is_over(self, now: datetime) -> bool:
        return self.status is S.CLOSED and (self.ends_at is None or self.ends_at <= now)
