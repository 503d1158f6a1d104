"""Unit registrations as lists: the queue of those who review them, and an organization's own."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.double_reporting.models import UnitRegistration
from app.double_reporting.units.queries import communities_of, of_organization, queue
from app.double_reporting.units.schemas import (
    StaffUnitRegistration,
    UnitRegistrationOut,
    UnitRegistrationQuery,
)
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate, paginate_rows
from app.organizations.actors import Liaison
from app.organizations.models import PartyOrganization


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: UnitRegistrationQuery
) -> Page[StaffUnitRegistration]:
    """Lists a community's registrations in the order in which they came."""
    listed = queue(staff.community_id, query)
    page = await paginate_rows(session, listed, query, oldest_first(UnitRegistration.id))
    return page.with_items([_shown(*row) for row in page.items])


async def show(session: AsyncSession, registration: UnitRegistration) -> StaffUnitRegistration:
    organization = await session.get_one(PartyOrganization, registration.organization_id)
    return _shown(registration, organization)


async def list_own(
    session: AsyncSession, liaison: Liaison, query: UnitRegistrationQuery
) -> Page[UnitRegistration]:
    """Lists, newest first, what the organization has ever registered in any community."""
    organization_id = liaison.organization.id
    communities = list(await session.scalars(communities_of(organization_id)))
    listed = of_organization(organization_id, communities, query)
    return await paginate(session, listed, query, newest_first(UnitRegistration.id))


def _shown(
    registration: UnitRegistration, organization: PartyOrganization
) -> StaffUnitRegistration:
    return StaffUnitRegistration(
        **UnitRegistrationOut.model_validate(registration).model_dump(),
        organization_name=organization.name,
        liaison_name=masked(registration, UnitRegistration.liaison_name),
        liaison_phone=masked(registration, UnitRegistration.liaison_phone),
        channel=registration.channel,
    )
