"""What happens to unit registrations. One live registration of an organization in a community is
held by a constraint; each change holds the row first."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_act
from app.communities.documents import service as documents
from app.communities.models import DocumentKind
from app.communities.permissions import Staff
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
from app.double_reporting.models import UnitRegistration, UnitRegistrationStatus
from app.double_reporting.units.schemas import RevealedContact, UnitRegistrationIn
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import lock, savepoint
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import Actor
from app.kernel.privacy.sealed import reveal
from app.organizations.models import OrganizationCommunity, PartyOrganization, WorkUnit

S = UnitRegistrationStatus


async def submit(
    session: AsyncSession,
    community_id: UUID,
    organization_id: UUID,
    values: UnitRegistrationIn,
    acting: ActingFor,
) -> UnitRegistration:
    """Report an organization to the community where its unit sits, by its liaison or at the desk
    as it stands on paper."""
    organization = await session.get(PartyOrganization, organization_id)
    if organization is None:
        raise UnknownReference
    await _require_seat(session, organization, community_id)
    row = UnitRegistration(
        community_id=community_id,
        organization_id=organization_id,
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
    """Submit again after a return, with everything written anew."""
    await lock(session, row)
    row.resubmit(clock.now())
    _fill(row, values)
    row.entered_by, row.channel, row.witness = acting.by, acting.channel, acting.witness
    return _moved(session, row, UnitRegistrationSubmitted, "resubmitted", acting)


async def return_(
    session: AsyncSession, row: UnitRegistration, reason: str, *, by: Staff
) -> UnitRegistration:
    """Return a registration to be mended; the reason says what."""
    await lock(session, row)
    row.return_(clock.now(), by.id, reason)
    return _moved(session, row, UnitRegistrationReturned, "returned", ActingFor.oneself(by.id))


async def approve(session: AsyncSession, row: UnitRegistration, *, by: Staff) -> UnitRegistration:
    """Approve a registration. It is numbered; anybody may check the number."""
    await lock(session, row)
    now, kind = clock.now(), DocumentKind.UNIT_REGISTRATION
    row.approve(now, by.id, await documents.issue(session, row.community_id, kind, row.id, now))
    return _moved(session, row, UnitRegistrationApproved, "approved", ActingFor.oneself(by.id))


async def decline(
    session: AsyncSession, row: UnitRegistration, reason: str, *, by: Staff
) -> UnitRegistration:
    """Decline a registration with a reason; the organization may report anew."""
    await lock(session, row)
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
    """End an approved registration; its number is good no more."""
    await lock(session, row)
    now = clock.now()
    row.end(now, reason)
    await documents.revoke(session, row.community_id, row.id, now)
    return _moved(session, row, UnitRegistrationEnded, "ended", ActingFor.oneself(by.id))


async def reveal_contact(
    session: AsyncSession, registration: UnitRegistration, reason: str, *, by: Staff
) -> RevealedContact:
    """Open whom the community calls at the unit."""
    name, phone = (
        reveal(session, registration, field, by=by, reason=reason)
        for field in (UnitRegistration.liaison_name, UnitRegistration.liaison_phone)
    )
    return RevealedContact(liaison_name=name, liaison_phone=phone)


async def _add(session: AsyncSession, row: UnitRegistration) -> None:
    """Write a registration, and where the organization has ever registered."""
    async with savepoint(session, uq_unit_registrations_live=UnitRegistered):
        session.add(row)
    here = {"organization_id": row.organization_id, "community_id": row.community_id}
    seen = insert(OrganizationCommunity).values(here | {"id": uuid7()})
    await session.execute(seen.on_conflict_do_nothing())


async def _require_seat(
    session: AsyncSession, organization: PartyOrganization, community_id: UUID
) -> None:
    """Refuse another community than that where the unit sits; what is a community's own has no
    unit."""
    unit = None
    if organization.work_unit_id is not None:
        unit = await session.get(WorkUnit, organization.work_unit_id)
    if unit is None or unit.community_id != community_id:
        raise UnitSitsElsewhere


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
    """Emit what has happened to a registration, and write it into the community's record, whoever
    has done it."""
    emit(session, row.community_id, event(registration_id=row.id))
    record_act(session, row.community_id, acting, f"unit_registration.{verb}", row)
    return row
