"""/admin/v1/communities/{community_id}/departments"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.departments import service as departments
from app.communities.departments.deps import (
    DepartmentMemberToManage,
    DepartmentToManage,
    DepartmentToRead,
    StaffMayManageDepartments,
    StaffMayReadDepartments,
)
from app.communities.departments.schemas import (
    DepartmentIn,
    DepartmentMemberIn,
    DepartmentMemberOut,
    DepartmentMemberPage,
    DepartmentMemberQuery,
    DepartmentOut,
    DepartmentPage,
    DepartmentQuery,
)
from app.communities.departments.shown import show_member, show_members
from app.communities.deps import CurrentStaff
from app.communities.errors import AlreadyAMember, DepartmentExists, NotAnAdministrator
from app.communities.models import Department
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.conditional import etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    tags=["departments"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)


@router.post(
    "/departments",
    status_code=201,
    response_model=DepartmentOut,
    responses=problems(DepartmentExists),
)
async def add_department(
    body: DepartmentIn, staff: StaffMayManageDepartments, session: Session, response: Response
) -> Department:
    """Add a department to which tickets can be assigned."""
    department = await departments.add(session, body, by=staff)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/departments/{department.id}"
    response.headers["ETag"] = etag(department)
    return department


@router.get("/departments", response_model=DepartmentPage)
async def list_departments(
    query: Annotated[DepartmentQuery, Query()], staff: StaffMayReadDepartments, session: Session
) -> Page[Department]:
    """List the departments of the community, oldest first."""
    return await departments.list_departments(session, staff.community_id, query)


@router.get("/departments/{department_id}", response_model=DepartmentOut)
async def get_department(department: DepartmentToRead, response: Response) -> Department:
    """Get a department. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(department)
    return department


@router.post(
    "/departments/{department_id}/members",
    status_code=201,
    response_model=DepartmentMemberOut,
    responses=problems(NotAnAdministrator, AlreadyAMember),
)
async def add_department_member(
    department: DepartmentToManage,
    body: DepartmentMemberIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> DepartmentMemberOut:
    """Add a member to a department: an administrator who acts for it. Their permissions come from
    their grants alone."""
    member = await departments.add_member(session, department, body, by=staff)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/department-members/{member.id}"
    return await show_member(session, member)


@router.get("/departments/{department_id}/members", response_model=DepartmentMemberPage)
async def list_department_members(
    department: DepartmentToRead, query: Annotated[DepartmentMemberQuery, Query()], session: Session
) -> Page[DepartmentMemberOut]:
    """List the members of a department, oldest first."""
    page = await departments.list_members(session, department, query)
    return page.with_items(await show_members(session, department, page.items))


@router.get("/department-members/{member_id}", response_model=DepartmentMemberOut)
async def get_department_member(
    member: DepartmentMemberToManage, session: Session
) -> DepartmentMemberOut:
    """Get a member of a department."""
    return await show_member(session, member)
