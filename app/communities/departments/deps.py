"""Guards of departments."""

from typing import Annotated

from fastapi import Depends

from app.communities.departments.policies import (
    may_manage_department,
    may_manage_member,
    may_read_department,
)
from app.communities.deps import row_for_staff, staff_who_may
from app.communities.models import Department, DepartmentMember
from app.communities.permissions import Staff

StaffMayReadDepartments = Annotated[Staff, Depends(staff_who_may("department:read"))]
StaffMayManageDepartments = Annotated[Staff, Depends(staff_who_may("department:manage"))]
DepartmentToRead = Annotated[
    Department, Depends(row_for_staff(Department, "department_id", may_read_department))
]
DepartmentToManage = Annotated[
    Department, Depends(row_for_staff(Department, "department_id", may_manage_department))
]
DepartmentMemberToManage = Annotated[
    DepartmentMember, Depends(row_for_staff(DepartmentMember, "member_id", may_manage_member))
]
