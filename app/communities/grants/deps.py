"""Guards of grants."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import AdministratorMayManageGrants
from app.communities.grants.service import get_covered
from app.communities.models import RoleGrant
from app.kernel.web.dependencies import Session


async def grant_to_manage(
    user_id: UUID, grant_id: UUID, admin: AdministratorMayManageGrants, session: Session
) -> RoleGrant:
    """Returns the grant if the caller covers its scope; else 404."""
    return await get_covered(session, user_id, grant_id, by=admin)


GrantToManage = Annotated[RoleGrant, Depends(grant_to_manage)]
