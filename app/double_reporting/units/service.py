"""What happens to unit registrations. One live registration of an organization in a community is
held by a constraint; each change holds the row first."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.documents import service as documents
from app.communities.models import Channel, DocumentKind
from app.communities.permissions import Staff
from app.double_reporting.errors import UnitRegistered, UnitSitsElsewhere
from app.double_reporting.events import (
    UnitRegistrationApproved,
    UnitRegistrationDeclined,
    UnitRegistrationEnded,
    UnitRegistrationReturned,
    UnitRegistrationSubmitted,
    UnitRegistrationWithdrawn,
)
from app.double_reporting.models import UnitRegistration, UnitRegistrationStatus
from app.double_reporting.units.schemas import (
    DeskUnitRegistration,
    DeskUnitResubmission,
    LiaisonUnitRegistration,
    RevealedContact,
    UnitRegistrationIn,
)
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import lock, violated
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import reveal
from app.organizations.actors import Liaison
from app.organizations.models import OrganizationCommunity, PartyOrganization, WorkUnit

S = UnitRegistrationStatus


async def submit(
    session: AsyncSession, wanted: LiaisonUnitRegistration, *, by: Liaison
) -> UnitRegistration:
    """To the community where the unit sits."""
    registration = UnitRegistration(
        community_id=wanted.community_id, organization_id=by.organization.id
    )
    _entered(registration, by.id, Channel.SELF, None)
    await _submit(session, registration, by.organization, wanted)
    _recorded(session, by, "submitted", registration)
    return registration


async def submit_at_desk(
    session: AsyncSession, desk: DeskUnitRegistration, *, by: Staff
) -> UnitRegistration:
    """On behalf of an organization, as it stands on its paper."""
    organization = await session.get(PartyOrganization, desk.on_behalf_of)
    if organization is None:
        raise UnknownReference
    registration = UnitRegistration(community_id=by.community_id, organization_id=organization.id)
    _entered(registration, by.id, desk.channel, desk.witness)
    await _submit(session, registration, organization, desk)
    _recorded(session, by, "submitted", registration)
    return registration


async def resubmit(
    session: AsyncSession,
    registration: UnitRegistration,
    wanted: UnitRegistrationIn,
    *,
    by: Liaison,
) -> UnitRegistration:
    """After a return, with everything written anew."""
    await lock(session, registration)
    _resubmit(session, registration, wanted)
    _entered(registration, by.id, Channel.SELF, None)
    _recorded(session, by, "resubmitted", registration)
    return registration


async def resubmit_at_desk(
    session: AsyncSession,
    registration: UnitRegistration,
    desk: DeskUnitResubmission,
    *,
    by: Staff,
) -> UnitRegistration:
    await lock(session, registration)
    _resubmit(session, registration, desk)
    _entered(registration, by.id, desk.channel, desk.witness)
    _recorded(session, by, "resubmitted", registration)
    return registration


async def return_(
    session: AsyncSession, registration: UnitRegistration, reason: str, *, by: Staff
) -> UnitRegistration:
    """To be mended; the reason says what."""
    await lock(session, registration)
    registration.return_(clock.now(), by.id, reason)
    event = UnitRegistrationReturned(registration_id=registration.id)
    emit(session, registration.community_id, event)
    _recorded(session, by, "returned", registration)
    return registration


async def approve(
    session: AsyncSession, registration: UnitRegistration, *, by: Staff
) -> UnitRegistration:
    """It is numbered; anybody may check the number."""
    await lock(session, registration)
    now, here = clock.now(), registration.community_id
    number = await documents.issue(
        session, here, DocumentKind.UNIT_REGISTRATION, registration.id, now
    )
    registration.approve(now, by.id, number)
    emit(session, here, UnitRegistrationApproved(registration_id=registration.id))
    _recorded(session, by, "approved", registration)
    return registration


async def decline(
    session: AsyncSession, registration: UnitRegistration, reason: str, *, by: Staff
) -> UnitRegistration:
    await lock(session, registration)
    registration.decline(clock.now(), by.id, reason)
    event = UnitRegistrationDeclined(registration_id=registration.id)
    emit(session, registration.community_id, event)
    _recorded(session, by, "declined", registration)
    return registration


async def withdraw(
    session: AsyncSession,
    registration: UnitRegistration,
    *,
    by: Liaison | Staff,
    witness: str | None = None,
) -> UnitRegistration:
    """By the liaison; or at the desk, where a witness has seen it."""
    await lock(session, registration)
    registration.withdraw(clock.now())
    event = UnitRegistrationWithdrawn(registration_id=registration.id)
    emit(session, registration.community_id, event)
    _recorded(session, by, "withdrawn", registration, witness)
    return registration


async def end(
    session: AsyncSession, registration: UnitRegistration, reason: str, *, by: Liaison | Staff
) -> UnitRegistration:
    """Its number is good no more."""
    await lock(session, registration)
    now, here = clock.now(), registration.community_id
    registration.end(now, reason)
    await documents.revoke(session, here, registration.id, now)
    emit(session, here, UnitRegistrationEnded(registration_id=registration.id))
    _recorded(session, by, "ended", registration)
    return registration


async def reveal_contact(
    session: AsyncSession, registration: UnitRegistration, reason: str, *, by: Staff
) -> RevealedContact:
    """Whom the community calls at the unit."""
    name, phone = (
        reveal(session, registration, field, by=by, reason=reason)
        for field in (UnitRegistration.liaison_name, UnitRegistration.liaison_phone)
    )
    return RevealedContact(liaison_name=name, liaison_phone=phone)


async def _submit(
    session: AsyncSession,
    registration: UnitRegistration,
    organization: PartyOrganization,
    wanted: UnitRegistrationIn,
) -> None:
    await _require_seat(session, organization, registration.community_id)
    _fill(registration, wanted)
    registration.status, registration.submitted_at = S.SUBMITTED, clock.now()
    try:
        async with session.begin_nested():
            session.add(registration)
    except Exception as error:
        if violated(error) == "uq_unit_registrations_live":
            raise UnitRegistered from None
        raise
    here = {"organization_id": organization.id, "community_id": registration.community_id}
    seen = insert(OrganizationCommunity).values(here | {"id": uuid7()})
    await session.execute(seen.on_conflict_do_nothing())
    event = UnitRegistrationSubmitted(registration_id=registration.id)
    emit(session, registration.community_id, event)


async def _require_seat(
    session: AsyncSession, organization: PartyOrganization, community_id: UUID
) -> None:
    """A unit reports where it sits (domain.md 4); what is of a community has no unit."""
    unit = None
    if organization.work_unit_id is not None:
        unit = await session.get(WorkUnit, organization.work_unit_id)
    if unit is None or unit.community_id != community_id:
        raise UnitSitsElsewhere


def _resubmit(
    session: AsyncSession, registration: UnitRegistration, wanted: UnitRegistrationIn
) -> None:
    registration.resubmit(clock.now())
    _fill(registration, wanted)
    event = UnitRegistrationSubmitted(registration_id=registration.id)
    emit(session, registration.community_id, event)


def _fill(registration: UnitRegistration, wanted: UnitRegistrationIn) -> None:
    registration.headcount_of_members = wanted.headcount_of_members
    registration.services_offered = wanted.services_offered
    registration.liaison_name = wanted.liaison_name
    registration.liaison_phone = wanted.liaison_phone


def _entered(
    registration: UnitRegistration, by: UUID, channel: Channel, witness: str | None
) -> None:
    registration.entered_by, registration.channel = by, channel
    registration.witness = witness


def _recorded(
    session: AsyncSession,
    by: Liaison | Staff,
    verb: str,
    registration: UnitRegistration,
    witness: str | None = None,
) -> None:
    """In the community's record, whoever acted."""
    actor = by.in_(registration.community_id) if isinstance(by, Liaison) else by
    facts = {} if witness is None else {"witness": witness}
    record(session, actor, f"unit_registration.{verb}", registration, **facts)
