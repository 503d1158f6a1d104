"""Activities as staff and residents see them, with what each may do now."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.web.pages import Page, newest_first, paginate
from app.volunteering.activities.schemas import (
    ActivityColumns,
    ActivityOut,
    ActivityWithShifts,
    StaffActivityQuery,
)
from app.volunteering.models import Activity, ActivityStatus
from app.volunteering.policies import may_manage_activity
from app.volunteering.shifts.shown import list_for_reader

CHANGEABLE = frozenset({ActivityStatus.DRAFT, ActivityStatus.PUBLISHED})


def show_to_staff(activity: Activity, staff: Staff) -> ActivityOut:
    columns = ActivityColumns.model_validate(activity).model_dump()
    return ActivityOut(**columns, actions=_actions(activity, staff))


def _actions(activity: Activity, staff: Staff) -> list[str]:
    if not may_manage_activity(staff, activity):
        return []
    is_over = activity.ends_at is not None and activity.ends_at <= clock.now()
    verbs = {"publish", "cancel", "complete"} if is_over else {"publish", "cancel"}
    revise = ["revise"] if activity.status in CHANGEABLE else []
    return revise + activity.actions(verbs)


async def show_to_reader(
    session: AsyncSession, activity: Activity, reader: Participant | None
) -> ActivityWithShifts:
    """Returns the activity with its shifts. Verbs of a resident stand on these."""
    shifts = await list_for_reader(session, activity, reader)
    columns = ActivityColumns.model_validate(activity).model_dump()
    return ActivityWithShifts(**columns, shifts=shifts)


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: StaffActivityQuery
) -> Page[ActivityOut]:
    """Lists all activities, newest first."""
    statement = select(Activity).where(Activity.community_id == staff.community_id)
    if query.status is not None:
        statement = statement.where(Activity.status == query.status)
    page = await paginate(session, statement, query, newest_first(Activity.id), counts=True)
    return page.with_items([show_to_staff(activity, staff) for activity in page.items])
