"""/v1/communities/{community_id}/posts"""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.double_reporting.posts import service as posts
from app.double_reporting.posts.schemas import PostOut, PostPage, PostQuery
from app.identity.deps import CurrentUser
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router

router = Router(prefix="/posts", tags=["posts"])


@router.get("", response_model=PostPage)
async def list_posts(
    community_id: UUID,
    query: Annotated[PostQuery, Query()],
    _reader: CurrentUser,
    session: Session,
) -> Page[PostOut]:
    """Open posts for members who report here, newest first, with the places that are left and how
    many serve, without names. Anybody who has logged in may read them."""
    return await posts.list_published(session, community_id, query)


@router.get("/{post_id}", response_model=PostOut)
async def get_post(
    community_id: UUID, post_id: UUID, _reader: CurrentUser, session: Session
) -> PostOut:
    """One post, unless it is a draft."""
    return await posts.get_published(session, community_id, post_id)
