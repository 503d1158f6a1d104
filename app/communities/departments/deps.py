"""Guards of departments."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.departments.policies import (
    may_manage_department,
    may_manage_member,
    may_read_department,
)
from app.communities.deps import current_staff, staff_who_may
from app.communities.models import Department, DepartmentMember
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.web.dependencies import Session, permitted


async def staff_department(community_id: UUID, department_id: UUID, session: Session) -> Department:
    return await get_row(session, Department, community_id, department_id)


async def staff_member(community_id: UUID, member_id: UUID, session: Session) -> DepartmentMember:
    return await get_row(session, DepartmentMember, community_id, member_id)


StaffForDepartments = Annotated[Staff, Depends(staff_who_may("department:manage"))]
StaffToReadDepartments = Annotated[Staff, Depends(staff_who_may("department:read"))]
DepartmentToRead = Annotated[
    Department, Depends(permitted(current_staff, staff_department, may_read_department))
]
ManagedDepartment = Annotated[
    Department, Depends(permitted(current_staff, staff_department, may_manage_department))
]
ManagedMember = Annotated[
    DepartmentMember, Depends(permitted(current_staff, staff_member, may_manage_member))
]
