"""/v1/communities/{community_id}/signups/{signup_id}: my rating after a shift."""

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant
from app.identity.deps import IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.volunteering.deps import OwnSignup
from app.volunteering.errors import NotThere, RatingOver
from app.volunteering.ratings import service, shown
from app.volunteering.ratings.schemas import MyRating, RatingIn, RatingOut

router = Router(
    prefix="/signups/{signup_id}",
    tags=["signups"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.post("/rate", response_model=RatingOut, responses=problems(NotThere, RatingOver))
async def rate_shift(
    signup: OwnSignup, body: RatingIn, me: ActiveParticipant, session: Session
) -> RatingOut:
    """Rate an activity after the end of a shift at which I was: 1 to 5, with words for its
    organisers. For 30 days after the end; the rating can be changed for 7 days. Hours do not
    depend on it."""
    return shown.show(await service.rate(session, signup, body, ActingFor.participant(me)))


@router.get("/rating", response_model=MyRating)
async def get_my_rating(signup: OwnSignup, session: Session) -> MyRating:
    """Get my rating after a shift. It says whether I may give or change it now."""
    return await shown.show_mine(session, signup)
