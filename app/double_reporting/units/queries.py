"""Queries on unit registrations."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select

from app.double_reporting.models import UnitRegistration
from app.double_reporting.units.schemas import UnitRegistrationQuery
from app.organizations.models import OrganizationCommunity, PartyOrganization


def registrations_of_community(
    community_id: UUID, query: UnitRegistrationQuery
) -> Select[UnitRegistration, PartyOrganization]:
    """Selects a community's registrations with their organizations."""
    statement = (
        select(UnitRegistration, PartyOrganization)
        .join(PartyOrganization, PartyOrganization.id == UnitRegistration.organization_id)
        .where(UnitRegistration.community_id == community_id)
    )
    if query.status is None:
        return statement
    return statement.where(UnitRegistration.status == query.status)


def communities_of(organization_id: UUID) -> Select[UUID]:
    """Selects the ids of the communities where the organization has ever registered."""
    return select(OrganizationCommunity.community_id).filter_by(organization_id=organization_id)


def registrations_of_organization(
    organization_id: UUID, communities: Sequence[UUID], query: UnitRegistrationQuery
) -> Select[UnitRegistration]:
    """Selects an organization's registrations in these communities, which names their shards."""
    statement = select(UnitRegistration).where(
        UnitRegistration.community_id.in_(communities),
        UnitRegistration.organization_id == organization_id,
    )
    if query.status is None:
        return statement
    return statement.where(UnitRegistration.status == query.status)
