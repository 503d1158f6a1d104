"""Guards of regions."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import AdministratorMayManageRegions
from app.communities.models import Region
from app.communities.regions.service import get_region
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session


async def region_to_manage(
    region_id: UUID, admin: AdministratorMayManageRegions, session: Session
) -> Region:
    """Returns the region; 403 outside the regions that the caller covers."""
    region = await get_region(session, region_id)
    if not admin.may("region:manage", region.path):
        raise Forbidden
    return region


RegionToManage = Annotated[Region, Depends(region_to_manage)]
