"""Factory of unit registrations."""

from uuid import UUID

from app.communities.models import Channel
from app.double_reporting.models import UnitBasis, UnitRegistration, UnitRegistrationStatus
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.organizations.models import (
    OrganizationCommunity,
    PartyOrganization,
)
from tests.now import NOW

S = UnitRegistrationStatus


async def a_unit_registration(
    database: Database,
    community_id: UUID,
    organization: PartyOrganization,
    status: UnitRegistrationStatus = S.SUBMITTED,
) -> UnitRegistration:
    """Adds a registration in the state that its verbs lead to."""
    registration = UnitRegistration(
        community_id=community_id,
        organization_id=organization.id,
        basis=UnitBasis.SITS_HERE,
        headcount_of_members=12,
        services_offered="周末开放操场",
        liaison_name="李敏",
        liaison_phone="+86 10 0000 0001",
        status=S.SUBMITTED,
        submitted_at=NOW,
        entered_by=PLATFORM,
        channel=Channel.SELF,
    )
    _move(registration, status)
    organization_community = OrganizationCommunity(
        organization_id=organization.id, community_id=community_id
    )
    async with database.transaction() as session:
        session.add_all([registration, organization_community])
    return registration


def _move(registration: UnitRegistration, status: UnitRegistrationStatus) -> None:
    if status is S.RETURNED:
        registration.return_(NOW, PLATFORM, "请补充人数")
    elif status is S.DECLINED:
        registration.decline(NOW, PLATFORM, "不在本社区")
    elif status is S.WITHDRAWN:
        registration.withdraw(NOW)
    elif status in (S.APPROVED, S.ENDED):
        registration.approve(NOW, PLATFORM, "1-2026-000001-23456789")
        if status is S.ENDED:
            registration.end(NOW, "单位迁走")
