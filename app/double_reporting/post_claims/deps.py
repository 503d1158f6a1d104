"""Guards of post claims, for the resident whose claim it is and for staff who manage posts."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import own_row
from app.communities.models import Participant
from app.double_reporting.models import PostClaim
from app.double_reporting.policies import may_decide_about
from app.double_reporting.posts.deps import StaffMayManagePosts
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session


async def post_claim_to_review(
    claim_id: UUID, staff: StaffMayManagePosts, session: Session
) -> PostClaim:
    """Returns the claim for staff who manage posts. Others get 403 before any 404, so that they do
    not learn which claims exist."""
    return await get_row(session, PostClaim, staff.community_id, claim_id)


PostClaimToReview = Annotated[PostClaim, Depends(post_claim_to_review)]


async def post_claim_to_decide(
    claim: PostClaimToReview, staff: StaffMayManagePosts, session: Session
) -> PostClaim:
    """Returns the claim; 403 for staff whose own claim it is."""
    participant = await get_row(session, Participant, claim.community_id, claim.participant_id)
    if not may_decide_about(staff.id, participant):
        raise Forbidden
    return claim


OwnPostClaim = Annotated[PostClaim, Depends(own_row(PostClaim, "claim_id"))]
PostClaimToDecide = Annotated[PostClaim, Depends(post_claim_to_decide)]
