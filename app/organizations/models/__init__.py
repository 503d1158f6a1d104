"""Tables of organizations: work unit ← Party organization."""

from app.organizations.models.organization import (
    ABOVE,
    OrganizationCommunity,
    OrganizationKind,
    PartyOrganization,
)
from app.organizations.models.work_unit import WorkUnit

__all__ = ["ABOVE", "OrganizationCommunity", "OrganizationKind", "PartyOrganization", "WorkUnit"]
