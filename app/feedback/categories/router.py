"""/v1/communities/{community_id}/service-categories"""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CommunityToRead
from app.feedback.categories import service as categories
from app.feedback.categories.schemas import CategoryQuery, ServiceCategoryPage
from app.feedback.models import ServiceCategory
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router

router = Router(prefix="/service-categories", tags=["service categories"])


@router.get("", response_model=ServiceCategoryPage)
async def list_service_categories(
    community: CommunityToRead, query: Annotated[CategoryQuery, Query()], session: Session
) -> Page[ServiceCategory]:
    """List the categories in which tickets are taken. Each says how long an answer and a solution
    may take, and what to do at once where there is danger."""
    return await categories.list_active(session, community.id, query)
