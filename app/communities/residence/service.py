"""Changes to residence claims. Each locks the participant first, then the claim. Constraints allow
a participant one submitted and one approved claim."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_any_participant, record_desk_act
from app.communities.errors import (
    MaybeSamePerson,
    NotAHousehold,
    ParticipantInactive,
    ResidenceClaimOpen,
)
from app.communities.events import (
    ResidenceApproved,
    ResidenceEnded,
    ResidenceExpired,
    ResidenceRejected,
    ResidenceReviewChanged,
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
from app.communities.places.names import place_paths
from app.communities.residence.queries import claim_in_state, register_matches
from app.communities.residence.same_person import people_like
from app.communities.residence.schemas import ResidenceApproval, ResidenceClaimIn
from app.communities.reveals.contact import Contact, ContactField, reveal_contact
from app.communities.reveals.schemas import RevealContact
from app.communities.two_persons import require_not_entered_by
from app.identity.consents.service import require_consent, require_not_withdrawn
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.errors import Text
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import GAP, own, shown

MOVED_REASON = "已搬到新的住处"
CLAIM_WORDS = Text("居住申请", "residence claim")
S = ResidenceClaimStatus


async def submit(
    session: AsyncSession, community_id: UUID, acting: ActingFor, values: ResidenceClaimIn
) -> ResidenceClaim:
    """Submits a claim, and approves it at once if the register has the person, and nobody else may
    be the same one. Raises ConsentRequired without the person's own consent; the desk has it on
    paper, unless the person has withdrawn it in the app."""
    participant = await load_any_participant(session, community_id, acting)
    if not acting.is_at_desk:
        await lock(session, await session.get_one(User, acting.by))
        await require_consent(session, acting.by, Purpose.RESIDENCE)
    await lock(session, participant)
    await require_not_withdrawn(session, participant.user_id, Purpose.RESIDENCE)
    if not participant.is_active:
        raise ParticipantInactive
    claim = ResidenceClaim(
        community_id=community_id,
        participant_id=participant.id,
        household_id=values.household_id,
        real_name=values.real_name,
        status=S.SUBMITTED,
        submitted_at=clock.now(),
        **acting.columns,
    )
    await _add(session, claim)
    is_known = await _is_on_register(session, participant, claim.household_id, values.real_name)
    if is_known and not await people_like(session, claim):
        await _bind(session, participant, claim, by=None)
    else:
        _emit_review(session, claim)
    record_desk_act(
        session, community_id, acting, "residence_claim.submitted", claim, consent="paper"
    )
    return claim


async def _add(session: AsyncSession, claim: ResidenceClaim) -> None:
    key = {"community_id": claim.community_id, "id": claim.household_id}
    place = await session.get(Place, key)
    if place is None or place.kind is not PlaceKind.HOUSEHOLD:
        raise NotAHousehold
    if not await insert_once(session, claim):
        raise ResidenceClaimOpen


async def _is_on_register(
    session: AsyncSession, participant: Participant, household_id: UUID, real_name: str
) -> bool:
    """Returns whether the verified phone and the name equal exactly one entry of the household."""
    user = await session.get(User, participant.user_id) if participant.user_id else None
    phone = shown(user, User.phone) if user else None
    if phone is None:
        return False
    matches = await session.scalar(
        register_matches(participant.community_id, household_id, real_name, phone)
    )
    return matches == 1


async def approve(
    session: AsyncSession, claim: ResidenceClaim, body: ResidenceApproval, *, by: Staff
) -> ResidenceClaim:
    """Approves a claim: the participant becomes a resident of its household, and a former
    residence ends. Raises ConsentRequired if the consent has been withdrawn since, and
    MaybeSamePerson until the reviewer says that those who may be the same person are not."""
    participant = await _lock_rows(session, claim)
    claim.require("approve")
    await _require_reviewer(session, participant, claim, by=by)
    await require_not_withdrawn(session, participant.user_id, Purpose.RESIDENCE)
    alike = [str(one.id) for one in await people_like(session, claim)]
    if alike and not body.is_another_person:
        raise MaybeSamePerson(participant_ids=alike)
    await _bind(session, participant, claim, by=by.id)
    participant.come_of_age(body.is_adult)
    others = ", ".join(alike) or None
    record(
        session, by, "residence_claim.approved", claim, claim.participant_id, another_than=others
    )
    return claim


async def _require_reviewer(
    session: AsyncSession, participant: Participant, claim: ResidenceClaim, *, by: Staff
) -> None:
    """Raises SecondPersonNeeded for who has entered the claim or, at the desk, its person: nobody
    makes a resident alone."""
    await require_not_entered_by(session, claim.entered_by, by.id)
    if participant.entered_by != claim.entered_by:
        await require_not_entered_by(session, participant.entered_by, by.id)


async def _bind(
    session: AsyncSession, participant: Participant, claim: ResidenceClaim, *, by: UUID | None
) -> None:
    """Binds a locked participant to the household of a locked claim. The former claim ends first,
    because the constraint allows one approved claim."""
    now = clock.now()
    former_claim = await session.scalar(claim_in_state(participant, S.APPROVED))
    if former_claim is not None and former_claim.id != claim.id:
        former_claim.end(now, MOVED_REASON)
        await session.flush()
    claim.approve(now, by)
    participant.live_in(claim.household_id, own(claim, ResidenceClaim.real_name) or "")
    emit(session, claim.community_id, ResidenceApproved(claim_id=claim.id))


async def reject(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> ResidenceClaim:
    """Rejects a claim. Where it reviews a residence in the same household, that ends, too."""
    participant = await _lock_rows(session, claim)
    claim.require("reject")
    await _require_reviewer(session, participant, claim, by=by)
    claim.reject(clock.now(), by.id, reason)
    reviewed = await session.scalar(claim_in_state(participant, S.APPROVED))
    if reviewed is not None and reviewed.household_id == claim.household_id:
        reviewed.end(clock.now(), reason)
        participant.move_out()
    emit(session, claim.community_id, ResidenceRejected(claim_id=claim.id))
    record(session, by, "residence_claim.rejected", claim, claim.participant_id)
    return claim


async def withdraw(
    session: AsyncSession, claim: ResidenceClaim, acting: ActingFor
) -> ResidenceClaim:
    """Withdraws a claim under review; a participant for whom the desk acts gets a message."""
    await _lock_rows(session, claim)
    claim.withdraw(clock.now())
    _emit_review(session, claim)
    if acting.is_at_desk:
        emit(session, claim.community_id, ResidenceWithdrawnAtDesk(claim_id=claim.id))
    record_desk_act(
        session, claim.community_id, acting, "residence_claim.withdrawn", claim, has_message=True
    )
    return claim


async def renew(session: AsyncSession, claim: ResidenceClaim, acting: ActingFor) -> ResidenceClaim:
    """Renews an approved claim for another 24 months from now. Raises ConsentRequired if the
    consent has been withdrawn since."""
    participant = await _lock_rows(session, claim)
    await require_not_withdrawn(session, participant.user_id, Purpose.RESIDENCE)
    claim.renew(clock.now())
    record_desk_act(session, claim.community_id, acting, "residence_claim.renewed", claim)
    return claim


async def end(session: AsyncSession, claim: ResidenceClaim, reason: str | None) -> ResidenceClaim:
    """Ends an approved claim of a participant who has moved away, and makes them a visitor."""
    participant = await _lock_rows(session, claim)
    claim.end(clock.now(), reason)
    participant.move_out()
    return claim


async def end_by_staff(
    session: AsyncSession, claim: ResidenceClaim, reason: str, *, by: Staff
) -> ResidenceClaim:
    await end(session, claim, reason)
    emit(session, claim.community_id, ResidenceEnded(claim_id=claim.id))
    record(session, by, "residence_claim.ended", claim, claim.participant_id)
    return claim


async def expire(session: AsyncSession, claim: ResidenceClaim, now: datetime) -> None:
    """Expires an approved claim, unless it has been renewed or ended since."""
    participant = await _lock_rows(session, claim)
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
        _emit_review(session, open_claim)
    if (approved := await session.scalar(claim_in_state(participant, S.APPROVED))) is not None:
        approved.end(now, None)
    participant.move_out()


async def forget_residence(session: AsyncSession, participant: Participant) -> None:
    """Makes a locked participant a visitor of whom nothing is stored that says where they lived:
    no name, no household, no claim."""
    participant.move_out()
    participant.real_name = None
    if (open_claim := await session.scalar(claim_in_state(participant, S.SUBMITTED))) is not None:
        _emit_review(session, open_claim)
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
    if await _is_on_register(session, participant, matched.household_id, name):
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
        _emit_review(session, review)


def _emit_review(session: AsyncSession, claim: ResidenceClaim) -> None:
    emit(session, claim.community_id, ResidenceReviewChanged(claim_id=claim.id))


async def reveal_claimant(
    session: AsyncSession, claim: ResidenceClaim, body: RevealContact, *, by: Staff
) -> Contact:
    """Opens how to reach the person of a claim, with the name and the household that they claim."""
    households = await place_paths(session, claim.community_id, [claim.household_id])
    return await reveal_contact(
        *(session, by, claim.participant_id, body.fields, body.reason),
        CLAIM_WORDS,
        subject=claim,
        known={
            ContactField.REAL_NAME: shown(claim, ResidenceClaim.real_name),
            ContactField.HOUSEHOLD: households.get(claim.household_id),
        },
    )


async def _lock_rows(session: AsyncSession, claim: ResidenceClaim) -> Participant:
    participant = await get_row(session, Participant, claim.community_id, claim.participant_id)
    await lock(session, participant, claim)
    return participant
