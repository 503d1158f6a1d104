"""Schemas of proposals of grants."""

from datetime import datetime
from uuid import UUID

from app.communities.models import GrantProposalStatus, Role, ScopeKind
from app.kernel.web.pages import StaffPage
from app.kernel.web.schemas import Out


class GrantProposalOut(Out):
    user_id: UUID
    id: UUID
    role: Role
    scope_kind: ScopeKind
    scope_id: UUID
    community_id: UUID | None
    valid_from: datetime | None
    valid_to: datetime | None
    letter_number: str | None
    status: GrantProposalStatus
    proposed_by: UUID
    proposed_at: datetime
    decided_by: UUID | None
    decided_at: datetime | None


class GrantProposalPage(StaffPage):
    items: list[GrantProposalOut]
