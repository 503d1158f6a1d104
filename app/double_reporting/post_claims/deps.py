"""Guards of post claims, for the member whose claim it is and for Party administrators."""

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
    """Returns the claim for a Party administrator. Others get 403 before any 404, so that they do
    not learn which claims exist."""
    return await get_row(session, PostClaim, staff.community_id, claim_id)


PostClaimToReview = Annotated[PostClaim, Depends(post_claim_to_review)]


async def post_claim_to_decide(
    claim: PostClaimToReview, staff: StaffMayReviewMembers, session: Session
) -> PostClaim:
    """Returns the claim; 403 for a Party administrator whose own claim it is."""
    participant = await get_row(session, Participant, claim.community_id, claim.participant_id)
    if not may_decide_about_member(staff.id, participant):
        raise Forbidden
    return claim


async def post_to_list_claims(
    post_id: UUID, staff: StaffMayReviewMembers, session: Session
) -> Post:
    """Returns the post for a Party administrator, who may see its claims."""
    return await get_row(session, Post, staff.community_id, post_id)


OwnPostClaim = Annotated[PostClaim, Depends(own_row(PostClaim, "claim_id"))]
PostClaimToDecide = Annotated[PostClaim, Depends(post_claim_to_decide)]
PostToListClaims = Annotated[Post, Depends(post_to_list_claims)]
