"""/admin/v1/communities/{community_id}/participants/{participant_id}/claim-code

The answer holds a secret, which is not stored: no Idempotency-Key is taken.
"""

from app.communities.claim_codes import service as claim_codes
from app.communities.claim_codes.schemas import IssuedClaimCode
from app.communities.deps import CurrentStaff
from app.communities.errors import HasLogin, ParticipantInactive
from app.communities.participants.deps import ParticipantToManage
from app.communities.schemas import Witnessed
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/participants", tags=["participants"])


@router.post(
    "/{participant_id}/claim-code",
    response_model=IssuedClaimCode,
    responses=problems(Forbidden, HasLogin, ParticipantInactive),
)
async def issue_claim_code(
    participant: ParticipantToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> IssuedClaimCode:
    """Issue a one-time code to print. With it a person whom the desk has entered takes over their
    row in the app. It is shown this once, lasts 30 days, and replaces a former one."""
    return await claim_codes.issue(session, participant, body.acting(staff))
