"""What happens to member registrations. Each change locks the participant first: who applies for a
post asks for an active registration while holding the same row."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_any_participant, record_desk_act
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
from app.double_reporting.members.schemas import MemberSheet
from app.double_reporting.models import MemberRegistration, MemberRegistrationStatus, VerifyMethod
from app.double_reporting.models.membership import RegistrationForm
from app.double_reporting.post_claims.service import give_up_all
from app.identity.consents.service import require_consent
from app.identity.models import Purpose, User
from app.kernel import clock
from app.kernel.database.engine import get_row, lock, savepoint
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import Actor, record
from app.organizations.models import PartyOrganization

S = MemberRegistrationStatus
FORGOTTEN = "已撤回对党员身份信息的同意"


async def register(
    session: AsyncSession, community_id: UUID, acting: ActingFor, values: MemberSheet
) -> MemberRegistration:
    """Register a member with a live, separate consent: their own, where a withdrawal at the same
    time waits or comes first; or at the desk on paper. They are told of what the desk does."""
    who = await load_any_participant(session, community_id, acting)
    if not acting.is_at_desk:
        await _require_own_consent(session, who)
    await lock(session, who)
    if not who.is_active:
        raise ParticipantInactive
    row = MemberRegistration(
        community_id=community_id,
        participant_id=who.id,
        status=S.SUBMITTED,
        submitted_at=clock.now(),
        **acting.columns,
    )
    row.seal(await _form(session, values))
    await _add(session, row)
    if acting.is_at_desk:
        emit(session, community_id, MemberRegistrationEntered(registration_id=row.id))
    record_desk_act(session, community_id, acting, "registration.submitted", row, consent="paper")
    return row


async def _add(session: AsyncSession, row: MemberRegistration) -> None:
    async with savepoint(session, uq_member_registrations_live=MemberRegistered):
        session.add(row)


async def _form(session: AsyncSession, wanted: MemberSheet) -> RegistrationForm:
    if await session.get(PartyOrganization, wanted.organization_id) is None:
        raise OrganizationUnknown
    return RegistrationForm(*(getattr(wanted, name) for name in RegistrationForm._fields))


async def _require_own_consent(session: AsyncSession, me: Participant) -> None:
    """Refuse without a live consent of their own. Locks the user: see `require_consent`."""
    if me.user_id is None:
        raise ParticipantInactive
    await lock(session, await session.get_one(User, me.user_id))
    await require_consent(session, me.user_id, Purpose.PARTY_MEMBERSHIP)


async def submit(
    session: AsyncSession, row: MemberRegistration, values: MemberSheet, acting: ActingFor
) -> MemberRegistration:
    """Submit again after a return, written anew. Claims and service are not touched. At the desk
    the consent is that of the first submission on paper, or a live one of their own."""
    who = await get_row(session, Participant, row.community_id, row.participant_id)
    if not acting.is_at_desk:
        await _require_own_consent(session, who)
    await lock(session, who, row)
    if acting.is_at_desk:
        await _require_consent_still(session, who, row)
    if not who.is_active:
        raise ParticipantInactive
    row.resubmit(clock.now())
    row.seal(await _form(session, values))
    if acting.is_at_desk:
        emit(session, row.community_id, MemberRegistrationEntered(registration_id=row.id))
    record_desk_act(session, row.community_id, acting, "registration.submitted", row)
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
    """Approve, by the community or by the unit's liaison who knows the member. The consent must
    still hold."""
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
    """Refuse without a live consent; one that was given on paper stands in no ledger."""
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
    """End, by the community or the unit: the receipt is good no more, claims end with it."""
    who = await _hold(session, row)
    row.end(clock.now(), reason)
    await _wind_up(session, who, row)
    emit(session, row.community_id, MemberRegistrationEnded(registration_id=row.id))
    record(session, by, "registration.ended", row)
    return row


async def withdraw(
    session: AsyncSession, row: MemberRegistration, acting: ActingFor
) -> MemberRegistration:
    """Withdraw before it is active; or afterwards, when all that follows ends, too. The member is
    told of what the desk does."""
    who = await _hold(session, row)
    row.withdraw(clock.now())
    await _wind_up(session, who, row)
    if acting.is_at_desk:
        emit(session, row.community_id, MemberRegistrationWithdrawnAtDesk(registration_id=row.id))
    record_desk_act(session, row.community_id, acting, "registration.withdrawn", row)
    return row


async def leave(session: AsyncSession, who: Participant) -> None:
    """Withdraw what is live of a locked participant who has left the community."""
    row = await session.scalar(live(who))
    if row is not None:
        row.withdraw(clock.now())
        await _wind_up(session, who, row)


async def forget(session: AsyncSession, who: Participant) -> None:
    """Forget the membership of a locked participant who has withdrawn the consent: what is live
    ends and the member is told; every sheet, also of former registrations, is deleted, so that no
    unit finds it."""
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
    event = MemberRegistrationReviewed(
        registration_id=row.id, status=row.status, decided_at=row.decided_at
    )
    emit(session, row.community_id, event)
    record(session, by, action, row)


async def _hold(session: AsyncSession, row: MemberRegistration) -> Participant:
    who = await get_row(session, Participant, row.community_id, row.participant_id)
    await lock(session, who, row)
    return who
