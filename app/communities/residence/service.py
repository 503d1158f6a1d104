"""What happens to residence claims. Each change locks the participant first, then the claim: one
submitted and one approved claim a person are held by constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.errors import NotAHousehold, ParticipantInactive, ResidenceClaimOpen
from app.communities.events import (
    ResidenceApproved,
    ResidenceEnded,
    ResidenceExpired,
    ResidenceRejected,
    ResidenceWithdrawnAtDesk,
)
from app.communities.models import (
    Channel,
    Participant,
    Place,
    PlaceKind,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.communities.permissions import Staff
from app.communities.residence.queries import held, on_roll
from app.communities.residence.schemas import DeskResidenceClaim, ResidenceClaimIn, RevealedName
from app.identity.consents.service import require_consent
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import get_row, lock, violated
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own, reveal

MOVED = "已搬到新的住处"
S = ResidenceClaimStatus


async def submit(
    session: AsyncSession, me: Participant, wanted: ResidenceClaimIn
) -> ResidenceClaim:
    """Approved at once when the roll knows the person, else reviewed."""
    if me.user_id is None:
        raise ParticipantInactive
    await require_consent(session, me.user_id, Purpose.RESIDENCE)
    await lock(session, me)
    if not me.is_active:
        raise ParticipantInactive
    claim = _claim(me, wanted, clock.now())
    claim.entered_by, claim.channel = me.user_id, Channel.SELF
    return await _submit(session, me, claim, wanted.real_name)


async def submit_at_desk(
    session: AsyncSession, desk: DeskResidenceClaim, *, by: Staff
) -> ResidenceClaim:
    """On behalf of a participant, with their consent on paper."""
    key = {"community_id": by.community_id, "id": desk.on_behalf_of}
    who = await session.get(Participant, key)
    if who is None:
        raise UnknownReference
    await lock(session, who)
    if not who.is_active:
        raise ParticipantInactive
    claim = _claim(who, desk, clock.now())
    claim.entered_by, claim.channel, claim.witness = by.id, desk.channel, desk.witness
    await _submit(session, who, claim, desk.real_name)
    record(session, by, "residence_claim.submitted", claim, consent="paper")
    return claim


def _claim(who: Participant, wanted: ResidenceClaimIn, now: datetime) -> ResidenceClaim:
    return ResidenceClaim(
        community_id=who.community_id,
        participant_id=who.id,
        household_id=wanted.household_id,
        real_name=wanted.real_name,
        status=S.SUBMITTED,
        submitted_at=now,
    )


async def _submit(
    session: AsyncSession, who: Participant, claim: ResidenceClaim, real_name: str
) -> ResidenceClaim:
    key = {"community_id": who.community_id, "id": claim.household_id}
    home = await session.get(Place, key)
    if home is None or home.kind is not PlaceKind.HOUSEHOLD:
        raise NotAHousehold
    try:
        async with session.begin_nested():
            session.add(claim)
    except Exception as error:
        if violated(error) == "uq_residence_claims_submitted":
            raise ResidenceClaimOpen from None
        raise
    if await _is_on_roll(session, who, claim.household_id, real_name):
        await _bind(session, who, claim, by=None)
    return claim


async def _is_on_roll(
    session: AsyncSession, who: Participant, household_id: UUID, real_name: str
) -> bool:
    """The verified phone and the name equal exactly one entry of the household (domain.md 2)."""
    user = await session.get(User, who.user_id) if who.user_id else None
    phone = own(user, User.phone) if user else None
    if phone is None:
        return False
    known = await session.scalar(on_roll(who.community_id, household_id, real_name, phone))
    return known == 1


async def approve(session: AsyncSession, claim: ResidenceClaim, *, by: Staff) -> ResidenceClaim:
    """They live there from now on, and no longer where they lived before."""
    who = await _hold(session, claim)
    await _bind(session, who, claim, by=by.id)
    record(session, by, "residence_claim.approved", claim)
    return claim


async def _bind(
    session: AsyncSession, who: Participant, claim: ResidenceClaim, *, by: UUID | None
) -> None:
    """Of a held participant and claim. The old one ends before the new one begins, or the
    constraint would refuse."""
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


async def withdraw(session: AsyncSession, claim: ResidenceClaim) -> ResidenceClaim:
    await _hold(session, claim)
    claim.withdraw(clock.now())
    return claim


async def renew(session: AsyncSession, claim: ResidenceClaim) -> ResidenceClaim:
    """For another 24 months from now."""
    await _hold(session, claim)
    claim.renew(clock.now())
    return claim


async def end(session: AsyncSession, claim: ResidenceClaim, reason: str | None) -> ResidenceClaim:
    """They have moved away."""
    who = await _hold(session, claim)
    claim.end(clock.now(), reason)
    who.move_out()
    return claim


async def withdraw_at_desk(
    session: AsyncSession, claim: ResidenceClaim, witness: str, *, by: Staff
) -> ResidenceClaim:
    """At the person's request; they are told."""
    await withdraw(session, claim)
    emit(session, claim.community_id, ResidenceWithdrawnAtDesk(claim_id=claim.id))
    record(session, by, "residence_claim.withdrawn", claim, witness=witness)
    return claim


async def renew_at_desk(
    session: AsyncSession, claim: ResidenceClaim, witness: str, *, by: Staff
) -> ResidenceClaim:
    await renew(session, claim)
    record(session, by, "residence_claim.renewed", claim, witness=witness)
    return claim


async def end_by_staff(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> ResidenceClaim:
    await end(session, claim, reason)
    emit(session, claim.community_id, ResidenceEnded(claim_id=claim.id))
    record(session, by, "residence_claim.ended", claim)
    return claim


async def expire(session: AsyncSession, claim: ResidenceClaim, now: datetime) -> None:
    """After 24 months; nothing when it has been renewed or ended meanwhile."""
    who = await _hold(session, claim)
    if claim.status is not S.APPROVED or claim.expires_at is None or claim.expires_at > now:
        return
    claim.expire(now)
    who.move_out()
    emit(session, claim.community_id, ResidenceExpired(claim_id=claim.id))


async def leave_household(session: AsyncSession, who: Participant) -> None:
    """Of a held participant who leaves the community."""
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
