"""Changes to unit registrations. Each locks the row first; a constraint allows one live
registration of an organization in a community."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_act
from app.communities.documents import service as documents
from app.communities.models import DocumentKind
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.double_reporting.errors import UnitRegistered, UnitSitsElsewhere
from app.double_reporting.events import (
    UnitRegistrationApproved,
    UnitRegistrationDeclined,
    UnitRegistrationEnded,
    UnitRegistrationEvent,
    UnitRegistrationReturned,
    UnitRegistrationSubmitted,
    UnitRegistrationWithdrawn,
)
from app.double_reporting.models import UnitBasis, UnitRegistration, UnitRegistrationStatus
from app.double_reporting.unit_assignments.service import find_live, note_community
from app.double_reporting.units.schemas import RevealedContact, UnitRegistrationIn
from app.kernel import clock
from app.kernel.database.engine import lock, savepoint
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import Actor
from app.kernel.privacy.reveal import reveal_together
from app.organizations.models import PartyOrganization, WorkUnit

S = UnitRegistrationStatus


async def submit(
    session: AsyncSession,
    community_id: UUID,
    organization_id: UUID,
    values: UnitRegistrationIn,
    acting: ActingFor,
) -> UnitRegistration:
    """Registers an organization with the community where its unit sits or to which it is
    assigned, by its liaison or at the desk from paper. Raises UnitSitsElsewhere for another
    community."""
    organization = await session.get(PartyOrganization, organization_id)
    if organization is None:
        raise UnknownReference
    basis = await _basis(session, organization, community_id)
    row = UnitRegistration(
        community_id=community_id,
        organization_id=organization_id,
        basis=basis,
        status=S.SUBMITTED,
        submitted_at=clock.now(),
        **acting.columns,
    )
    _fill(row, values)
    await _add(session, row)
    return _moved(session, row, UnitRegistrationSubmitted, "submitted", acting)


async def resubmit(
    session: AsyncSession, row: UnitRegistration, values: UnitRegistrationIn, acting: ActingFor
) -> UnitRegistration:
    """Submits a returned registration again, with all fields replaced."""
    await lock(session, row)
    row.resubmit(clock.now())
    _fill(row, values)
    row.entered_by, row.channel, row.witness = acting.by, acting.channel, acting.witness
    return _moved(session, row, UnitRegistrationSubmitted, "resubmitted", acting)


async def return_(
    session: AsyncSession, row: UnitRegistration, reason: str, *, by: Staff
) -> UnitRegistration:
    """Returns a registration for correction; the reason says what is to be corrected."""
    await lock(session, row)
    row.require("return")
    await require_not_entered_by(session, row.entered_by, by.id)
    row.return_(clock.now(), by.id, reason)
    return _moved(session, row, UnitRegistrationReturned, "returned", ActingFor.oneself(by.id))


async def approve(session: AsyncSession, row: UnitRegistration, *, by: Staff) -> UnitRegistration:
    """Approves a registration, and issues its document, whose number anybody may check."""
    await lock(session, row)
    row.require("approve")
    await require_not_entered_by(session, row.entered_by, by.id)
    now, kind = clock.now(), DocumentKind.REGISTRATION
    row.approve(now, by.id, await documents.issue(session, row.community_id, kind, row.id, now))
    return _moved(session, row, UnitRegistrationApproved, "approved", ActingFor.oneself(by.id))


async def decline(
    session: AsyncSession, row: UnitRegistration, reason: str, *, by: Staff
) -> UnitRegistration:
    """Declines a registration with a reason; the organization may register again."""
    await lock(session, row)
    row.require("decline")
    await require_not_entered_by(session, row.entered_by, by.id)
    row.decline(clock.now(), by.id, reason)
    return _moved(session, row, UnitRegistrationDeclined, "declined", ActingFor.oneself(by.id))


async def withdraw(
    session: AsyncSession, row: UnitRegistration, acting: ActingFor
) -> UnitRegistration:
    """Take back a registration that has not been decided."""
    await lock(session, row)
    row.withdraw(clock.now())
    return _moved(session, row, UnitRegistrationWithdrawn, "withdrawn", acting)


async def end(
    session: AsyncSession, row: UnitRegistration, reason: str, *, by: Actor
) -> UnitRegistration:
    """Ends an approved registration, and revokes its document."""
    await lock(session, row)
    now = clock.now()
    row.end(now, reason)
    await documents.revoke(session, row.community_id, row.id, now)
    return _moved(session, row, UnitRegistrationEnded, "ended", ActingFor.oneself(by.id))


async def reveal_contact(
    session: AsyncSession, registration: UnitRegistration, reason: str, *, by: Staff
) -> RevealedContact:
    """Returns name and phone of the unit's contact, audited by one entry. It is about nobody of the
    community, so nobody there is told."""
    fields = (UnitRegistration.liaison_name, UnitRegistration.liaison_phone)
    name, phone = reveal_together(session, registration, fields, by=by, reason=reason, about=None)
    return RevealedContact(liaison_name=name, liaison_phone=phone)


async def _add(session: AsyncSession, row: UnitRegistration) -> None:
    """Adds a registration, and remembers that the organization has registered in the community."""
    async with savepoint(session, uq_unit_registrations_live=UnitRegistered):
        session.add(row)
    await note_community(session, row.organization_id, row.community_id)


async def _basis(
    session: AsyncSession, organization: PartyOrganization, community_id: UUID
) -> UnitBasis:
    """Raises UnitSitsElsewhere for a community where the unit neither sits nor is assigned, and for
    a community's own organization, which has no unit."""
    unit = None
    if organization.work_unit_id is not None:
        unit = await session.get(WorkUnit, organization.work_unit_id)
    if unit is not None and unit.community_id == community_id:
        return UnitBasis.SITS_HERE
    if unit is None or await find_live(session, community_id, organization.id) is None:
        raise UnitSitsElsewhere
    return UnitBasis.ASSIGNED


def _fill(registration: UnitRegistration, values: UnitRegistrationIn) -> None:
    registration.headcount_of_members = values.headcount_of_members
    registration.services_offered = values.services_offered
    registration.liaison_name = values.liaison_name
    registration.liaison_phone = values.liaison_phone


def _moved(
    session: AsyncSession,
    row: UnitRegistration,
    event: type[UnitRegistrationEvent],
    verb: str,
    acting: ActingFor,
) -> UnitRegistration:
    """Emits the event of a move, and writes its audit entry in the community, also where the
    unit's liaison acted."""
    emit(session, row.community_id, event(registration_id=row.id))
    record_act(session, row.community_id, acting, f"unit_registration.{verb}", row)
    return row
