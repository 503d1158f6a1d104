"""Guards of claims of posts: whose they are, and the Party administrators who may know it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import own_row
from app.communities.models import Participant
from app.double_reporting.deps import StaffMayReviewMembers
from app.double_reporting.models import Post, PostClaim
from app.double_reporting.policies import may_decide_about_member
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session


async def post_claim_to_review(
    claim_id: UUID, staff: StaffMayReviewMembers, session: Session
) -> PostClaim:
    """The claim. 403 comes before 404: whether there is one is not for others to know."""
    return await get_row(session, PostClaim, staff.community_id, claim_id)


PostClaimToReview = Annotated[PostClaim, Depends(post_claim_to_review)]


async def post_claim_to_decide(
    claim: PostClaimToReview, staff: StaffMayReviewMembers, session: Session
) -> PostClaim:
    """The claim; 403 for the member themselves."""
    who = await get_row(session, Participant, claim.community_id, claim.participant_id)
    if not may_decide_about_member(staff.id, who):
        raise Forbidden
    return claim


async def post_to_list_claims(
    post_id: UUID, staff: StaffMayReviewMembers, session: Session
) -> Post:
    """The post, for those who may know who has claimed it."""
    return await get_row(session, Post, staff.community_id, post_id)


OwnPostClaim = Annotated[PostClaim, Depends(own_row(PostClaim, "claim_id"))]
PostClaimToDecide = Annotated[PostClaim, Depends(post_claim_to_decide)]
PostToListClaims = Annotated[Post, Depends(post_to_list_claims)]
