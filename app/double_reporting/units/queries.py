"""Unit registrations found: a community's queue, an organization's own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from app.double_reporting.models import UnitRegistration
from app.double_reporting.units.schemas import UnitRegistrationQuery
from app.organizations.models import OrganizationCommunity, PartyOrganization


def queue(
    community_id: UUID, query: UnitRegistrationQuery
) -> Select[UnitRegistration, PartyOrganization]:
    """A community's registrations, with their organizations."""
    wanted = (
        select(UnitRegistration, PartyOrganization)
        .join(PartyOrganization, PartyOrganization.id == UnitRegistration.organization_id)
        .where(UnitRegistration.community_id == community_id)
    )
    if query.status is None:
        return wanted
    return wanted.where(UnitRegistration.status == query.status)


def communities_of(organization_id: UUID) -> Select[UUID]:
    return select(OrganizationCommunity.community_id).filter_by(organization_id=organization_id)


def of_organization(
    organization_id: UUID, communities: Sequence[UUID], query: UnitRegistrationQuery
) -> Select[UnitRegistration]:
    """An organization's own registrations."""
    wanted = select(UnitRegistration).where(
        UnitRegistration.community_id.in_(communities),
        UnitRegistration.organization_id == organization_id,
    )
    if query.status is None:
        return wanted
    return wanted.where(UnitRegistration.status == query.status)
