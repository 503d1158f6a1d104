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

WhoManages = Annotated[Staff, Depends(administrator_who_may("administrator:manage"))]
"""Also who manages a district only: an administrator without a grant may do nothing."""


async def known_administrator(
    administrator_id: UUID, _staff: WhoManages, session: Session
) -> Administrator:
    return await get_administrator(session, administrator_id)


KnownAdministrator = Annotated[Administrator, Depends(known_administrator)]


async def administrator_to_equip(
    administrator: KnownAdministrator, staff: WhoManages
) -> Administrator:
    if not may_equip(staff, administrator):
        raise Forbidden
    return administrator


async def hashed_password(new: NewAdministrator, _claims: AdminTokenClaims) -> str:
    """Before the transaction begins; only for who has an administrator's token."""
    password = new.password.get_secret_value()
    passwords.require_strong(password, new.login_name)
    return await passwords.hashed(password)


AdministratorToEquip = Annotated[Administrator, Depends(administrator_to_equip)]
HashedPassword = Annotated[str, Depends(hashed_password)]
