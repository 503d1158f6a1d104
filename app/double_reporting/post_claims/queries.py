"""Queries on post claims."""

from datetime import datetime

from sqlalchemy import Select, func, or_, select

from app.communities.models import Participant
from app.double_reporting.models import (
    IN_SERVICE,
    LIVE_CLAIM,
    Post,
    PostClaim,
    PostClaimStatus,
    PostStatus,
)
from app.double_reporting.post_claims.schemas import PostClaimQuery
from app.kernel.jobs.sweeps import DueRows


def claims_of_person(me: Participant, query: PostClaimQuery) -> Select[PostClaim, Post]:
    """Selects a participant's claims with their posts."""
    statement = (
        select(PostClaim, Post)
        .join(Post, (Post.community_id == me.community_id) & (Post.id == PostClaim.post_id))
        .where(
            PostClaim.community_id == me.community_id,
            PostClaim.participant_id == me.id,
        )
    )
    return statement if query.status is None else statement.where(PostClaim.status == query.status)


def claims_of_post(post: Post, query: PostClaimQuery) -> Select[PostClaim, Participant]:
    """Selects the claims of a post with their participants."""
    statement = (
        select(PostClaim, Participant)
        .join(
            Participant,
            (Participant.community_id == post.community_id)
            & (Participant.id == PostClaim.participant_id),
        )
        .where(PostClaim.community_id == post.community_id, PostClaim.post_id == post.id)
    )
    return statement if query.status is None else statement.where(PostClaim.status == query.status)


def live_claims_of(participant: Participant) -> Select[PostClaim]:
    """Selects a participant's live claims in the order in which posts are locked."""
    return (
        select(PostClaim)
        .where(
            PostClaim.community_id == participant.community_id,
            PostClaim.participant_id == participant.id,
            PostClaim.status.in_(LIVE_CLAIM),
        )
        .order_by(PostClaim.post_id)
    )


def claims_to_start(now: datetime) -> DueRows:
    """Selects claims whose notice period is over."""
    return select(PostClaim.community_id, PostClaim.id, PostClaim.serves_from).where(
        PostClaim.status == PostClaimStatus.APPROVED, PostClaim.serves_from <= now
    )


def claims_to_complete(now: datetime) -> DueRows:
    """Selects claims in service on posts that are closed and over."""
    return (
        select(
            PostClaim.community_id,
            PostClaim.id,
            func.greatest(Post.closed_at, Post.ends_at).label("over_at"),
        )
        .join(Post, (Post.community_id == PostClaim.community_id) & (Post.id == PostClaim.post_id))
        .where(
            PostClaim.status.in_(sorted(IN_SERVICE)),
            Post.status == PostStatus.CLOSED,
            or_(Post.ends_at.is_(None), Post.ends_at <= now),
        )
    )
