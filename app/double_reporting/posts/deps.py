"""Guards of posts."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import current_staff, staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.models import Post
from app.double_reporting.policies import may_manage_post
from app.kernel.database.engine import get_row
from app.kernel.web.dependencies import Session, permitted


async def staff_post(community_id: UUID, post_id: UUID, session: Session) -> Post:
    """Drafts too."""
    return await get_row(session, Post, community_id, post_id)


ManagedPost = Annotated[Post, Depends(permitted(current_staff, staff_post, may_manage_post))]
StaffForPosts = Annotated[Staff, Depends(staff_who_may("post:manage"))]
