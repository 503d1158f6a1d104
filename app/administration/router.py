"""/v1/me/access-log"""

from typing import Annotated

from fastapi import Query

from app.administration import service
from app.administration.schemas import AccessOut, AccessPage
from app.communities.deps import MyCommunities
from app.identity.deps import CurrentUser
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.routing import Router

router = Router(prefix="/me/access-log", tags=["access log"])


@router.get("", response_model=AccessPage)
async def list_my_access_log(
    user: CurrentUser,
    communities: MyCommunities,
    query: Annotated[PageQuery, Query()],
    session: Session,
) -> Page[AccessOut]:
    """List who has seen my data, when and why, in all my communities. Newest first. What the staff
    did for me or about me stands there, too."""
    return await service.list_accesses(session, user, communities, query)
