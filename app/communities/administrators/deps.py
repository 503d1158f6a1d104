"""Guards of administrators, and the hash of a new password, made before the transaction."""

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

# District administrators may create accounts, too: one without a grant has no permissions.
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


async def hashed_password(body: NewAdministrator, _claims: AdminTokenClaims) -> str:
    """Hashes the password before the transaction begins, only for an administrator's token. Raises
    PasswordWeak."""
    password = body.password.get_secret_value()
    passwords.require_strong(password, body.login_name)
    return await passwords.hashed(password)


AdministratorToManage = Annotated[Administrator, Depends(administrator_to_manage)]
HashedPassword = Annotated[str, Depends(hashed_password)]
