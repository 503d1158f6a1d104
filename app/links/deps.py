"""Guards of links."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import current_staff, staff_who_may
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.web.dependencies import Session, permitted
from app.links.models import Link


def may_link(staff: Staff, _link: Link) -> bool:
    return staff.may("link:manage")


async def staff_link(community_id: UUID, link_id: UUID, session: Session) -> Link:
    return await get_row(session, Link, community_id, link_id)


StaffForLinks = Annotated[Staff, Depends(staff_who_may("link:manage"))]
LinkToRemove = Annotated[Link, Depends(permitted(current_staff, staff_link, may_link))]
