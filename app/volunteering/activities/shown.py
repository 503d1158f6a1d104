"""Activities as staff and residents see them, with what each may do now."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.kernel import clock
from app.kernel.web.pages import Page, earliest_first, newest_first, paginate
from app.volunteering.activities.queries import found_by_staff
from app.volunteering.activities.schemas import (
    ActivityColumns,
    ActivityOut,
    ActivitySort,
    ActivityWithShifts,
    RatingSummary,
    StaffActivityQuery,
)
from app.volunteering.activities.scope import is_addressed_to
from app.volunteering.models import Activity, ActivityStatus, ShiftStatus
from app.volunteering.policies import may_manage_activity
from app.volunteering.ratings.queries import count_and_average
from app.volunteering.shifts.schemas import ShownShift
from app.volunteering.shifts.shown import list_for_reader

ORDERS = {
    ActivitySort.NEWEST: newest_first(Activity.id),
    ActivitySort.STARTING: earliest_first(Activity.starts_at, Activity.id),
}
"""Orders of the administrators' list, each with its keyset."""
LEAST_RATINGS = 10
"""Ratings from which on their average is shown."""
CHANGEABLE = frozenset({ActivityStatus.DRAFT, ActivityStatus.PUBLISHED})


async def show_to_staff(session: AsyncSession, activity: Activity, staff: Staff) -> ActivityOut:
    [shown] = await _for_staff(session, [activity], staff)
    return shown


async def _for_staff(
    session: AsyncSession, activities: Sequence[Activity], staff: Staff
) -> list[ActivityOut]:
    paths = await _paths(session, activities)
    return [
        ActivityOut(
            **ActivityColumns.model_validate(activity).model_dump(),
            place_path=_path(activity, paths),
            actions=_actions(activity, staff),
        )
        for activity in activities
    ]


async def _paths(session: AsyncSession, activities: Sequence[Activity]) -> Mapping[UUID, str]:
    """Maps the places of the activities to their names; most name none."""
    ids = {activity.place_id for activity in activities if activity.place_id is not None}
    return await place_paths(session, activities[0].community_id, ids) if ids else {}


def _path(activity: Activity, paths: Mapping[UUID, str]) -> str | None:
    return None if activity.place_id is None else paths.get(activity.place_id)


def _actions(activity: Activity, staff: Staff) -> list[str]:
    if not may_manage_activity(staff, activity):
        return []
    is_over = activity.ends_at is not None and activity.ends_at <= clock.now()
    verbs = {"publish", "cancel", "complete"} if is_over else {"publish", "cancel"}
    if activity.starts_at is None or is_over or activity.refusal_to_publish is not None:
        verbs -= {"publish"}
    revise = ["revise"] if activity.status in CHANGEABLE else []
    return revise + activity.actions(verbs)


async def show_to_reader(
    session: AsyncSession, activity: Activity, reader: Participant | None
) -> ActivityWithShifts:
    """Returns the activity with its shifts. Verbs of a resident stand on these."""
    shifts = await list_for_reader(session, activity, reader)
    columns = ActivityColumns.model_validate(activity).model_dump()
    paths = await _paths(session, [activity])
    is_mine = await is_addressed_to(session, activity, reader)
    return ActivityWithShifts(
        **columns,
        place_path=_path(activity, paths),
        is_addressed_to_me=is_mine,
        rating=await _rating(session, activity),
        next_starts_at=_next_start(shifts),
        shifts=shifts,
    )


async def _rating(session: AsyncSession, activity: Activity) -> RatingSummary | None:
    """Returns the average from LEAST_RATINGS on: fewer would tell who gave which."""
    [(count, average)] = await session.execute(count_and_average(activity))
    if count < LEAST_RATINGS or average is None:
        return None
    return RatingSummary(average=round(float(average), 1), count=count)


def _next_start(shifts: Sequence[ShownShift]) -> datetime | None:
    now = clock.now()
    ahead = [one for one in shifts if one.status is ShiftStatus.OPEN and one.ends_at > now]
    return min((one.starts_at for one in ahead), default=None)


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: StaffActivityQuery
) -> Page[ActivityOut]:
    """Lists all activities, in the order that is asked for."""
    page = await paginate(
        session, found_by_staff(staff.community_id, query), query, ORDERS[query.sort], counts=True
    )
    return page.with_items(await _for_staff(session, page.items, staff))
