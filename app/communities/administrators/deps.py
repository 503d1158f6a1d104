"""Guards of administrators."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.administrators.service import may_equip
from app.communities.deps import administrator_who_may
from app.communities.permissions import Staff
from app.identity.administrators.queries import get_administrator
from app.identity.models import Administrator
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session

# District administrators may create accounts, too: one without a grant has no permissions.
AdministratorMayManageAdministrators = Annotated[
    Staff, Depends(administrator_who_may("administrator:manage"))
]


async def administrator_to_read(
    administrator_id: UUID, _staff: AdministratorMayManageAdministrators, session: Session
) -> Administrator:
    return await get_administrator(session, administrator_id)


AdministratorToRead = Annotated[Administrator, Depends(administrator_to_read)]


async def administrator_to_equip(
    administrator: AdministratorToRead,
    staff: AdministratorMayManageAdministrators,
    session: Session,
) -> Administrator:
    """Returns the administrator; 403 unless the caller stands above them."""
    if not await may_equip(session, staff, administrator):
        raise Forbidden
    return administrator


AdministratorToEquip = Annotated[Administrator, Depends(administrator_to_equip)]
