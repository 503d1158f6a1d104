"""/v1/communities/{community_id}/signups/{signup_id}/find-cover"""

from app.communities.acting import ActingFor
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Attendance
from app.volunteering.cover import service as cover
from app.volunteering.cover.deps import SignupToCover
from app.volunteering.cover.schemas import CoverOut
from app.volunteering.errors import CoverSought, ShiftStarted
from app.volunteering.models import Signup

router = Router(tags=["signups"], route_class=IdempotentRoute, dependencies=[IdempotentForUser])


@router.post(
    "/signups/{signup_id}/find-cover",
    response_model=CoverOut,
    responses=problems(Signup.WRONG_STATE, Attendance.WRONG_STATE, ShiftStarted, CoverSought),
)
async def find_cover(signup: SignupToCover, user: CurrentUser, session: Session) -> CoverOut:
    """Find cover for somebody who cannot come: myself, or somebody on an activity that I lead.
    People who have helped before, are free then and take messages are asked to sign up, 30 at most.
    The place stays until it is withdrawn, and then goes to the next in line."""
    return await cover.seek(session, signup, ActingFor.oneself(user))
