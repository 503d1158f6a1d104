"""Guards of service records: the row of the path, for those who see it (404) and may (403)."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import own_row, row_for_staff
from app.service_records.models import Attendance, Occasion
from app.service_records.policies import (
    may_manage_attendance,
    may_manage_occasion,
    may_read_attendance,
    may_read_occasion,
)

OwnAttendance = Annotated[Attendance, Depends(own_row(Attendance, "attendance_id"))]
AttendanceToManage = Annotated[
    Attendance, Depends(row_for_staff(Attendance, "attendance_id", may_manage_attendance))
]
AttendanceToReadAsStaff = Annotated[
    Attendance, Depends(row_for_staff(Attendance, "attendance_id", may_read_attendance))
]
OccasionToReadAsStaff = Annotated[
    Occasion, Depends(row_for_staff(Occasion, "occasion_id", may_read_occasion))
]
OccasionToManage = Annotated[
    Occasion, Depends(row_for_staff(Occasion, "occasion_id", may_manage_occasion))
]
