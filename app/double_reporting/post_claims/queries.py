"""Selects on claims."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, or_, select

from app.communities.models import Participant
from app.double_reporting.models import LIVE_CLAIM, Claim, ClaimStatus, Post, PostStatus
from app.double_reporting.post_claims.schemas import PostClaimQuery


def mine(me: Participant, query: PostClaimQuery) -> Select[Claim, Post]:
    """Newest first, with what was claimed."""
    wanted = (
        select(Claim, Post)
        .join(Post, (Post.community_id == me.community_id) & (Post.id == Claim.post_id))
        .where(
            Claim.community_id == me.community_id,
            Claim.participant_id == me.id,
            Claim.id < query.before.id,
        )
        .order_by(Claim.id.desc())
        .limit(query.limit + 1)
    )
    return wanted if query.status is None else wanted.where(Claim.status == query.status)


def of_post(post: Post, query: PostClaimQuery) -> Select[Claim, str]:
    """In the order in which they came, with the names that are shown."""
    wanted = (
        select(Claim, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == post.community_id)
            & (Participant.id == Claim.participant_id),
        )
        .where(
            Claim.community_id == post.community_id,
            Claim.post_id == post.id,
            Claim.id > query.after.id,
        )
        .order_by(Claim.id)
        .limit(query.limit + 1)
    )
    return wanted if query.status is None else wanted.where(Claim.status == query.status)


def live_of(who: Participant) -> Select[Claim]:
    """In the order in which posts are held."""
    return (
        select(Claim)
        .where(
            Claim.community_id == who.community_id,
            Claim.participant_id == who.id,
            Claim.status.in_(LIVE_CLAIM),
        )
        .order_by(Claim.post_id)
    )


def starting(now: datetime, limit: int) -> Select[UUID, UUID]:
    """Whose notice period is over."""
    return (
        select(Claim.community_id, Claim.id)
        .where(Claim.status == ClaimStatus.APPROVED, Claim.serves_from <= now)
        .order_by(Claim.serves_from)
        .limit(limit)
    )


def over(now: datetime, limit: int) -> Select[UUID, UUID]:
    """Served on posts that are closed and over."""
    return (
        select(Claim.community_id, Claim.id)
        .join(Post, (Post.community_id == Claim.community_id) & (Post.id == Claim.post_id))
        .where(
            Claim.status == ClaimStatus.SERVING,
            Post.status == PostStatus.CLOSED,
            or_(Post.ends_at.is_(None), Post.ends_at <= now),
        )
        .limit(limit)
    )
