"""Guards of check-ins: own attendances, and those that the desk enters."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import own_row, row_for_staff
from app.communities.permissions import Staff
from app.service_records.models import Attendance


def may_enter_presence(staff: Staff, _attendance: Attendance) -> bool:
    return staff.may("attendance:manage")


OwnAttendanceRow = Annotated[Attendance, Depends(own_row(Attendance, "attendance_id"))]
AttendanceToEnter = Annotated[
    Attendance, Depends(row_for_staff(Attendance, "attendance_id", may_enter_presence))
]
