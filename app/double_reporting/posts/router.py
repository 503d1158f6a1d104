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
    """List published posts, newest first. Each has the places left and the numbers of claims in
    notice and in service, without names; numbers below 10 are not shown. Anybody who has logged in
    may read them."""
    return await posts.list_published(session, community_id, query)


@router.get("/{post_id}", response_model=PostOut)
async def get_post(
    community_id: UUID, post_id: UUID, _reader: CurrentUser, session: Session
) -> PostOut:
    """Get a post. Drafts are not found; anybody who has logged in may read the others."""
    return await posts.get_published(session, community_id, post_id)
