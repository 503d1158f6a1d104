"""/v1/communities/{community_id}/participants/claim"""

from app.communities.claim_codes import service as claim_codes
from app.communities.claim_codes.deps import DeclaredPersonalData, GuessCounted
from app.communities.claim_codes.schemas import ClaimCodeIn
from app.communities.deps import CommunityToRead
from app.communities.errors import (
    ClaimCodeInvalid,
    ParticipantInactive,
    ParticipationInUse,
    SecondPersonNeeded,
)
from app.communities.models import Participant
from app.communities.participants.schemas import ParticipantOut
from app.identity.deps import CurrentUser, IdempotentForUser
from app.identity.errors import ConsentRequired
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/participants",
    tags=["participants"],
    route_class=IdempotentRoute,
    dependencies=[GuessCounted, IdempotentForUser],
)


@router.post(
    "/claim",
    response_model=ParticipantOut,
    responses=problems(
        *(ClaimCodeInvalid, ParticipationInUse, ParticipantInactive, SecondPersonNeeded),
        *(ConsentRequired, TooManyRequests),
    ),
)
async def take_over_participant(
    community: CommunityToRead,
    body: ClaimCodeIn,
    user: CurrentUser,
    declared: DeclaredPersonalData,
    session: Session,
) -> Participant:
    """Take over what the desk has entered for me, by the code that it has printed. My household,
    sign-ups and tickets there are mine from now on. Who has joined meanwhile and done nothing yet
    gives that up; who has done something asks the desk."""
    return await claim_codes.claim_row(session, declared, community.id, user, body.code)
