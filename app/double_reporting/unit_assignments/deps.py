"""Guards of unit assignments."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.models import UnitAssignment


def may_assign_unit(staff: Staff, _row: UnitAssignment) -> bool:
    return staff.may("unit:assign")


def may_read_assignment(staff: Staff, _row: UnitAssignment) -> bool:
    return staff.may("unit_registration:read")


StaffMayAssignUnits = Annotated[Staff, Depends(staff_who_may("unit:assign"))]
UnitAssignmentToRead = Annotated[
    UnitAssignment, Depends(row_for_staff(UnitAssignment, "assignment_id", may_read_assignment))
]
UnitAssignmentToEnd = Annotated[
    UnitAssignment, Depends(row_for_staff(UnitAssignment, "assignment_id", may_assign_unit))
]
