"""Guards of links."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.links.models import Link


def may_manage_link(staff: Staff, _link: Link) -> bool:
    return staff.may("link:manage")


StaffMayManageLinks = Annotated[Staff, Depends(staff_who_may("link:manage"))]
LinkToRemove = Annotated[Link, Depends(row_for_staff(Link, "link_id", may_manage_link))]
