"""Ends of residence: people move, leave, withdraw their consent, or are reviewed again. Each locks
the participant first, then the claim."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ResidenceEnded, ResidenceExpired
from app.communities.models import Participant, ResidenceClaim, ResidenceClaimStatus
from app.communities.permissions import Staff
from app.communities.residence.queries import claim_in_state
from app.communities.residence.rows import (
    emit_review_changed,
    lock_with_participant,
    register_entry,
)
from app.communities.two_persons import require_not_entered_by
from app.kernel import clock
from app.kernel.database.engine import insert_once
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import GAP, shown

S = ResidenceClaimStatus


async def end(session: AsyncSession, claim: ResidenceClaim, reason: str | None) -> ResidenceClaim:
    """Ends an approved claim for a participant who says that they have moved away, and makes them a
    visitor."""
    await _end(session, claim, reason)
    emit(session, claim.community_id, ResidenceEnded(claim_id=claim.id, is_by_staff=False))
    return claim


async def _end(session: AsyncSession, claim: ResidenceClaim, reason: str | None) -> None:
    participant = await lock_with_participant(session, claim)
    claim.end(clock.now(), reason)
    participant.move_out()


async def end_by_staff(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> ResidenceClaim:
    """Ends an approved claim for staff. Raises SecondPersonNeeded for who has entered it: nobody
    takes a residence away alone."""
    await lock_with_participant(session, claim)
    claim.require("end")
    await require_not_entered_by(session, claim.entered_by, by.id)
    await _end(session, claim, reason)
    emit(session, claim.community_id, ResidenceEnded(claim_id=claim.id))
    record(session, by, "residence_claim.ended", claim, claim.participant_id)
    return claim


async def expire(session: AsyncSession, claim: ResidenceClaim, now: datetime) -> None:
    """Expires an approved claim, unless it has been renewed or ended since."""
    participant = await lock_with_participant(session, claim)
    if claim.status is not S.APPROVED or claim.expires_at is None or claim.expires_at > now:
        return
    claim.expire(now)
    participant.move_out()
    emit(session, claim.community_id, ResidenceExpired(claim_id=claim.id))


async def leave_household(session: AsyncSession, participant: Participant) -> None:
    """Ends all claims of a locked participant who leaves the community."""
    now = clock.now()
    if (open_claim := await session.scalar(claim_in_state(participant, S.SUBMITTED))) is not None:
        open_claim.withdraw(now)
        emit_review_changed(session, open_claim)
    if (approved := await session.scalar(claim_in_state(participant, S.APPROVED))) is not None:
        approved.end(now, None)
    participant.move_out()


async def forget_residence(session: AsyncSession, participant: Participant) -> None:
    """Makes a locked participant a visitor of whom nothing is stored that says where they lived:
    no name, no household, no claim, and not what the review has shown of their age."""
    participant.move_out()
    participant.real_name = participant.age_band = None
    if (open_claim := await session.scalar(claim_in_state(participant, S.SUBMITTED))) is not None:
        emit_review_changed(session, open_claim)
    await session.execute(
        delete(ResidenceClaim).where(
            ResidenceClaim.community_id == participant.community_id,
            ResidenceClaim.participant_id == participant.id,
        )
    )


async def review_again(session: AsyncSession, participant: Participant) -> None:
    """Has staff review the residence of a locked participant that the register matched by a phone
    number, which is gone, unless it matches the present one. The participant stays a resident until
    they decide."""
    matched = await session.scalar(claim_in_state(participant, S.APPROVED))
    if matched is None or matched.decided_by is not None:
        return
    name = shown(matched, ResidenceClaim.real_name) or GAP
    if await register_entry(session, participant, matched.household_id, name) is not None:
        return
    review = ResidenceClaim(
        community_id=matched.community_id,
        participant_id=matched.participant_id,
        household_id=matched.household_id,
        real_name=name,
        status=S.SUBMITTED,
        submitted_at=clock.now(),
        entered_by=matched.entered_by,
        channel=matched.channel,
        witness=matched.witness,
    )
    if await insert_once(session, review):
        emit_review_changed(session, review)
