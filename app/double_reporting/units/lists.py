"""Unit registrations as reviewers and the organization's liaisons read them."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.double_reporting.models import UnitRegistration
from app.double_reporting.units.queries import (
    communities_of,
    registrations_of_community,
    registrations_of_organization,
)
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
    """Lists a community's registrations, oldest first."""
    statement = registrations_of_community(staff.community_id, query)
    page = await paginate_rows(
        session, statement, query, oldest_first(UnitRegistration.id), counts=True
    )
    return page.with_items([_staff_registration(*row) for row in page.items])


async def show(session: AsyncSession, registration: UnitRegistration) -> StaffUnitRegistration:
    """Returns a registration with its organization, and with its contact masked."""
    organization = await session.get_one(PartyOrganization, registration.organization_id)
    return _staff_registration(registration, organization)


async def list_own(
    session: AsyncSession, liaison: Liaison, query: UnitRegistrationQuery
) -> Page[UnitRegistration]:
    """Lists the organization's registrations in all communities, newest first."""
    organization_id = liaison.organization.id
    communities = list(await session.scalars(communities_of(organization_id)))
    statement = registrations_of_organization(organization_id, communities, query)
    return await paginate(session, statement, query, newest_first(UnitRegistration.id), counts=True)


def _staff_registration(
    registration: UnitRegistration, organization: PartyOrganization
) -> StaffUnitRegistration:
    return StaffUnitRegistration(
        **UnitRegistrationOut.model_validate(registration).model_dump(),
        organization_name=organization.name,
        liaison_name=masked(registration, UnitRegistration.liaison_name),
        liaison_phone=masked(registration, UnitRegistration.liaison_phone),
        channel=registration.channel,
    )
