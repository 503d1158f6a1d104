"""/admin/v1/communities/{community_id}/departments: changes that need a look at their tickets. They
stand here, because communities lie below feedback."""

from fastapi import Response

from app.communities.departments.deps import DepartmentMemberToManage, DepartmentToManage
from app.communities.departments.schemas import DepartmentIn, DepartmentOut
from app.communities.deps import CurrentStaff
from app.communities.errors import DepartmentExists
from app.communities.models import Department
from app.feedback.departments import service as departments
from app.feedback.errors import DepartmentHasTickets, LastDepartmentMember
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    tags=["departments"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)


@router.put(
    "/departments/{department_id}",
    response_model=DepartmentOut,
    responses=problems(DepartmentExists, DepartmentHasTickets, VersionMissing, VersionStale),
)
async def revise_department(
    department: DepartmentToManage,
    body: DepartmentIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> Department:
    """Replace the fields of a department. One that has open tickets stays active: assign them to
    another department first."""
    await departments.revise(session, department, body, tag, by=staff)
    response.headers["ETag"] = etag(department)
    return department


@router.delete(
    "/department-members/{member_id}", status_code=204, responses=problems(LastDepartmentMember)
)
async def remove_department_member(
    member: DepartmentMemberToManage,
    staff: CurrentStaff,
    session: Session,
) -> None:
    """Remove a member from a department, with effect from their next request. The last one stays
    while the department has open tickets."""
    await departments.remove_member(session, member, by=staff)
