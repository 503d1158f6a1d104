"""/admin/v1/communities/{community_id}/occasions/{occasion_id}/messages"""

from app.communities.acting import ActingFor
from app.communities.deps import CurrentStaff
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.deps import OccasionToManage
from app.service_records.errors import RosterClosed
from app.service_records.helper_messages import service as helper_messages
from app.service_records.helper_messages.schemas import HelperMessageIn, HelperMessageOut
from app.service_records.models import Occasion

router = Router(
    prefix="/occasions/{occasion_id}/messages",
    tags=["occasions"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=HelperMessageOut,
    responses=problems(Occasion.WRONG_STATE, RosterClosed),
)
async def send_message_to_helpers(
    occasion: OccasionToManage,
    body: HelperMessageIn,
    staff: CurrentStaff,
    session: Session,
) -> HelperMessageOut:
    """Send a message to all helpers of a shift or a duty. Three in an hour are possible, those of
    its leaders counted, and each is audited with its words."""
    return await helper_messages.send(session, occasion, body.text, ActingFor.oneself(staff.id))
