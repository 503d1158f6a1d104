"""/admin/v1/communities/{community_id}/shifts/{shift_id}/roster"""

from app.communities.deps import CurrentStaff
from app.communities.errors import RevealsExhausted
from app.communities.reveals.deps import RevealCounted
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.volunteering.deps import ShiftToReachPeople
from app.volunteering.rosters import service as rosters
from app.volunteering.rosters.schemas import Roster

unstored_router = Router(prefix="/shifts", tags=["shifts"], dependencies=[RevealCounted])
"""Router of answers that are not stored for an Idempotency-Key, because they show what is
sealed."""


@unstored_router.post(
    "/{shift_id}/roster",
    response_model=Roster,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_roster(
    shift: ShiftToReachPeople, body: ReasonIn, staff: CurrentStaff, session: Session
) -> Roster:
    """Reveal the roster of a shift: name, phone number, role and household of everybody who has a
    confirmed sign-up, in the order of the print. It is audited and told to each of them, and counts
    once; the answer is not stored for an Idempotency-Key."""
    return await rosters.reveal_roster(session, shift, body.reason, by=staff)
