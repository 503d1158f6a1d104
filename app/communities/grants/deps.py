"""Guards of grants."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import GrantManager
from app.communities.grants.service import get_covered
from app.communities.models import RoleGrant
from app.kernel.web.dependencies import Session


async def covered_grant(
    user_id: UUID, grant_id: UUID, admin: GrantManager, session: Session
) -> RoleGrant:
    return await get_covered(session, user_id, grant_id, by=admin)


CoveredGrant = Annotated[RoleGrant, Depends(covered_grant)]
