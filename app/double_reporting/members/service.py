"""Changes to member registrations. A transaction that writes one locks and writes no row that names
its person: rows of one transaction can be told by who reads the tables."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_any_participant, record_desk_act
from app.communities.documents import service as documents
from app.communities.errors import ParticipantInactive
from app.communities.models import Channel, DocumentKind, Participant, ParticipantKind
from app.communities.permissions import Staff
from app.communities.reveals.contact import ContactField, load_contacts
from app.communities.two_persons import require_not_entered_by
from app.double_reporting.errors import MemberRegistered, OrganizationUnknown, ResidenceNeeded
from app.double_reporting.events import (
    MemberRegistrationEnded,
    MemberRegistrationEntered,
    MemberRegistrationReviewed,
    MemberRegistrationSubmitted,
    MemberRegistrationWithdrawn,
    MemberRegistrationWithdrawnAtDesk,
)
from app.double_reporting.members.queries import live_registration, locked_registrations_of
from app.double_reporting.members.schemas import MemberSheet, WhyNoResidence
from app.double_reporting.models import (
    MemberRegistration,
    MemberRegistrationStatus,
    Proceedings,
    RegistrationForm,
    VerifyMethod,
)
from app.double_reporting.models.membership import read_form
from app.double_reporting.unit_lists.service import is_listed
from app.identity.consents.service import lock_consents, require_consent
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.deadlines import end_of_days
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import Actor, record
from app.organizations.models import PartyOrganization

S = MemberRegistrationStatus
RESIDENCE_DAYS = 60
"""Calendar days for which a registration waits for its residence."""


async def register(
    session: AsyncSession, community_id: UUID, acting: ActingFor, values: MemberSheet
) -> MemberRegistration:
    """Registers a member with a live, separate consent: their own, or at the desk one on paper.
    Raises ConsentRequired without one, and ResidenceNeeded without an approved residence that is
    not said to be pending. A member for whom the desk acts gets a message."""
    participant = await load_any_participant(session, community_id, acting)
    if not acting.is_at_desk:
        await _require_own_consent(session, participant)
    if not participant.is_active:
        raise ParticipantInactive
    row = MemberRegistration(
        community_id=community_id, person=str(participant.id), status=S.SUBMITTED
    )
    row.proceedings = _submission(acting, residence_due_at(participant, values))
    row.seal(await _form(session, values))
    if not await insert_once(session, row):
        raise MemberRegistered
    await _confirm_by_list(session, row, participant)
    emit(session, community_id, MemberRegistrationSubmitted(registration_id=row.id))
    if acting.is_at_desk:
        emit(session, community_id, MemberRegistrationEntered(registration_id=row.id))
    record_desk_act(
        session,
        community_id,
        acting,
        "registration.submitted",
        row,
        has_message=True,
        consent="paper",
    )
    return row


async def _confirm_by_list(
    session: AsyncSession, row: MemberRegistration, participant: Participant
) -> None:
    """Approves a registration at once where the unit's list has the name and the verified phone.
    It reads the person, and neither locks nor writes what names them."""
    form = read_form(row)
    contact = (await load_contacts(session, [participant], {ContactField.PHONE}))[participant.id]
    if not await is_listed(session, form.organization_id, form.real_name, contact.phone):
        return
    await _activate(session, row, VerifyMethod.UNIT_LIST, by=None)
    _emit_review(session, row)


async def _activate(
    session: AsyncSession, row: MemberRegistration, method: VerifyMethod, *, by: UUID | None
) -> None:
    now, kind = clock.now(), DocumentKind.REGISTRATION
    number = await documents.issue(session, row.community_id, kind, row.id, now)
    row.approve(now, by, method, number)


def residence_due_at(
    participant: Participant, values: MemberSheet, since: datetime | None = None
) -> datetime | None:
    """Returns until when a pending residence is to be approved; None for a resident. Raises
    ResidenceNeeded where the sheet does not say that it is pending."""
    if participant.kind is ParticipantKind.RESIDENT:
        return None
    if values.reason is not WhyNoResidence.RESIDENCE_PENDING:
        raise ResidenceNeeded
    return since or end_of_days(clock.now(), RESIDENCE_DAYS)


def _submission(acting: ActingFor, due_at: datetime | None) -> Proceedings:
    return Proceedings(
        residence_due_at=due_at,
        submitted_at=clock.now(),
        entered_by=acting.by,
        channel=acting.channel,
        witness=acting.witness,
    )


async def _form(session: AsyncSession, values: MemberSheet) -> RegistrationForm:
    if await session.get(PartyOrganization, values.organization_id) is None:
        raise OrganizationUnknown
    return RegistrationForm(*(getattr(values, name) for name in RegistrationForm._fields))


async def _require_own_consent(session: AsyncSession, me: Participant) -> None:
    """Raises ConsentRequired without a live consent of the person's own. A withdrawal at the same
    time comes before or waits."""
    if me.user_id is None:
        raise ParticipantInactive
    await lock_consents(session, me.user_id, Purpose.PARTY_MEMBERSHIP)
    await require_consent(session, me.user_id, Purpose.PARTY_MEMBERSHIP)


async def submit(
    session: AsyncSession, row: MemberRegistration, values: MemberSheet, acting: ActingFor
) -> MemberRegistration:
    """Submits a returned registration again, with a new form. Claims and service stay as they are.
    At the desk the consent is that of the first submission on paper, or a live one of the
    member's own."""
    participant = await get_row(session, Participant, row.community_id, row.participant_id)
    if not acting.is_at_desk:
        await _require_own_consent(session, participant)
    await lock(session, row)
    if acting.is_at_desk:
        await _require_consent_still(session, participant, row)
    if not participant.is_active:
        raise ParticipantInactive
    row.resubmit(clock.now())
    due_at = residence_due_at(participant, values, row.proceedings.residence_due_at)
    row.proceedings = row.proceedings.with_(entered_by=acting.by, residence_due_at=due_at)
    row.seal(await _form(session, values))
    await _confirm_by_list(session, row, participant)
    emit(session, row.community_id, MemberRegistrationSubmitted(registration_id=row.id))
    if acting.is_at_desk:
        emit(session, row.community_id, MemberRegistrationEntered(registration_id=row.id))
    record_desk_act(
        session, row.community_id, acting, "registration.submitted", row, has_message=True
    )
    return row


async def return_(
    session: AsyncSession, row: MemberRegistration, reason: str, *, by: Staff
) -> MemberRegistration:
    await lock(session, row)
    row.require("return")
    await require_not_entered_by(session, row.proceedings.entered_by, by.id)
    row.return_(clock.now(), by.id, reason)
    _record_review(session, row, "registration.returned", by=by)
    return row


async def approve(
    session: AsyncSession, row: MemberRegistration, method: VerifyMethod, *, by: Actor
) -> MemberRegistration:
    """Approves a registration, by the community or by the unit's liaison, and issues its receipt.
    Raises ConsentRequired if the consent has been withdrawn since the submission."""
    participant = await get_row(session, Participant, row.community_id, row.participant_id)
    await lock(session, row)
    row.require("approve")
    await require_not_entered_by(session, row.proceedings.entered_by, by.id)
    await _require_consent_still(session, participant, row)
    await _activate(session, row, method, by=by.id)
    if participant.kind is ParticipantKind.RESIDENT:
        row.proceedings = row.proceedings.with_(residence_due_at=None)
    _record_review(session, row, "registration.approved", by=by)
    return row


async def _require_consent_still(
    session: AsyncSession, participant: Participant, row: MemberRegistration
) -> None:
    """Raises ConsentRequired without a live consent. One given on paper is not recorded in the
    consents of a user, and is not checked."""
    if row.proceedings.channel is Channel.SELF and participant.user_id is not None:
        await require_consent(session, participant.user_id, Purpose.PARTY_MEMBERSHIP)


async def decline(
    session: AsyncSession, row: MemberRegistration, reason: str, *, by: Staff
) -> MemberRegistration:
    await lock(session, row)
    row.require("decline")
    await require_not_entered_by(session, row.proceedings.entered_by, by.id)
    row.decline(clock.now(), by.id, reason)
    _record_review(session, row, "registration.declined", by=by)
    return row


async def end(
    session: AsyncSession, row: MemberRegistration, reason: str, *, by: Actor
) -> MemberRegistration:
    """Ends an active registration, by the community or the unit. Its receipt is revoked.
    Claims of posts go on: ended with it, they would tell whose registration it was."""
    await lock(session, row)
    row.end(clock.now(), reason)
    await revoke_receipt(session, row)
    emit(session, row.community_id, MemberRegistrationEnded(registration_id=row.id))
    record(session, by, "registration.ended", row, row.participant_id)
    return row


async def withdraw(
    session: AsyncSession, row: MemberRegistration, acting: ActingFor
) -> MemberRegistration:
    """Withdraws a registration; an active one ends, with its receipt. A member for whom the desk
    acts gets a message."""
    await lock(session, row)
    row.withdraw(clock.now())
    await revoke_receipt(session, row)
    emit(session, row.community_id, MemberRegistrationWithdrawn(registration_id=row.id))
    if acting.is_at_desk:
        emit(session, row.community_id, MemberRegistrationWithdrawnAtDesk(registration_id=row.id))
    record_desk_act(
        session, row.community_id, acting, "registration.withdrawn", row, has_message=True
    )
    return row


async def leave(session: AsyncSession, participant: Participant) -> None:
    """Withdraws the live registration of a participant who has left the community."""
    row = await session.scalar(live_registration(participant))
    if row is not None:
        row.withdraw(clock.now())
        await revoke_receipt(session, row)
        emit(session, row.community_id, MemberRegistrationWithdrawn(registration_id=row.id))


async def find_person(
    session: AsyncSession, community_id: UUID, registration_id: UUID
) -> UUID | None:
    """Returns the participant of a registration; None where it has been deleted since."""
    row = await session.get(MemberRegistration, (community_id, registration_id))
    return None if row is None else row.participant_id


async def forget(session: AsyncSession, participant: Participant) -> bool:
    """Deletes all registrations of a participant who has withdrawn the consent, former ones
    included, and revokes their receipts. Returns whether there were any. What is kept are revoked
    numbers, which name nobody."""
    rows = (await session.scalars(locked_registrations_of(participant))).all()
    for row in rows:
        await revoke_receipt(session, row)
        emit(session, row.community_id, MemberRegistrationWithdrawn(registration_id=row.id))
        await session.delete(row)
    return bool(rows)


async def revoke_receipt(session: AsyncSession, row: MemberRegistration) -> None:
    """Revokes the number of a registration that is over."""
    await documents.revoke(session, row.community_id, row.id, clock.now())


def _record_review(
    session: AsyncSession, row: MemberRegistration, action: str, *, by: Actor
) -> None:
    _emit_review(session, row)
    record(session, by, action, row, row.participant_id)


def _emit_review(session: AsyncSession, row: MemberRegistration) -> None:
    event = MemberRegistrationReviewed(
        registration_id=row.id, status=row.status, decided_at=row.proceedings.decided_at
    )
    emit(session, row.community_id, event)
