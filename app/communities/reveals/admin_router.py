"""/admin/v1/communities/{community_id}/reveal-allowances"""

from app.communities.deps import StaffMayManageParticipants
from app.communities.errors import SecondPersonNeeded
from app.communities.models import RevealAllowance
from app.communities.reveals import service as reveals
from app.communities.reveals.schemas import RevealAllowanceIn, RevealAllowanceOut
from app.identity.deps import IdempotentForAdmin, RecentlyProven
from app.identity.errors import StepUpRequired
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/reveal-allowances",
    tags=["participants"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=RevealAllowanceOut,
    responses=problems(Forbidden, StepUpRequired, SecondPersonNeeded, UnknownReference),
)
async def allow_more_reveals(
    staff: StaffMayManageParticipants,
    _proven: RecentlyProven,
    body: RevealAllowanceIn,
    session: Session,
) -> RevealAllowance:
    """Allow a colleague another twenty reveals within an hour, as a second person."""
    return await reveals.allow_more(session, body, by=staff)
