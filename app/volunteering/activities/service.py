"""What happens to activities. Each change locks the activity first, then its shifts."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.database.search_terms import search_terms
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.kernel.web.pages import Page, newest_first, paginate
from app.links import service as links
from app.links.models import CardKind
from app.volunteering.activities.schemas import ActivityIn, StaffActivityQuery
from app.volunteering.errors import ActivityNotOver
from app.volunteering.models import Activity, ActivityStatus, Shift
from app.volunteering.shifts.queries import held_of
from app.volunteering.shifts.service import cancel_held, copy_down


async def draft(session: AsyncSession, wanted: ActivityIn, *, by: Staff) -> Activity:
    activity = Activity(
        community_id=by.community_id,
        **wanted.model_dump(),
        status=ActivityStatus.DRAFT,
        search_grams=_grams(wanted),
        version=1,
    )
    session.add(activity)
    record(session, by, "activity.drafted", activity)
    return activity


async def revise(
    session: AsyncSession, activity: Activity, wanted: ActivityIn, tag: str, *, by: Staff
) -> Activity:
    """Drafts and published ones; those who have signed up stay signed up."""
    await lock(session, activity)
    require_version(activity, tag)
    activity.require_open()
    for name, value in wanted.model_dump().items():
        setattr(activity, name, value)
    activity.search_grams = _grams(wanted)
    activity.version += 1
    copy_down(activity, await _shifts(session, activity))
    if activity.status is ActivityStatus.PUBLISHED:
        await show_card(session, activity)
    record(session, by, "activity.revised", activity)
    return activity


async def publish(session: AsyncSession, activity: Activity, *, by: Staff) -> Activity:
    await lock(session, activity)
    activity.publish(clock.now())
    copy_down(activity, await _shifts(session, activity))
    await show_card(session, activity)
    record(session, by, "activity.published", activity)
    return activity


async def cancel(session: AsyncSession, activity: Activity, reason: str, *, by: Staff) -> Activity:
    """With all its shifts and sign-ups; everybody who has signed up is told why."""
    await lock(session, activity)
    activity.cancel(clock.now(), reason)
    for shift in await _shifts(session, activity):
        if shift.is_open:
            await cancel_held(session, shift, reason)
    await show_card(session, activity)
    record(session, by, "activity.cancelled", activity)
    return activity


async def complete(session: AsyncSession, activity: Activity, *, by: Staff) -> Activity:
    """By hand, as soon as its last shift is over; a day later it happens by itself."""
    await lock(session, activity)
    now = clock.now()
    activity.complete(now)
    if activity.ends_at is None or now < activity.ends_at:
        raise ActivityNotOver(ends_at=activity.ends_at)
    await show_card(session, activity)
    record(session, by, "activity.completed", activity)
    return activity


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: StaffActivityQuery
) -> Page[Activity]:
    """Lists all activities, newest first."""
    wanted = select(Activity).where(Activity.community_id == community_id)
    if query.status is not None:
        wanted = wanted.where(Activity.status == query.status)
    return await paginate(session, wanted, query, newest_first(Activity.id))


async def show_card(session: AsyncSession, activity: Activity) -> None:
    """To those who look at what led to it. Drafts have none."""
    await links.show(
        session,
        activity.community_id,
        CardKind.ACTIVITY,
        activity.id,
        title=activity.title,
        status=activity.status,
        is_public=True,
    )


async def _shifts(session: AsyncSession, activity: Activity) -> list[Shift]:
    """Held in the order of ids, as sign-ups hold them: an UPDATE would take them in any order."""
    return list(await session.scalars(held_of(activity)))


def _grams(wanted: ActivityIn) -> list[str]:
    return search_terms(wanted.title, wanted.summary, wanted.address, wanted.organiser)
