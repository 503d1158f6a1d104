"""Changes to residence claims, up to their renewal. Each locks the participant first, then the
claim. Constraints allow a participant one submitted and one approved claim."""

from uuid import UUID

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
    ResidenceRejected,
    ResidenceWithdrawnAtDesk,
)
from app.communities.guardian_consents import require_personal_data_consent, settle_age
from app.communities.models import (
    Participant,
    Place,
    PlaceKind,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.communities.residence.queries import claim_in_state
from app.communities.residence.rows import (
    emit_review_changed,
    lock_with_participant,
    register_entry,
)
from app.communities.residence.same_person import people_like
from app.communities.residence.schemas import ResidenceApproval, ResidenceClaimIn
from app.communities.reveals.contact import Contact, ContactField, reveal_contact
from app.communities.reveals.schemas import RevealContact
from app.communities.two_persons import require_not_entered_by
from app.identity.consents.service import require_consent, require_not_withdrawn
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import insert_once, lock
from app.kernel.errors import Text
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own, shown

MOVED_REASON = "已搬到新的住处"
CLAIM_WORDS = Text("居住申请", "residence claim")
S = ResidenceClaimStatus


async def submit(
    session: AsyncSession, community_id: UUID, acting: ActingFor, values: ResidenceClaimIn
) -> ResidenceClaim:
    """Submits a claim, and approves it at once if the register has the person, and nobody else may
    be the same one. Raises ConsentRequired without the person's own consent; the desk has it on
    paper, unless the person has withdrawn it in the app. Raises GuardianConsentMissing for a child
    under 14 without a guardian's."""
    participant = await load_any_participant(session, community_id, acting)
    if not acting.is_at_desk:
        await lock(session, await session.get_one(User, acting.by))
        await require_consent(session, acting.by, Purpose.RESIDENCE)
    await lock(session, participant)
    await require_not_withdrawn(session, participant.user_id, Purpose.RESIDENCE)
    if not participant.is_active:
        raise ParticipantInactive
    await require_personal_data_consent(session, participant)
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
    entry = await register_entry(session, participant, claim.household_id, values.real_name)
    if entry is not None and not await people_like(session, claim):
        await _bind(session, participant, claim, by=None)
        participant.come_of_age(entry.is_adult)
        await settle_age(session, participant)
    else:
        emit_review_changed(session, claim)
    record_desk_act(
        session, community_id, acting, "residence_claim.submitted", claim, consent="paper"
    )
    return claim


async def _add(session: AsyncSession, claim: ResidenceClaim) -> None:
    key = {"community_id": claim.community_id, "id": claim.household_id}
    place = await session.get(Place, key)
    if place is None or place.kind is not PlaceKind.HOUSEHOLD or place.is_retired:
        raise NotAHousehold
    if not await insert_once(session, claim):
        raise ResidenceClaimOpen


async def approve(
    session: AsyncSession, claim: ResidenceClaim, body: ResidenceApproval, *, by: Staff
) -> ResidenceClaim:
    """Approves a claim: the participant becomes a resident of its household, and a former
    residence ends. Raises ConsentRequired if the consent has been withdrawn since, and
    MaybeSamePerson until the reviewer says that those who may be the same person are not."""
    participant = await lock_with_participant(session, claim)
    claim.require("approve")
    await _require_reviewer(session, participant, claim, by=by)
    await require_not_withdrawn(session, participant.user_id, Purpose.RESIDENCE)
    alike = [str(one.id) for one in await people_like(session, claim)]
    if alike and not body.is_another_person:
        raise MaybeSamePerson(participant_ids=alike)
    await _bind(session, participant, claim, by=by.id)
    participant.come_of_age(body.is_adult)
    await settle_age(session, participant)
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
    participant = await lock_with_participant(session, claim)
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
    await lock_with_participant(session, claim)
    claim.withdraw(clock.now())
    emit_review_changed(session, claim)
    if acting.is_at_desk:
        emit(session, claim.community_id, ResidenceWithdrawnAtDesk(claim_id=claim.id))
    record_desk_act(
        session, claim.community_id, acting, "residence_claim.withdrawn", claim, has_message=True
    )
    return claim


async def renew(session: AsyncSession, claim: ResidenceClaim, acting: ActingFor) -> ResidenceClaim:
    """Renews an approved claim for another 24 months from now. Raises ConsentRequired if the
    consent has been withdrawn since."""
    participant = await lock_with_participant(session, claim)
    await require_not_withdrawn(session, participant.user_id, Purpose.RESIDENCE)
    claim.renew(clock.now())
    record_desk_act(session, claim.community_id, acting, "residence_claim.renewed", claim)
    return claim


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
