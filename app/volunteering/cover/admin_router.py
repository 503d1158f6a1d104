"""/admin/v1/communities/{community_id}/signups/{signup_id}/find-cover"""

from app.communities.deps import CurrentStaff
from app.communities.schemas import Witnessed
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Attendance
from app.volunteering.cover import service as cover
from app.volunteering.cover.schemas import CoverOut
from app.volunteering.deps import SignupToManage
from app.volunteering.errors import CoverSought, ShiftStarted
from app.volunteering.models import Signup

router = Router(tags=["signups"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.post(
    "/signups/{signup_id}/find-cover",
    response_model=CoverOut,
    responses=problems(Signup.WRONG_STATE, Attendance.WRONG_STATE, ShiftStarted, CoverSought),
)
async def find_cover(
    signup: SignupToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> CoverOut:
    """Find cover for a resident who says at the desk that they cannot come. People who have helped
    before are asked to sign up."""
    return await cover.seek(session, signup, body.acting(staff))
