"""Changes of residence claims. Each change locks the participant first, then the claim: one
submitted and one approved claim a person are held by constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_any_participant, record_desk_act
from app.communities.errors import NotAHousehold, ParticipantInactive, ResidenceClaimOpen
from app.communities.events import (
    ResidenceApproved,
    ResidenceEnded,
    ResidenceExpired,
    ResidenceRejected,
    ResidenceWithdrawnAtDesk,
)
from app.communities.models import (
    Participant,
    Place,
    PlaceKind,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.communities.permissions import Staff
from app.communities.residence.queries import held, on_register
from app.communities.residence.schemas import ResidenceClaimIn, RevealedName
from app.identity.consents.service import require_consent
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import get_row, lock, savepoint
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own, reveal

MOVED = "已搬到新的住处"
S = ResidenceClaimStatus


async def submit(
    session: AsyncSession, community_id: UUID, acting: ActingFor, values: ResidenceClaimIn
) -> ResidenceClaim:
    """Submit a claim: approved at once when the register knows the person, else reviewed. The
    desk has the person's consent on paper; who acts for themselves has given it here."""
    who = await load_any_participant(session, community_id, acting)
    if not acting.is_at_desk:
        await require_consent(session, acting.by, Purpose.RESIDENCE)
    await lock(session, who)
    if not who.is_active:
        raise ParticipantInactive
    claim = ResidenceClaim(
        community_id=community_id,
        participant_id=who.id,
        household_id=values.household_id,
        real_name=values.real_name,
        status=S.SUBMITTED,
        submitted_at=clock.now(),
        **acting.columns,
    )
    await _add(session, claim)
    if await _is_on_register(session, who, claim.household_id, values.real_name):
        await _bind(session, who, claim, by=None)
    record_desk_act(
        session, community_id, acting, "residence_claim.submitted", claim, consent="paper"
    )
    return claim


async def _add(session: AsyncSession, claim: ResidenceClaim) -> None:
    key = {"community_id": claim.community_id, "id": claim.household_id}
    home = await session.get(Place, key)
    if home is None or home.kind is not PlaceKind.HOUSEHOLD:
        raise NotAHousehold
    async with savepoint(session, uq_residence_claims_submitted=ResidenceClaimOpen):
        session.add(claim)


async def _is_on_register(
    session: AsyncSession, who: Participant, household_id: UUID, real_name: str
) -> bool:
    """Tell whether the verified phone and the name equal exactly one entry of the household."""
    user = await session.get(User, who.user_id) if who.user_id else None
    phone = own(user, User.phone) if user else None
    if phone is None:
        return False
    known = await session.scalar(on_register(who.community_id, household_id, real_name, phone))
    return known == 1


async def approve(session: AsyncSession, claim: ResidenceClaim, *, by: Staff) -> ResidenceClaim:
    """Approve a claim: the person lives there from now on, and no longer elsewhere."""
    who = await _hold(session, claim)
    await _bind(session, who, claim, by=by.id)
    record(session, by, "residence_claim.approved", claim)
    return claim


async def _bind(
    session: AsyncSession, who: Participant, claim: ResidenceClaim, *, by: UUID | None
) -> None:
    """Bind a locked participant to the household of a locked claim. The old claim ends before the
    new one begins, or the constraint would refuse."""
    now = clock.now()
    former = await session.scalar(held(who, S.APPROVED))
    if former is not None and former.id != claim.id:
        former.end(now, MOVED)
        await session.flush()
    claim.approve(now, by)
    who.live_in(claim.household_id, own(claim, ResidenceClaim.real_name) or "")
    emit(session, claim.community_id, ResidenceApproved(claim_id=claim.id))


async def reject(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> ResidenceClaim:
    await _hold(session, claim)
    claim.reject(clock.now(), by.id, reason)
    emit(session, claim.community_id, ResidenceRejected(claim_id=claim.id))
    record(session, by, "residence_claim.rejected", claim)
    return claim


async def withdraw(
    session: AsyncSession, claim: ResidenceClaim, acting: ActingFor
) -> ResidenceClaim:
    """Withdraw an open claim. The person is told of what the desk withdraws for them."""
    await _hold(session, claim)
    claim.withdraw(clock.now())
    if acting.is_at_desk:
        emit(session, claim.community_id, ResidenceWithdrawnAtDesk(claim_id=claim.id))
    record_desk_act(session, claim.community_id, acting, "residence_claim.withdrawn", claim)
    return claim


async def renew(session: AsyncSession, claim: ResidenceClaim, acting: ActingFor) -> ResidenceClaim:
    """Renew an approved claim for another 24 months from now."""
    await _hold(session, claim)
    claim.renew(clock.now())
    record_desk_act(session, claim.community_id, acting, "residence_claim.renewed", claim)
    return claim


async def end(session: AsyncSession, claim: ResidenceClaim, reason: str | None) -> ResidenceClaim:
    """End an approved claim: the person has moved away."""
    who = await _hold(session, claim)
    claim.end(clock.now(), reason)
    who.move_out()
    return claim


async def end_by_staff(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> ResidenceClaim:
    await end(session, claim, reason)
    emit(session, claim.community_id, ResidenceEnded(claim_id=claim.id))
    record(session, by, "residence_claim.ended", claim)
    return claim


async def expire(session: AsyncSession, claim: ResidenceClaim, now: datetime) -> None:
    """Expire a claim after 24 months; nothing when it has been renewed or ended meanwhile."""
    who = await _hold(session, claim)
    if claim.status is not S.APPROVED or claim.expires_at is None or claim.expires_at > now:
        return
    claim.expire(now)
    who.move_out()
    emit(session, claim.community_id, ResidenceExpired(claim_id=claim.id))


async def leave_household(session: AsyncSession, who: Participant) -> None:
    """End all claims of a locked participant who leaves the community."""
    now = clock.now()
    if (open_claim := await session.scalar(held(who, S.SUBMITTED))) is not None:
        open_claim.withdraw(now)
    if (approved := await session.scalar(held(who, S.APPROVED))) is not None:
        approved.end(now, None)
    who.move_out()


async def reveal_name(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> RevealedName:
    name = reveal(session, claim, ResidenceClaim.real_name, by=by, reason=reason)
    return RevealedName(real_name=name)


async def _hold(session: AsyncSession, claim: ResidenceClaim) -> Participant:
    who = await get_row(session, Participant, claim.community_id, claim.participant_id)
    await lock(session, who, claim)
    return who
