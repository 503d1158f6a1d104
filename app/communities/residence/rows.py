"""Residence claims with their participants, as changes of them lock, match and announce them."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ResidenceReviewChanged
from app.communities.models import Participant, RegisterEntry, ResidenceClaim
from app.communities.residence.queries import register_matches
from app.identity.models import User
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.sealed import shown


async def lock_with_participant(session: AsyncSession, claim: ResidenceClaim) -> Participant:
    """Locks the participant of a claim, and then the claim. Returns the participant."""
    participant = await get_row(session, Participant, claim.community_id, claim.participant_id)
    await lock(session, participant, claim)
    return participant


async def register_entry(
    session: AsyncSession, participant: Participant, household_id: UUID, real_name: str
) -> RegisterEntry | None:
    """Returns the one entry of the household that the verified phone and the name equal; None
    without one, and where several do."""
    user = await session.get(User, participant.user_id) if participant.user_id else None
    phone = shown(user, User.phone) if user else None
    if phone is None:
        return None
    entries = await session.scalars(
        register_matches(participant.community_id, household_id, real_name, phone)
    )
    found = entries.all()
    return found[0] if len(found) == 1 else None


def emit_review_changed(session: AsyncSession, claim: ResidenceClaim) -> None:
    """Emits that a claim began to wait for a review, or waits no more."""
    emit(session, claim.community_id, ResidenceReviewChanged(claim_id=claim.id))
