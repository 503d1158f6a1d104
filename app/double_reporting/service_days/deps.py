"""Guards of service days."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import row_for_staff
from app.communities.permissions import Staff
from app.double_reporting.models import ServiceDay


def may_manage_service_day(staff: Staff, _service_day: ServiceDay) -> bool:
    return staff.may("post:manage")


ServiceDayToManage = Annotated[
    ServiceDay, Depends(row_for_staff(ServiceDay, "service_day_id", may_manage_service_day))
]
