"""/admin/v1/communities/{community_id}: ratings of activities by their helpers."""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CurrentStaff
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.volunteering.deps import ActivityToReadAsStaff, SignupToManage
from app.volunteering.errors import NotThere, RatingOver
from app.volunteering.ratings import service, shown
from app.volunteering.ratings.schemas import (
    DeskRating,
    RatingForStaff,
    RatingOut,
    RatingPage,
    RatingQuery,
)

router = Router(tags=["signups"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.post(
    "/signups/{signup_id}/rate",
    response_model=RatingOut,
    responses=problems(NotThere, RatingOver),
)
async def rate_shift(
    signup: SignupToManage, body: DeskRating, staff: CurrentStaff, session: Session
) -> RatingOut:
    """Enter the rating of a helper who gives it at the desk."""
    return shown.show(await service.rate(session, signup, body, body.acting(staff)))


@router.get("/activities/{activity_id}/ratings", response_model=RatingPage)
async def list_ratings(
    activity: ActivityToReadAsStaff, query: Annotated[RatingQuery, Query()], session: Session
) -> Page[RatingForStaff]:
    """List what helpers have said of an activity after its shifts, without their names."""
    return await shown.list_for_staff(session, activity, query)
