"""/admin/v1/communities/{community_id}: the shifts of activities."""

from fastapi import Response

from app.communities.deps import CurrentStaff
from app.identity.deps import IdempotentForAdmin
from app.kernel.database.capacity import CapacityTaken
from app.kernel.errors import UnknownReference
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import total_of
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.volunteering.deps import (
    ActivityToManage,
    ActivityToReadAsStaff,
    ShiftToListSignups,
    ShiftToManage,
)
from app.volunteering.errors import RoleInUse, ShiftInPast, ShiftStarted
from app.volunteering.models import Activity, Shift
from app.volunteering.shifts import service as shifts
from app.volunteering.shifts import shown
from app.volunteering.shifts.schemas import ShiftIn, ShiftList, ShiftOut

router = Router(tags=["shifts"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.post(
    "/activities/{activity_id}/shifts",
    status_code=201,
    response_model=ShiftOut,
    responses=problems(Activity.WRONG_STATE, ShiftInPast, UnknownReference),
)
async def add_shift(
    activity: ActivityToManage,
    body: ShiftIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> ShiftOut:
    """Add a shift to an activity, with its roles and places. On a published activity it is open
    to sign-ups at once."""
    shift = await shifts.add(session, activity, body, by=staff)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/shifts/{shift.id}"
    response.headers["ETag"] = etag(shift)
    return await shown.show_shift(session, shift, staff)


@router.get("/activities/{activity_id}/shifts", response_model=ShiftList)
async def list_shifts(
    activity: ActivityToReadAsStaff, staff: CurrentStaff, session: Session
) -> ShiftList:
    """List the shifts of an activity, soonest first. Shifts of drafts are included."""
    items = await shown.list_for_staff(session, activity, staff)
    return ShiftList(items=items, total=total_of(len(items)))


@router.get("/shifts/{shift_id}", response_model=ShiftOut)
async def get_shift(
    shift: ShiftToListSignups, staff: CurrentStaff, session: Session, response: Response
) -> ShiftOut:
    """Get a shift. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(shift)
    return await shown.show_shift(session, shift, staff)


@router.put(
    "/shifts/{shift_id}",
    response_model=ShiftOut,
    responses=problems(
        *(Shift.WRONG_STATE, ShiftStarted, ShiftInPast, CapacityTaken, RoleInUse),
        *(UnknownReference, VersionMissing, VersionStale),
    ),
)
async def revise_shift(
    shift: ShiftToManage,
    body: ShiftIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> ShiftOut:
    """Replace the times, roles and places of a shift. This is possible until its start. Added
    places go to the waitlist at once; everybody who has signed up gets a message about a new
    time."""
    await shifts.revise(session, shift, body, tag, by=staff)
    response.headers["ETag"] = etag(shift)
    return await shown.show_shift(session, shift, staff)


@router.post(
    "/shifts/{shift_id}/cancel",
    response_model=ShiftOut,
    responses=problems(Shift.WRONG_STATE),
)
async def cancel_shift(
    shift: ShiftToManage, body: ReasonIn, staff: CurrentStaff, session: Session, response: Response
) -> ShiftOut:
    """Cancel a shift. Everybody who has signed up for it gets a message with the reason."""
    await shifts.cancel(session, shift, body.reason, by=staff)
    response.headers["ETag"] = etag(shift)
    return await shown.show_shift(session, shift, staff)
