"""/admin/v1/communities/{community_id}/activities/{activity_id}/series"""

from fastapi import Response

from app.communities.deps import CurrentStaff
from app.identity.deps import IdempotentForAdmin
from app.kernel.recurrence import RecurrenceRefused
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.volunteering.deps import ActivityToManage, ActivityToReadAsStaff
from app.volunteering.errors import ChangeTooFar, NotADate, SeriesExists, ShiftStarted
from app.volunteering.models import Activity, Series
from app.volunteering.series import changes, shown
from app.volunteering.series import service as series_service
from app.volunteering.series.schemas import (
    ChangedSeries,
    EndIn,
    RestoreIn,
    SeriesChange,
    SeriesIn,
    SeriesOut,
    SeriesPreview,
    SkipIn,
)

router = Router(
    prefix="/activities/{activity_id}/series",
    tags=["series"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post("/preview", response_model=SeriesPreview, responses=problems(RecurrenceRefused))
async def preview_series(
    activity: ActivityToManage, body: SeriesIn, session: Session
) -> SeriesPreview:
    """Show the next dates of a rule before anything is saved. It shows the rule in words, too."""
    return await shown.preview(session, activity.community_id, body)


@router.post(
    "",
    status_code=201,
    response_model=SeriesOut,
    responses=problems(Activity.WRONG_STATE, SeriesExists, NotADate, RecurrenceRefused),
)
async def start_series(
    activity: ActivityToManage,
    body: SeriesIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> SeriesOut:
    """Make an activity recur. The shifts of the next weeks are made at once, and each night those
    that have come near; on a published activity they are open to sign-ups."""
    series = await series_service.create(session, activity, body, by=staff)
    path = f"/admin/v1/communities/{staff.community_id}/activities/{activity.id}/series"
    response.headers["Location"] = path
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)


@router.get("", response_model=SeriesOut)
async def get_series(
    activity: ActivityToReadAsStaff, staff: CurrentStaff, session: Session, response: Response
) -> SeriesOut:
    """Get the series of an activity with its dates from today on. Its ETag is the If-Match of the
    next PUT."""
    series = await series_service.find(session, activity)
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)


@router.put(
    "",
    response_model=ChangedSeries,
    responses=problems(
        *(Activity.WRONG_STATE, Series.WRONG_STATE, VersionMissing, VersionStale),
        *(NotADate, ChangeTooFar, RecurrenceRefused),
    ),
)
async def revise_series(
    activity: ActivityToManage,
    body: SeriesChange,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> ChangedSeries:
    """Change a series from a day on. Shifts keep their people: who has signed up is told of another
    time, and of a cancellation where the date is not in the rule any more. `changes` says for each
    date what has become of it; a date on which more people have a place than there would be places
    stays as it was."""
    series, dates = await changes.revise(session, activity, body, tag, by=staff)
    response.headers["ETag"] = etag(series)
    return await shown.show_change(session, activity, series, dates, staff)


@router.post(
    "/pause",
    response_model=SeriesOut,
    responses=problems(Activity.WRONG_STATE, Series.WRONG_STATE),
)
async def pause_series(
    activity: ActivityToManage, staff: CurrentStaff, session: Session, response: Response
) -> SeriesOut:
    """Pause a series: no more shifts are made, and those that are made take place."""
    series = await series_service.pause(session, activity, by=staff)
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)


@router.post(
    "/resume",
    response_model=SeriesOut,
    responses=problems(Activity.WRONG_STATE, Series.WRONG_STATE),
)
async def resume_series(
    activity: ActivityToManage, staff: CurrentStaff, session: Session, response: Response
) -> SeriesOut:
    """Resume a series with the dates that are still to come."""
    series = await series_service.resume(session, activity, by=staff)
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)


@router.post(
    "/end",
    response_model=SeriesOut,
    responses=problems(Activity.WRONG_STATE, Series.WRONG_STATE),
)
async def end_series(
    activity: ActivityToManage,
    body: EndIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> SeriesOut:
    """End a series. Shifts after its last day are cancelled, and everybody who has signed up for
    one gets a message with the reason."""
    series = await series_service.end(session, activity, body, by=staff)
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)


@router.post(
    "/skip",
    response_model=SeriesOut,
    responses=problems(Activity.WRONG_STATE, Series.WRONG_STATE, NotADate, ShiftStarted),
)
async def skip_date(
    activity: ActivityToManage,
    body: SkipIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> SeriesOut:
    """Skip one date of a series. Everybody who has signed up for it gets a message with the
    reason."""
    series = await series_service.skip(session, activity, body, by=staff)
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)


@router.post(
    "/restore",
    response_model=SeriesOut,
    responses=problems(Activity.WRONG_STATE, Series.WRONG_STATE, NotADate),
)
async def restore_date(
    activity: ActivityToManage,
    body: RestoreIn,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> SeriesOut:
    """Take back a date that was skipped or cancelled: it gets a new shift, for which nobody has
    signed up."""
    series = await series_service.restore(session, activity, body.day, by=staff)
    response.headers["ETag"] = etag(series)
    return await shown.show_to_staff(session, activity, series, staff)
