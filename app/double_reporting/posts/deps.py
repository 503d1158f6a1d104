"""Guards of posts."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.models import Post
from app.double_reporting.policies import may_manage_post

StaffMayManagePosts = Annotated[Staff, Depends(staff_who_may("post:manage"))]
PostToManage = Annotated[Post, Depends(row_for_staff(Post, "post_id", may_manage_post))]
