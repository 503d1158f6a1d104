"""/admin/v1/communities/{community_id}/activities"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.leaders.schemas import LeaderIn, LeaderOut, Leaders
from app.service_records.leaders.service import REFUSALS, list_leaders
from app.volunteering.activities import leaders
from app.volunteering.activities import service as activities
from app.volunteering.activities.schemas import (
    ActivityIn,
    ActivityOut,
    StaffActivityPage,
    StaffActivityQuery,
)
from app.volunteering.activities.shown import list_for_staff, show_to_staff
from app.volunteering.deps import (
    ActivityToManage,
    ActivityToReadAsStaff,
    StaffMayManageActivities,
    StaffMayReadActivities,
)
from app.volunteering.errors import (
    ActivityNotOver,
    AdultsOnlyMissing,
    InsuranceMissing,
    RiskStatementMissing,
    ShiftsMissing,
)
from app.volunteering.models import Activity

router = Router(
    prefix="/activities",
    tags=["activities"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post("", status_code=201, response_model=ActivityOut, responses=problems(UnknownReference))
async def draft_activity(
    body: ActivityIn, staff: StaffMayManageActivities, session: Session, response: Response
) -> ActivityOut:
    """Draft an activity. Residents do not see it until it is published."""
    activity = await activities.draft(session, body, by=staff)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/activities/{activity.id}"
    response.headers["ETag"] = etag(activity)
    return await show_to_staff(session, activity, staff)


@router.get("", response_model=StaffActivityPage)
async def list_activities(
    staff: StaffMayReadActivities, query: Annotated[StaffActivityQuery, Query()], session: Session
) -> Page[ActivityOut]:
    """List the community's activities, newest first, drafts included."""
    return await list_for_staff(session, staff, query)


@router.get("/{activity_id}", response_model=ActivityOut)
async def get_activity(
    activity: ActivityToReadAsStaff, staff: CurrentStaff, session: Session, response: Response
) -> ActivityOut:
    """Get an activity, also a draft. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(activity)
    return await show_to_staff(session, activity, staff)


@router.put(
    "/{activity_id}",
    response_model=ActivityOut,
    responses=problems(
        *(Activity.WRONG_STATE, VersionMissing, VersionStale, UnknownReference),
        *(RiskStatementMissing, InsuranceMissing, AdultsOnlyMissing),
    ),
)
async def revise_activity(
    activity: ActivityToManage,
    body: ActivityIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> ActivityOut:
    """Replace the fields of an activity. A published one must still obey what publishing asks.
    People who have signed up stay, and are told of another place and of other risks; where risk or
    audience grow, they are asked to agree within 24 hours."""
    await activities.revise(session, activity, body, tag, by=staff)
    response.headers["ETag"] = etag(activity)
    return await show_to_staff(session, activity, staff)


@router.post(
    "/{activity_id}/publish",
    response_model=ActivityOut,
    responses=problems(
        *(Activity.WRONG_STATE, ShiftsMissing),
        *(RiskStatementMissing, InsuranceMissing, AdultsOnlyMissing),
    ),
)
async def publish_activity(
    activity: ActivityToManage, staff: CurrentStaff, session: Session, response: Response
) -> ActivityOut:
    """Publish an activity. Residents see it from then on, and may sign up for its shifts."""
    await activities.publish(session, activity, by=staff)
    response.headers["ETag"] = etag(activity)
    return await show_to_staff(session, activity, staff)


@router.post(
    "/{activity_id}/cancel",
    response_model=ActivityOut,
    responses=problems(Activity.WRONG_STATE),
)
async def cancel_activity(
    activity: ActivityToManage,
    body: ReasonIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> ActivityOut:
    """Cancel an activity with all its shifts. Everybody who has signed up gets a message with the
    reason."""
    await activities.cancel(session, activity, body.reason, by=staff)
    response.headers["ETag"] = etag(activity)
    return await show_to_staff(session, activity, staff)


@router.post(
    "/{activity_id}/complete",
    response_model=ActivityOut,
    responses=problems(Activity.WRONG_STATE, ActivityNotOver),
)
async def complete_activity(
    activity: ActivityToManage, staff: CurrentStaff, session: Session, response: Response
) -> ActivityOut:
    """Complete an activity whose last shift is over. A day after that shift it is completed by
    the service itself."""
    await activities.complete(session, activity, by=staff)
    response.headers["ETag"] = etag(activity)
    return await show_to_staff(session, activity, staff)


@router.get("/{activity_id}/leaders", response_model=Leaders)
async def list_activity_leaders(activity: ActivityToReadAsStaff, session: Session) -> Leaders:
    """List the leaders of an activity. They show the code of its shifts, see who comes, and check
    people in."""
    return await list_leaders(session, activity.community_id, activity.id)


@router.post(
    "/{activity_id}/leaders",
    status_code=201,
    response_model=LeaderOut,
    responses=problems(Activity.WRONG_STATE, *REFUSALS),
)
async def name_activity_leader(
    activity: ActivityToManage,
    body: LeaderIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> LeaderOut:
    """Name a leader of an activity. A leader is an active participant and known to be an adult, and
    gets a message."""
    leader = await leaders.name_leader(session, activity, body.participant_id, by=staff)
    activity_path = f"/admin/v1/communities/{staff.community_id}/activities/{activity.id}"
    response.headers["Location"] = f"{activity_path}/leaders"
    return leader


@router.delete("/{activity_id}/leaders/{participant_id}", status_code=204)
async def remove_activity_leader(
    activity: ActivityToManage, participant_id: UUID, staff: CurrentStaff, session: Session
) -> None:
    """Remove a leader from an activity. The person gets a message."""
    await leaders.remove_leader(session, activity, participant_id, by=staff)
