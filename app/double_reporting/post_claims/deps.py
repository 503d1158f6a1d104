"""Guards of claims: whose they are, and the Party administrators who may know it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import own_row
from app.communities.models import Participant
from app.double_reporting.models import Post, PostClaim
from app.double_reporting.party_deps import StaffWhoKnowMembers
from app.double_reporting.policies import may_decide_about_member
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session


async def staff_claim(claim_id: UUID, staff: StaffWhoKnowMembers, session: Session) -> PostClaim:
    """403 before 404: whether there is one is not for others to know."""
    return await get_row(session, PostClaim, staff.community_id, claim_id)


async def claim_to_decide(
    claim: Annotated[PostClaim, Depends(staff_claim)], staff: StaffWhoKnowMembers, session: Session
) -> PostClaim:
    who = await get_row(session, Participant, claim.community_id, claim.participant_id)
    if not may_decide_about_member(staff.id, who):
        raise Forbidden
    return claim


async def post_with_claims(post_id: UUID, staff: StaffWhoKnowMembers, session: Session) -> Post:
    return await get_row(session, Post, staff.community_id, post_id)


OwnClaim = Annotated[PostClaim, Depends(own_row(PostClaim, "claim_id"))]
StaffClaim = Annotated[PostClaim, Depends(staff_claim)]
ClaimToDecide = Annotated[PostClaim, Depends(claim_to_decide)]
PostWithClaims = Annotated[Post, Depends(post_with_claims)]
