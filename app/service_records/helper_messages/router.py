"""/v1/communities/{community_id}/occasions/{occasion_id}/messages"""

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.errors import RosterClosed
from app.service_records.helper_messages import service as helper_messages
from app.service_records.helper_messages.schemas import HelperMessageIn, HelperMessageOut
from app.service_records.leaders.deps import OccasionToLead
from app.service_records.models import Occasion

router = Router(
    prefix="/occasions/{occasion_id}/messages",
    tags=["occasions"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.post(
    "",
    status_code=201,
    response_model=HelperMessageOut,
    responses=problems(Occasion.WRONG_STATE, RosterClosed),
)
async def send_message_to_helpers(
    occasion: OccasionToLead,
    body: HelperMessageIn,
    me: ActiveParticipant,
    user: CurrentUser,
    session: Session,
) -> HelperMessageOut:
    """Send a message to all helpers of an occasion that I lead. Everybody who is to come or has
    come gets it; three in an hour are possible, and each is audited with its words."""
    return await helper_messages.send(
        session, occasion, body.text, ActingFor.oneself(user), sender=me.id
    )
