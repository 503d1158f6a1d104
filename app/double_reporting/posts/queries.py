"""Queries on posts, and on the numbers of residents who serve on them."""

from collections.abc import Set
from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select

from app.double_reporting.models import (
    IN_SERVICE,
    Post,
    PostClaim,
    PostClaimStatus,
    PostStatus,
)
from app.double_reporting.posts.schemas import PostQuery, StaffPostQuery
from app.kernel.jobs.sweeps import DueRows


def published_posts(community_id: UUID, query: PostQuery) -> Select[Post, int, int]:
    """Selects published posts with the numbers of claims in notice and in service."""
    statement = posts_with_counts(community_id).where(Post.status == PostStatus.PUBLISHED)
    return statement if query.category is None else statement.where(Post.category == query.category)


def posts_with_counts(community_id: UUID) -> Select[Post, int, int]:
    """Selects posts with the numbers of claims in notice and in service."""
    in_notice = _claim_count(community_id, {PostClaimStatus.APPROVED})
    serving = _claim_count(community_id, IN_SERVICE)
    return select(Post, in_notice, serving).where(Post.community_id == community_id)


def _claim_count(community_id: UUID, states: Set[PostClaimStatus]) -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(
            PostClaim.community_id == community_id,
            PostClaim.post_id == Post.id,
            PostClaim.status.in_(sorted(states)),
        )
        .correlate(Post)
        .scalar_subquery()
    )


def all_posts(community_id: UUID, query: StaffPostQuery) -> Select[Post]:
    """Selects all posts, drafts included."""
    statement = select(Post).where(Post.community_id == community_id)
    return statement if query.status is None else statement.where(Post.status == query.status)


def posts_to_close(now: datetime) -> DueRows:
    return select(Post.community_id, Post.id, Post.ends_at).where(
        Post.status == PostStatus.PUBLISHED, Post.ends_at <= now
    )
