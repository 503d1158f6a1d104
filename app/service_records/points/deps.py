"""Guards of points."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.service_records.models import PointDebt

StaffMayManagePoints = Annotated[Staff, Depends(staff_who_may("points:manage"))]
StaffMayManageRewards = Annotated[Staff, Depends(staff_who_may("reward:manage"))]


def may_settle_debt(staff: Staff, _debt: PointDebt) -> bool:
    return staff.may("reward:manage")


PointDebtToSettle = Annotated[
    PointDebt, Depends(row_for_staff(PointDebt, "debt_id", may_settle_debt))
]
