"""/admin/v1/communities/{community_id}/reveal-allowances"""

from app.communities.deps import StaffMayManageParticipants
from app.communities.errors import SecondPersonNeeded
from app.communities.reveals import service as reveals
from app.communities.reveals.schemas import RevealAllowanceIn, RevealAllowanceOut
from app.identity.administrators.queries import names_of
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
) -> RevealAllowanceOut:
    """Allow a colleague another twenty reveals within an hour, as a second person."""
    allowance = await reveals.allow_more(session, body, by=staff)
    names = await names_of(session, {allowance.administrator_id, allowance.allowed_by})
    return RevealAllowanceOut(
        id=allowance.id,
        administrator_id=allowance.administrator_id,
        administrator_name=names.get(allowance.administrator_id),
        allowed_by=allowance.allowed_by,
        allowed_by_name=names.get(allowance.allowed_by),
        allowed_at=allowance.allowed_at,
    )
