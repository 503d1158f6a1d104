"""Liaisons of units: actors who are neither participants nor staff of a community."""

from dataclasses import dataclass, replace
from uuid import UUID

from app.kernel.database.columns import PLATFORM
from app.organizations.models import PartyOrganization


@dataclass(frozen=True, slots=True)
class Liaison:
    """An administrator who acts for one organization and those below it; `id` is the user's."""

    id: UUID
    organization: PartyOrganization
    community_id: UUID = PLATFORM
    """The community in which the act is audited."""

    def in_(self, community_id: UUID) -> "Liaison":
        """Returns the liaison with another community, in which the act is audited."""
        return replace(self, community_id=community_id)
