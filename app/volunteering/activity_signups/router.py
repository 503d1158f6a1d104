"""/v1: my sign-ups for several dates of an activity."""

from fastapi import Request

from app.communities.acting import ActingFor
from app.communities.deps import AnyParticipant
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.volunteering.activity_signups import service, shown
from app.volunteering.activity_signups.schemas import (
    DateAnswers,
    SignUpForDates,
    WithdrawFromDates,
)
from app.volunteering.deps import ActivityToRead

router = Router(
    prefix="/activities/{activity_id}/signups",
    tags=["signups"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.post(
    "", response_model=DateAnswers, responses=problems(NotAParticipant, ParticipantInactive)
)
async def sign_up_for_dates(
    activity: ActivityToRead,
    body: SignUpForDates,
    user: CurrentUser,
    session: Session,
    request: Request,
) -> DateAnswers:
    """Sign up for dates of an activity: one, several, or all. Each date is answered by itself: with
    the sign-up, which has a place, waits or is reviewed, or with the problem for which it is
    refused. Of two dates that overlap the earlier one is taken."""
    oneself = ActingFor.oneself(user)
    return shown.show(request, await service.sign_up(session, activity, body, oneself))


@router.post("/withdraw", response_model=DateAnswers)
async def withdraw_from_dates(
    activity: ActivityToRead,
    body: WithdrawFromDates,
    me: AnyParticipant,
    session: Session,
    request: Request,
) -> DateAnswers:
    """Withdraw from dates of an activity: one, several, or all that have not begun. Each date is
    answered by itself; a place that comes free goes to the next on its waitlist."""
    acting = ActingFor.participant(me)
    return shown.show(request, await service.withdraw(session, activity, body, acting))
