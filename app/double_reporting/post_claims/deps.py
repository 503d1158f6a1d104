"""Guards of claims: whose they are, and the Party administrators who may know it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import ParticipantHere
from app.communities.models import Participant
from app.double_reporting.models import Claim, Post
from app.double_reporting.party_deps import StaffWhoKnowMembers
from app.double_reporting.policies import may_decide_about_member
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


async def own_claim(claim_id: UUID, me: ParticipantHere, session: Session) -> Claim:
    claim = await get_row(session, Claim, me.community_id, claim_id)
    if claim.participant_id != me.id:
        raise NotFound
    return claim


async def staff_claim(claim_id: UUID, staff: StaffWhoKnowMembers, session: Session) -> Claim:
    """403 before 404: whether there is one is not for others to know."""
    return await get_row(session, Claim, staff.community_id, claim_id)


async def claim_to_decide(
    claim: Annotated[Claim, Depends(staff_claim)], staff: StaffWhoKnowMembers, session: Session
) -> Claim:
    who = await get_row(session, Participant, claim.community_id, claim.participant_id)
    if not may_decide_about_member(staff.id, who):
        raise Forbidden
    return claim


async def post_with_claims(post_id: UUID, staff: StaffWhoKnowMembers, session: Session) -> Post:
    return await get_row(session, Post, staff.community_id, post_id)


OwnClaim = Annotated[Claim, Depends(own_claim)]
StaffClaim = Annotated[Claim, Depends(staff_claim)]
ClaimToDecide = Annotated[Claim, Depends(claim_to_decide)]
PostWithClaims = Annotated[Post, Depends(post_with_claims)]
