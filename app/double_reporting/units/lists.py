"""Unit registrations as reviewers and the organization's liaisons read them."""

from collections.abc import Collection
from typing import Any, NamedTuple
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


class Names(NamedTuple):
    """Names beside the ids of a registration."""

    community_name: str
    organization_name: str


COLUMNS = UnitRegistrationOut.model_fields.keys() - set(Names._fields)


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: UnitRegistrationQuery
) -> Page[StaffUnitRegistration]:
    """Lists a community's registrations, oldest first."""
    statement = registrations_of_community(staff.community_id, query)
    page = await paginate_rows(
        session, statement, query, oldest_first(UnitRegistration.id), counts=True
    )
    community = await session.get_one(Community, staff.community_id)
    themselves = await same_person_as(session, staff.id)
    return page.with_items(
        [
            _staff_registration(row, Names(community.name, organization.name), staff, themselves)
            for row, organization in page.items
        ]
    )


async def show(
    session: AsyncSession, registration: UnitRegistration, *, to: Staff
) -> StaffUnitRegistration:
    """Returns a registration with its organization, and with its contact masked."""
    names = await _names(session, registration)
    themselves = await same_person_as(session, to.id)
    return _staff_registration(registration, names, to, themselves)


async def _names(session: AsyncSession, registration: UnitRegistration) -> Names:
    community = await session.get_one(Community, registration.community_id)
    organization = await session.get_one(PartyOrganization, registration.organization_id)
    return Names(community.name, organization.name)


def _columns(registration: UnitRegistration, names: Names) -> dict[str, Any]:
    return {name: getattr(registration, name) for name in COLUMNS} | names._asdict()


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
        **_columns(row, Names(community_name, liaison.organization.name)),
        actions=[verbs[verb] for verb in row.actions(verbs)],
    )


def _staff_registration(
    registration: UnitRegistration,
    names: Names,
    reader: Staff,
    themselves: Collection[UUID],
) -> StaffUnitRegistration:
    verbs = {"end"} if registration.entered_by in themselves else DECISIONS
    may_decide = may_decide_unit_registration(reader, registration)
    return StaffUnitRegistration(
        **_columns(registration, names),
        liaison_name=masked(registration, UnitRegistration.liaison_name),
        liaison_phone=masked(registration, UnitRegistration.liaison_phone),
        channel=registration.channel,
        actions=registration.actions(verbs) if may_decide else [],
    )
