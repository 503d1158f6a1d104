"""/admin/v1/communities/{community_id}/unit-assignments"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.double_reporting.deps import StaffMayReadUnitRegistrations
from app.double_reporting.errors import AssignmentEnded, UnitAssignedAlready
from app.double_reporting.unit_assignments import service as assignments
from app.double_reporting.unit_assignments.deps import (
    StaffMayAssignUnits,
    UnitAssignmentToEnd,
    UnitAssignmentToRead,
)
from app.double_reporting.unit_assignments.schemas import (
    UnitAssignmentIn,
    UnitAssignmentOut,
    UnitAssignmentPage,
    UnitAssignmentQuery,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/unit-assignments",
    tags=["unit registrations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=UnitAssignmentOut,
    responses=problems(Forbidden, UnknownReference, UnitAssignedAlready),
)
async def assign_unit(
    body: UnitAssignmentIn, staff: StaffMayAssignUnits, session: Session, response: Response
) -> UnitAssignmentOut:
    """Assign a unit to the community (指派报到). It does not sit there. District and subdistrict
    do; the liaisons of the unit are told with the reason, and then register it."""
    row = await assignments.assign(session, body, by=staff)
    path = f"/admin/v1/communities/{staff.community_id}/unit-assignments/{row.id}"
    response.headers["Location"] = path
    return row


@router.get("", response_model=UnitAssignmentPage, responses=problems(Forbidden))
async def list_unit_assignments(
    query: Annotated[UnitAssignmentQuery, Query()],
    staff: StaffMayReadUnitRegistrations,
    session: Session,
) -> Page[UnitAssignmentOut]:
    """List the units that are assigned to the community, newest first, former ones included."""
    return await assignments.list_assignments(session, staff.community_id, query)


@router.get("/{assignment_id}", response_model=UnitAssignmentOut, responses=problems(Forbidden))
async def get_unit_assignment(
    assignment: UnitAssignmentToRead, session: Session
) -> UnitAssignmentOut:
    """Get the assignment of a unit."""
    return await assignments.show(session, assignment)


@router.post(
    "/{assignment_id}/end",
    response_model=UnitAssignmentOut,
    responses=problems(Forbidden, AssignmentEnded),
)
async def end_unit_assignment(
    assignment: UnitAssignmentToEnd, staff: CurrentStaff, session: Session
) -> UnitAssignmentOut:
    """End the assignment of a unit. A registration that came of it goes on."""
    return await assignments.end(session, assignment, by=staff)
