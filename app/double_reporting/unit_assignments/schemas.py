"""Schemas of unit assignments."""

from datetime import datetime
from uuid import UUID

from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Out, ReasonIn


class UnitAssignmentIn(ReasonIn):
    """The organization to assign; the reason is told to its liaisons."""

    organization_id: UUID


class UnitAssignmentOut(Out):
    id: UUID
    community_id: UUID
    community_name: str
    organization_id: UUID
    organization_name: str
    reason: str
    assigned_by: UUID
    assigned_by_name: str | None
    """Name of the administrator's office."""
    assigned_at: datetime
    ended_at: datetime | None


class UnitAssignmentPage(StaffPage):
    items: list[UnitAssignmentOut]


class UnitAssignmentQuery(PageQuery):
    pass
