"""/admin/v1/party-organizations/{organization_id}/unit-assignments, for the unit's liaison"""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.double_reporting.unit_assignments import service as assignments
from app.double_reporting.unit_assignments.schemas import (
    UnitAssignmentOut,
    UnitAssignmentPage,
    UnitAssignmentQuery,
)
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router
from app.organizations.deps import CurrentLiaison

router = Router(
    prefix="/party-organizations/{organization_id}/unit-assignments", tags=["unit registrations"]
)


@router.get("", response_model=UnitAssignmentPage)
async def list_own_unit_assignments(
    query: Annotated[UnitAssignmentQuery, Query()], liaison: CurrentLiaison, session: Session
) -> Page[UnitAssignmentOut]:
    """List the communities to which my organization is assigned, newest first."""
    return await assignments.list_own(session, liaison, query)


@router.get("/{assignment_id}", response_model=UnitAssignmentOut)
async def get_own_unit_assignment(
    assignment_id: UUID, liaison: CurrentLiaison, session: Session
) -> UnitAssignmentOut:
    """Get an assignment of my organization."""
    return await assignments.get_own(session, liaison, assignment_id)
