"""Post (岗位): a service that a community asks of its residents, with places."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.capacity import Capacity, bounded
from app.kernel.database.columns import CommunityScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful


class PostCategory(StrEnum):
    """Category of a post."""

    POLICY_PUBLICITY = "policy_publicity"
    ENVIRONMENT = "environment"
    MEDIATION = "mediation"
    SAFETY_PATROL = "safety_patrol"
    CARE = "care"
    """Care of old people and children."""
    CULTURE_AND_SPORT = "culture_and_sport"
    CONVENIENCE = "convenience"
    EMERGENCY = "emergency"


class PostStatus(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


S = PostStatus


class Post(Capacity, Stateful, CommunityScoped, Base):
    """A post; each live claim takes exactly one of its places."""

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
    """The times of service, in words."""
    status: Mapped[PostStatus] = mapped_column(text_enum(PostStatus))
    ends_at: Mapped[datetime | None]
    """The instant at which a sweep closes it; None where staff do."""
    published_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    version: Mapped[int]
    """The number in its ETag for administrators; claims do not change it."""

    __table_args__ = (
        bounded(),
        Index("ix_posts_list", "community_id", "status", "id"),
        Index("ix_posts_ending", "ends_at", postgresql_where=text("status = 'published'")),
    )

    def publish(self, now: datetime) -> None:
        self.move("publish")
        self.published_at = now

    def close(self, now: datetime) -> None:
        """Take no more claims; whoever serves goes on until the post is over."""
        self.move("close")
        self.closed_at = now

    def require_open(self) -> None:
        """Refuse changes to a closed post."""
        self.require_in({S.DRAFT, S.PUBLISHED}, wanted=S.PUBLISHED)

    def is_over(self, now: datetime) -> bool:
        return self.status is S.CLOSED and (self.ends_at is None or self.ends_at <= now)
