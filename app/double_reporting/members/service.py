"""What happens to member registrations. Each change locks the participant first: who applies for a
post asks for an active registration while holding the same row."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.documents import service as documents
from app.communities.errors import ParticipantInactive
from app.communities.models import Channel, DocumentKind, Participant
from app.communities.permissions import Staff
from app.double_reporting.errors import MemberRegistered, OrganizationUnknown
from app.double_reporting.events import (
    MemberRegistrationEnded,
    MemberRegistrationEntered,
    MemberRegistrationForgotten,
    MemberRegistrationReviewed,
    MemberRegistrationWithdrawnAtDesk,
)
from app.double_reporting.members.queries import live, sheets_of
from app.double_reporting.members.schemas import (
    DeskMemberResubmission,
    DeskMemberSheet,
    MemberSheet,
)
from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus, VerifyMethod
from app.double_reporting.models.membership import RegistrationForm
from app.double_reporting.post_claims.service import give_up_all
from app.identity.consents.service import require_consent
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import get_row, lock, violated
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import Actor, record
from app.organizations.models import PartyOrganization

S = MemberRegistrationStatus
FORGOTTEN = "已撤回对党员身份信息的同意"


async def register(
    session: AsyncSession, me: Participant, wanted: MemberSheet
) -> MemberRegistration:
    """With a live, separate consent; a withdrawal at the same time waits or comes first."""
    await _require_own_consent(session, me)
    await lock(session, me)
    registration = _registration(me)
    registration.entered_by, registration.channel = me.user_id or me.id, Channel.SELF
    return await _submit(session, me, registration, wanted)


async def register_at_desk(
    session: AsyncSession, desk: DeskMemberSheet, *, by: Staff
) -> MemberRegistration:
    """On behalf of a member, with their separate consent on paper."""
    key = {"community_id": by.community_id, "id": desk.on_behalf_of}
    who = await session.get(Participant, key)
    if who is None:
        raise UnknownReference
    await lock(session, who)
    registration = _registration(who)
    registration.entered_by, registration.channel = by.id, desk.channel
    registration.witness = desk.witness
    await _submit(session, who, registration, desk)
    emit(session, by.community_id, MemberRegistrationEntered(registration_id=registration.id))
    record(
        session, by, "registration.submitted", registration, witness=desk.witness, consent="paper"
    )
    return registration


def _registration(who: Participant) -> MemberRegistration:
    return MemberRegistration(
        community_id=who.community_id,
        participant_id=who.id,
        status=S.SUBMITTED,
        submitted_at=clock.now(),
    )


async def _submit(
    session: AsyncSession, who: Participant, row: MemberRegistration, wanted: MemberSheet
) -> MemberRegistration:
    if not who.is_active:
        raise ParticipantInactive
    row.seal(await _form(session, wanted))
    try:
        async with session.begin_nested():
            session.add(row)
    except Exception as error:
        if violated(error) == "uq_member_registrations_live":
            raise MemberRegistered from None
        raise
    return row


async def _form(session: AsyncSession, wanted: MemberSheet) -> RegistrationForm:
    if await session.get(PartyOrganization, wanted.organization_id) is None:
        raise OrganizationUnknown
    return RegistrationForm(*(getattr(wanted, name) for name in RegistrationForm._fields))


async def _require_own_consent(session: AsyncSession, me: Participant) -> None:
    """Holding the user: see `require_consent`."""
    if me.user_id is None:
        raise ParticipantInactive
    await lock(session, await session.get_one(User, me.user_id))
    await require_consent(session, me.user_id, Purpose.PARTY_MEMBERSHIP)


async def submit(
    session: AsyncSession, row: MemberRegistration, wanted: MemberSheet
) -> MemberRegistration:
    """After a return, written anew. TokenClaims and service are not touched."""
    me = await get_row(session, Participant, row.community_id, row.participant_id)
    await _require_own_consent(session, me)
    return await _resubmit(session, row, wanted)


async def submit_at_desk(
    session: AsyncSession, row: MemberRegistration, desk: DeskMemberResubmission, *, by: Staff
) -> MemberRegistration:
    """The consent on paper is that of the first submission, or a live one of their own."""
    who = await _hold(session, row)
    await _require_consent_still(session, who, row)
    await _resubmit(session, row, desk)
    emit(session, by.community_id, MemberRegistrationEntered(registration_id=row.id))
    record(session, by, "registration.submitted", row, witness=desk.witness)
    return row


async def _resubmit(
    session: AsyncSession, row: MemberRegistration, wanted: MemberSheet
) -> MemberRegistration:
    who = await _hold(session, row)
    if not who.is_active:
        raise ParticipantInactive
    row.resubmit(clock.now())
    row.seal(await _form(session, wanted))
    return row


async def return_(
    session: AsyncSession, row: MemberRegistration, reason: str, *, by: Staff
) -> MemberRegistration:
    await _hold(session, row)
    row.return_(clock.now(), by.id, reason)
    _reviewed(session, row, "registration.returned", by=by)
    return row


async def approve(
    session: AsyncSession, row: MemberRegistration, method: VerifyMethod, *, by: Actor
) -> MemberRegistration:
    """By the community, or by the unit's liaison who knows the member. The consent must hold."""
    who = await _hold(session, row)
    await _require_consent_still(session, who, row)
    now = clock.now()
    kind = DocumentKind.MEMBER_RECEIPT
    number = await documents.issue(session, row.community_id, kind, row.id, now)
    row.approve(now, by.id, method, number)
    _reviewed(session, row, "registration.approved", by=by)
    return row


async def _require_consent_still(
    session: AsyncSession, who: Participant, row: MemberRegistration
) -> None:
    """What was given on paper stands in no ledger."""
    if row.channel is Channel.SELF and who.user_id is not None:
        await require_consent(session, who.user_id, Purpose.PARTY_MEMBERSHIP)


async def decline(
    session: AsyncSession, row: MemberRegistration, reason: str, *, by: Staff
) -> MemberRegistration:
    await _hold(session, row)
    row.decline(clock.now(), by.id, reason)
    _reviewed(session, row, "registration.declined", by=by)
    return row


async def end(
    session: AsyncSession, row: MemberRegistration, reason: str, *, by: Actor
) -> MemberRegistration:
    """By the community or the unit: the receipt is good no more, claims end with it."""
    who = await _hold(session, row)
    row.end(clock.now(), reason)
    await _wind_up(session, who, row)
    emit(session, row.community_id, MemberRegistrationEnded(registration_id=row.id))
    record(session, by, "registration.ended", row)
    return row


async def withdraw(session: AsyncSession, row: MemberRegistration) -> MemberRegistration:
    """By the member: before it is active, or afterwards, when all that follows ends, too."""
    who = await _hold(session, row)
    row.withdraw(clock.now())
    await _wind_up(session, who, row)
    return row


async def withdraw_at_desk(
    session: AsyncSession, row: MemberRegistration, witness: str, *, by: Staff
) -> MemberRegistration:
    await withdraw(session, row)
    emit(session, row.community_id, MemberRegistrationWithdrawnAtDesk(registration_id=row.id))
    record(session, by, "registration.withdrawn", row, witness=witness)
    return row


async def leave(session: AsyncSession, who: Participant) -> None:
    """Of a held participant who has left the community."""
    row = await session.scalar(live(who))
    if row is not None:
        row.withdraw(clock.now())
        await _wind_up(session, who, row)


async def forget(session: AsyncSession, who: Participant) -> None:
    """Of a held participant who has withdrawn the consent: what is live ends and the member is
    told; every sheet, also of former registrations, is deleted, so that no unit finds it."""
    row = await session.scalar(live(who))
    if row is not None:
        row.withdraw(clock.now())
        row.end_reason = FORGOTTEN
        await _wind_up(session, who, row)
        emit(session, who.community_id, MemberRegistrationForgotten(registration_id=row.id))
    for former in await session.scalars(sheets_of(who)):
        former.forget()


async def _wind_up(session: AsyncSession, who: Participant, row: MemberRegistration) -> None:
    await give_up_all(session, who)
    await documents.revoke(session, row.community_id, row.id, clock.now())


def _reviewed(session: AsyncSession, row: MemberRegistration, action: str, *, by: Actor) -> None:
    emit(session, row.community_id, MemberRegistrationReviewed(registration_id=row.id))
    record(session, by, action, row)


async def _hold(session: AsyncSession, row: MemberRegistration) -> Participant:
    who = await get_row(session, Participant, row.community_id, row.participant_id)
    await lock(session, who, row)
    return who
