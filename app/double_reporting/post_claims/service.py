"""Changes to post claims. Each one that frees a place locks the post first, which counts the
places."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.double_reporting.duties.releases import release_ahead
from app.double_reporting.events import (
    ClaimReleased,
    ClaimStays,
    LeaveAsked,
    PostClaimGivenUp,
    PostClaimReviewed,
    PostClaimWithdrawn,
    ServiceCompleted,
    ServiceStarted,
)
from app.double_reporting.models import IN_SERVICE, Post, PostClaim, PostClaimStatus
from app.double_reporting.post_claims.hot import CLAIM_POST
from app.double_reporting.post_claims.queries import live_claims_of
from app.double_reporting.post_claims.rules import ClaimPostCommand
from app.double_reporting.post_claims.schemas import DeskPostApplication, PostClaimOut
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record


async def apply_at_desk(
    session: AsyncSession, post_id: UUID, body: DeskPostApplication, *, by: Staff
) -> PostClaim:
    """Applies for a resident by the rules of the hot lane, as a group of one, and audits it."""
    acting = body.acting(by)
    command = ClaimPostCommand(
        post_id,
        acting,
        clock.now(),
        version=body.version,
        has_guardian=body.has_guardian_consent,
    )
    response = await CLAIM_POST.serve_one(session, by.community_id, command)
    made = PostClaimOut.model_validate_json(response.body)
    record_desk_act(session, by.community_id, acting, "claim.made", made)
    return await get_row(session, PostClaim, by.community_id, made.id)


async def withdraw(session: AsyncSession, claim: PostClaim, acting: ActingFor) -> PostClaim:
    """Withdraws a claim before service begins; the place is free again. A resident for whom
    the desk acts gets a message."""
    post = await _lock_post(session, claim)
    claim.withdraw(clock.now())
    post.give_back()
    event = PostClaimGivenUp if acting.is_at_desk else PostClaimWithdrawn
    emit(session, claim.community_id, event(claim_id=claim.id))
    record_desk_act(session, claim.community_id, acting, "claim.withdrawn", claim, has_message=True)
    return claim


async def approve(session: AsyncSession, claim: PostClaim, *, by: Staff) -> PostClaim:
    """Approves a claim, which has its place since the application. Service begins after the
    notice period, and not before the first day of the post, which no longer changes."""
    post = await get_row(session, Post, claim.community_id, claim.post_id)
    await lock(session, claim)
    claim.require("approve")
    await require_not_entered_by(session, claim.entered_by, by.id)
    first = None if post.from_on is None else clock.instant_of(post.from_on)
    claim.approve(clock.now(), by.id, first)
    _emit_review(session, claim)
    record(session, by, "claim.approved", claim, claim.participant_id)
    return claim


async def reject(session: AsyncSession, claim: PostClaim, reason: str, *, by: Staff) -> PostClaim:
    """Rejects an application; its place is free again."""
    post = await _lock_post(session, claim)
    claim.require("reject")
    await require_not_entered_by(session, claim.entered_by, by.id)
    claim.reject(clock.now(), by.id, reason)
    post.give_back()
    _emit_review(session, claim)
    record(session, by, "claim.rejected", claim, claim.participant_id)
    return claim


def _emit_review(session: AsyncSession, claim: PostClaim) -> None:
    event = PostClaimReviewed(claim_id=claim.id, status=claim.status, serves_from=claim.serves_from)
    emit(session, claim.community_id, event)


async def complete(session: AsyncSession, claim: PostClaim, *, by: Staff) -> PostClaim:
    """Completes a service; its place is free again."""
    post = await _lock_post(session, claim)
    claim.require("complete")
    await _complete(session, post, claim, clock.now())
    record(session, by, "claim.completed", claim, claim.participant_id)
    return claim


async def start(session: AsyncSession, claim: PostClaim, now: datetime) -> None:
    """Begins a service whose notice period is over, unless the claim has been withdrawn."""
    await lock(session, claim)
    if claim.status is PostClaimStatus.APPROVED and claim.serves_from and claim.serves_from <= now:
        claim.start()
        emit(session, claim.community_id, ServiceStarted(claim_id=claim.id))


async def complete_when_over(session: AsyncSession, claim: PostClaim, now: datetime) -> None:
    """Completes a service on a post that is closed and over, unless it is completed already."""
    post = await _lock_post(session, claim)
    if claim.status in IN_SERVICE and post.is_over(now):
        await _complete(session, post, claim, now)


async def ask_to_leave(
    session: AsyncSession, claim: PostClaim, reason: str, acting: ActingFor
) -> PostClaim:
    """Asks to leave a service; staff decide, and the place is kept until then."""
    await lock(session, claim)
    claim.ask_to_leave(clock.now(), reason)
    event = LeaveAsked(claim_id=claim.id, is_at_desk=acting.is_at_desk)
    emit(session, claim.community_id, event)
    record_desk_act(
        session, claim.community_id, acting, "claim.leave_asked", claim, has_message=True
    )
    return claim


async def stay(session: AsyncSession, claim: PostClaim, acting: ActingFor) -> PostClaim:
    """Goes on with a service after asking to leave it."""
    await lock(session, claim)
    claim.stay()
    emit(session, claim.community_id, ClaimStays(claim_id=claim.id, is_at_desk=acting.is_at_desk))
    record_desk_act(session, claim.community_id, acting, "claim.stayed", claim, has_message=True)
    return claim


async def release(session: AsyncSession, claim: PostClaim, *, by: Staff) -> PostClaim:
    """Lets a resident go who has asked to leave; the place is free again."""
    post = await _lock_post(session, claim)
    now = clock.now()
    claim.release(now)
    post.give_back()
    await release_ahead(session, claim, now)
    emit(session, claim.community_id, ClaimReleased(claim_id=claim.id))
    record(session, by, "claim.released", claim, claim.participant_id)
    return claim


async def give_up_all(session: AsyncSession, participant: Participant) -> None:
    """Completes the services of a locked participant who may not serve any more, and withdraws
    their other live claims. The participant gets a message about each."""
    now = clock.now()
    for claim in (await session.scalars(live_claims_of(participant))).all():
        post = await _lock_post(session, claim)
        if claim.status in IN_SERVICE:
            await _complete(session, post, claim, now)
        elif claim.is_live:
            claim.withdraw(now)
            post.give_back()
            emit(session, claim.community_id, PostClaimGivenUp(claim_id=claim.id))


async def _complete(session: AsyncSession, post: Post, claim: PostClaim, now: datetime) -> None:
    if claim.status is PostClaimStatus.LEAVING:
        claim.end(now)
    else:
        claim.complete(now)
    post.give_back()
    await release_ahead(session, claim, now)
    emit(session, claim.community_id, ServiceCompleted(claim_id=claim.id))


async def _lock_post(session: AsyncSession, claim: PostClaim) -> Post:
    post = await get_row(session, Post, claim.community_id, claim.post_id)
    await lock(session, post, claim)
    return post
