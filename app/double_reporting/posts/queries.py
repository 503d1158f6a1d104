"""Selects on posts, with how many serve on them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select

from app.double_reporting.models import Post, PostClaim, PostClaimStatus, PostStatus
from app.double_reporting.posts.schemas import PostQuery, StaffPostQuery
from app.kernel.jobs.sweeps import DueRows


def published(community_id: UUID, query: PostQuery) -> Select[Post, int, int]:
    """Published posts, with how many are in notice and how many serve."""
    wanted = counted(community_id).where(Post.status == PostStatus.PUBLISHED)
    return wanted if query.category is None else wanted.where(Post.category == query.category)


def counted(community_id: UUID) -> Select[Post, int, int]:
    in_notice = _many(community_id, PostClaimStatus.APPROVED)
    serving = _many(community_id, PostClaimStatus.SERVING)
    return select(Post, in_notice, serving).where(Post.community_id == community_id)


def _many(community_id: UUID, status: PostClaimStatus) -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(
            PostClaim.community_id == community_id,
            PostClaim.post_id == Post.id,
            PostClaim.status == status,
        )
        .correlate(Post)
        .scalar_subquery()
    )


def for_staff(community_id: UUID, query: StaffPostQuery) -> Select[Post]:
    """All posts, drafts too."""
    wanted = select(Post).where(Post.community_id == community_id)
    return wanted if query.status is None else wanted.where(Post.status == query.status)


def ending(now: datetime) -> DueRows:
    return select(Post.community_id, Post.id, Post.ends_at).where(
        Post.status == PostStatus.PUBLISHED, Post.ends_at <= now
    )
