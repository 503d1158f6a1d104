"""Guards of residence claims."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import CurrentStaff, own_row, path_of, staff_somewhere
from app.communities.models import Participant, ResidenceClaim
from app.communities.permissions import Permission, Staff
from app.communities.policies import may_decide_about
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


def residence_claim_for(permission: Permission) -> Callable[..., Awaitable[ResidenceClaim]]:
    """Makes a guard that returns the claim of the path: 404 for a household outside the caller's
    places, 403 without the permission there."""

    async def guard(
        community_id: UUID, claim_id: UUID, staff: CurrentStaff, session: Session
    ) -> ResidenceClaim:
        claim = await get_row(session, ResidenceClaim, community_id, claim_id)
        path = await path_of(session, community_id, claim.household_id)
        if not staff.may_somewhere(permission):
            raise Forbidden
        if not staff.may("residence:review", path):
            raise NotFound
        if not staff.may(permission, path):
            raise Forbidden
        return claim

    return guard


ResidenceClaimToReview = Annotated[ResidenceClaim, Depends(residence_claim_for("residence:review"))]


async def residence_claim_to_decide(
    claim: ResidenceClaimToReview, staff: CurrentStaff, session: Session
) -> ResidenceClaim:
    """Returns the claim; 403 for staff whose own claim it is."""
    participant = await get_row(session, Participant, claim.community_id, claim.participant_id)
    if not may_decide_about(staff, participant):
        raise Forbidden
    return claim


OwnResidenceClaim = Annotated[ResidenceClaim, Depends(own_row(ResidenceClaim, "claim_id"))]
ResidenceClaimToDecide = Annotated[ResidenceClaim, Depends(residence_claim_to_decide)]
ResidenceClaimToManage = Annotated[
    ResidenceClaim, Depends(residence_claim_for("participant:manage"))
]
StaffMayReviewResidenceSomewhere = Annotated[Staff, Depends(staff_somewhere("residence:review"))]
