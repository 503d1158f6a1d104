"""/v1/communities/{community_id}/service-days"""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CommunityToRead
from app.double_reporting.service_days import service as service_days
from app.double_reporting.service_days.schemas import ServiceDayOut, ServiceDayPage
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.routing import Router

router = Router(prefix="/service-days", tags=["duties"])


@router.get("", response_model=ServiceDayPage)
async def list_service_days(
    community: CommunityToRead, query: Annotated[PageQuery, Query()], session: Session
) -> Page[ServiceDayOut]:
    """List the service days of the community, the newest first. Anybody who has logged in may read
    them; who serves on a post is invited to each date."""
    return await service_days.list_open(session, community.id, query)
