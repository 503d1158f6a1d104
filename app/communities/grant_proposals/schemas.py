"""Schemas of proposals of grants."""

from datetime import datetime
from uuid import UUID

from app.communities.models import GrantProposalStatus, Role, ScopeKind
from app.kernel.web.pages import StaffPage
from app.kernel.web.schemas import Out


class GrantProposalOut(Out):
    user_id: UUID
    user_name: str | None
    """Name of the administrator's office."""
    id: UUID
    role: Role
    scope_kind: ScopeKind
    scope_id: UUID
    scope_name: str | None
    """Name of the region or the place; null for the platform, and for an organization, which names
    its liaisons itself."""
    community_id: UUID | None
    community_name: str | None
    valid_from: datetime | None
    valid_to: datetime | None
    letter_number: str | None
    status: GrantProposalStatus
    proposed_by: UUID
    proposed_by_name: str | None
    proposed_at: datetime
    decided_by: UUID | None
    decided_by_name: str | None
    decided_at: datetime | None


class GrantProposalPage(StaffPage):
    items: list[GrantProposalOut]
