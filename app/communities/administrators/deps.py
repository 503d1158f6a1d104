"""Guards of administrators: who manages them, and whom; and a password hashed beforehand."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.administrators.policies import may_equip
from app.communities.deps import administrator_who_may
from app.communities.permissions import Staff
from app.identity.administrators import passwords
from app.identity.administrators.queries import get_administrator
from app.identity.administrators.schemas import NewAdministrator
from app.identity.deps import AdminTokenClaims
from app.identity.models import Administrator
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session

# Those of one district are let in, too: an administrator without a grant may do nothing.
AdministratorMayManageAdministrators = Annotated[
    Staff, Depends(administrator_who_may("administrator:manage"))
]


async def administrator_to_read(
    administrator_id: UUID, _staff: AdministratorMayManageAdministrators, session: Session
) -> Administrator:
    return await get_administrator(session, administrator_id)


AdministratorToRead = Annotated[Administrator, Depends(administrator_to_read)]


async def administrator_to_manage(
    administrator: AdministratorToRead, staff: AdministratorMayManageAdministrators
) -> Administrator:
    if not may_equip(staff, administrator):
        raise Forbidden
    return administrator


async def hashed_password(new: NewAdministrator, _claims: AdminTokenClaims) -> str:
    """Hash the password before the transaction begins; only for an administrator's token."""
    password = new.password.get_secret_value()
    passwords.require_strong(password, new.login_name)
    return await passwords.hashed(password)


AdministratorToManage = Annotated[Administrator, Depends(administrator_to_manage)]
HashedPassword = Annotated[str, Depends(hashed_password)]
