"""Unit registrations as reviewers and the organization's liaisons read them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.double_reporting.models import UnitRegistration
from app.double_reporting.policies import may_decide_unit_registration
from app.double_reporting.units.queries import (
    communities_of,
    registrations_of_community,
    registrations_of_organization,
)
from app.double_reporting.units.schemas import (
    OwnUnitRegistrationOut,
    StaffUnitRegistration,
    UnitRegistrationOut,
    UnitRegistrationQuery,
)
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate, paginate_rows
from app.organizations.actors import Liaison
from app.organizations.models import PartyOrganization

DECISIONS = frozenset({"return", "approve", "decline", "end"})


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: UnitRegistrationQuery
) -> Page[StaffUnitRegistration]:
    """Lists a community's registrations, oldest first."""
    statement = registrations_of_community(staff.community_id, query)
    page = await paginate_rows(
        session, statement, query, oldest_first(UnitRegistration.id), counts=True
    )
    themselves = await same_person_as(session, staff.id)
    return page.with_items([_staff_registration(*row, staff, themselves) for row in page.items])


async def show(
    session: AsyncSession, registration: UnitRegistration, *, to: Staff
) -> StaffUnitRegistration:
    """Returns a registration with its organization, and with its contact masked."""
    organization = await session.get_one(PartyOrganization, registration.organization_id)
    themselves = await same_person_as(session, to.id)
    return _staff_registration(registration, organization, to, themselves)


async def list_own(
    session: AsyncSession, liaison: Liaison, query: UnitRegistrationQuery
) -> Page[OwnUnitRegistrationOut]:
    """Lists the organization's registrations in all communities, newest first."""
    organization_id = liaison.organization.id
    communities = list(await session.scalars(communities_of(organization_id)))
    statement = registrations_of_organization(organization_id, communities, query)
    page = await paginate(session, statement, query, newest_first(UnitRegistration.id), counts=True)
    found = await session.scalars(select(Community).where(Community.id.in_(communities)))
    names = {community.id: community.name for community in found}
    return page.with_items([_own(row, names[row.community_id], liaison) for row in page.items])


async def show_own(
    session: AsyncSession, row: UnitRegistration, *, to: Liaison
) -> OwnUnitRegistrationOut:
    community = await session.get_one(Community, row.community_id)
    return _own(row, community.name, to)


def _own(row: UnitRegistration, community_name: str, liaison: Liaison) -> OwnUnitRegistrationOut:
    verbs = {"resubmit": "submit", "withdraw": "withdraw", "end": "end"}
    return OwnUnitRegistrationOut(
        **UnitRegistrationOut.model_validate(row).model_dump(),
        community_name=community_name,
        organization_name=liaison.organization.name,
        actions=[verbs[verb] for verb in row.actions(verbs)],
    )


def _staff_registration(
    registration: UnitRegistration,
    organization: PartyOrganization,
    reader: Staff,
    themselves: Collection[UUID],
) -> StaffUnitRegistration:
    verbs = {"end"} if registration.entered_by in themselves else DECISIONS
    may_decide = may_decide_unit_registration(reader, registration)
    return StaffUnitRegistration(
        **UnitRegistrationOut.model_validate(registration).model_dump(),
        organization_name=organization.name,
        liaison_name=masked(registration, UnitRegistration.liaison_name),
        liaison_phone=masked(registration, UnitRegistration.liaison_phone),
        channel=registration.channel,
        actions=registration.actions(verbs) if may_decide else [],
    )
