"""/admin/v1: sign-ups for several dates of an activity, which the desk enters for residents."""

from fastapi import Request

from app.communities.acting import load_any_participant
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.volunteering.activity_signups import service, shown
from app.volunteering.activity_signups.schemas import (
    DateAnswers,
    DeskSignUpForDates,
    DeskWithdrawFromDates,
)
from app.volunteering.deps import ActivityToSignUpFor, StaffMayManageSignups

router = Router(
    prefix="/activities/{activity_id}/signups",
    tags=["signups"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post("", response_model=DateAnswers, responses=problems(UnknownReference))
async def sign_up_for_dates(
    staff: StaffMayManageSignups,
    activity: ActivityToSignUpFor,
    body: DeskSignUpForDates,
    session: Session,
    request: Request,
) -> DateAnswers:
    """Sign a resident up for dates of an activity at the desk: one, several, or all. Each date is
    answered by itself, by the rules of a resident's own sign-up."""
    acting = body.acting(staff)
    await load_any_participant(session, staff.community_id, acting)
    has_guardian = body.has_guardian_consent
    answers = await service.sign_up(session, activity, body, acting, has_guardian=has_guardian)
    return shown.show(request, answers)


@router.post("/withdraw", response_model=DateAnswers, responses=problems(UnknownReference))
async def withdraw_from_dates(
    staff: StaffMayManageSignups,
    activity: ActivityToSignUpFor,
    body: DeskWithdrawFromDates,
    session: Session,
    request: Request,
) -> DateAnswers:
    """Withdraw a resident from dates of an activity: one, several, or all that have not begun. The
    resident gets a message for each."""
    acting = body.acting(staff)
    await load_any_participant(session, staff.community_id, acting)
    return shown.show(request, await service.withdraw(session, activity, body, acting))
