"""Actors who are neither participants nor staff of a community: the liaisons of units."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.kernel.database.columns import PLATFORM
from app.organizations.models import PartyOrganization


@dataclass(frozen=True, slots=True)
class Liaison:
    """An administrator who acts for one organization and what stands below it; `id` is the
    user's."""

    id: UUID
    organization: PartyOrganization
    community_id: UUID = PLATFORM
    """The community whose audit log has the act."""

    def in_(self, community_id: UUID) -> "Liaison":
        """The same, acting towards a community."""
        return replace(self, community_id=community_id)
