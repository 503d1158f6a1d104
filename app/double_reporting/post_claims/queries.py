"""Selects on claims."""

from datetime import datetime

from sqlalchemy import Select, func, or_, select

from app.communities.models import Participant
from app.double_reporting.models import LIVE_CLAIM, Post, PostClaim, PostClaimStatus, PostStatus
from app.double_reporting.post_claims.schemas import PostClaimQuery
from app.kernel.jobs.sweeps import DueRows


def mine(me: Participant, query: PostClaimQuery) -> Select[PostClaim, Post]:
    """A person's claims, with what was claimed."""
    wanted = (
        select(PostClaim, Post)
        .join(Post, (Post.community_id == me.community_id) & (Post.id == PostClaim.post_id))
        .where(
            PostClaim.community_id == me.community_id,
            PostClaim.participant_id == me.id,
        )
    )
    return wanted if query.status is None else wanted.where(PostClaim.status == query.status)


def of_post(post: Post, query: PostClaimQuery) -> Select[PostClaim, str]:
    """Claims of a post, with the names that are shown."""
    wanted = (
        select(PostClaim, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == post.community_id)
            & (Participant.id == PostClaim.participant_id),
        )
        .where(PostClaim.community_id == post.community_id, PostClaim.post_id == post.id)
    )
    return wanted if query.status is None else wanted.where(PostClaim.status == query.status)


def live_of(who: Participant) -> Select[PostClaim]:
    """In the order in which posts are held."""
    return (
        select(PostClaim)
        .where(
            PostClaim.community_id == who.community_id,
            PostClaim.participant_id == who.id,
            PostClaim.status.in_(LIVE_CLAIM),
        )
        .order_by(PostClaim.post_id)
    )


def starting(now: datetime) -> DueRows:
    """Selects claims whose notice period is over."""
    return select(PostClaim.community_id, PostClaim.id, PostClaim.serves_from).where(
        PostClaim.status == PostClaimStatus.APPROVED, PostClaim.serves_from <= now
    )


def over(now: datetime) -> DueRows:
    """Selects claims that are served on posts that are closed and over."""
    return (
        select(
            PostClaim.community_id,
            PostClaim.id,
            func.greatest(Post.closed_at, Post.ends_at).label("over_at"),
        )
        .join(Post, (Post.community_id == PostClaim.community_id) & (Post.id == PostClaim.post_id))
        .where(
            PostClaim.status == PostClaimStatus.SERVING,
            Post.status == PostStatus.CLOSED,
            or_(Post.ends_at.is_(None), Post.ends_at <= now),
        )
    )
