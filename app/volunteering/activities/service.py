"""Changes to activities. Each locks the activity first, then its shifts."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.database.search_terms import search_terms
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.links import service as links
from app.links.models import CardKind
from app.service_records.occasions.service import describe_occasions
from app.volunteering.activities.changes import Terms, follow_up
from app.volunteering.activities.schemas import ActivityIn
from app.volunteering.activities.scope import require_scope
from app.volunteering.errors import ActivityNotOver, ShiftsMissing
from app.volunteering.events import WITH_ACTIVITY
from app.volunteering.models import Activity, ActivityStatus, Shift
from app.volunteering.occasions import source_of
from app.volunteering.shifts.queries import shifts_to_lock
from app.volunteering.shifts.service import cancel_locked, copy_to_shifts


async def draft(session: AsyncSession, body: ActivityIn, *, by: Staff) -> Activity:
    """Drafts an activity. Raises UnknownReference for a place that it cannot address."""
    await require_scope(session, by.community_id, body.place_id)
    activity = Activity(
        community_id=by.community_id,
        **body.model_dump(),
        status=ActivityStatus.DRAFT,
        search_grams=_search_grams(body),
        version=1,
    )
    session.add(activity)
    record(session, by, "activity.drafted", activity)
    return activity


async def revise(
    session: AsyncSession, activity: Activity, body: ActivityIn, tag: str, *, by: Staff
) -> Activity:
    """Replaces the fields of a draft or a published activity. Raises VersionStale if its version
    is not that of `tag`. Sign-ups stay; a published one must still obey what publishing asks, and
    those who have signed up are told what matters to them."""
    await lock(session, activity)
    require_version(activity, tag)
    activity.require_open()
    if body.place_id != activity.place_id:  # A place that was retired since then may stay.
        await require_scope(session, by.community_id, body.place_id)
    former, now = Terms.of(activity), clock.now()
    for name, value in body.model_dump().items():
        setattr(activity, name, value)
    activity.search_grams = _search_grams(body)
    activity.version += 1
    shifts = await _shifts(session, activity)
    copy_to_shifts(activity, shifts)
    await describe_occasions(session, activity.community_id, source_of(activity))
    if activity.status is ActivityStatus.PUBLISHED:
        activity.require_publishable()
        await follow_up(session, activity, former, shifts, now)
        await show_card(session, activity)
    record(session, by, "activity.revised", activity)
    return activity


async def publish(session: AsyncSession, activity: Activity, *, by: Staff) -> Activity:
    """Publishes a draft. Raises ShiftsMissing also where its last shift is over: nobody could
    come."""
    await lock(session, activity)
    now = clock.now()
    activity.publish(now)
    if activity.ends_at is not None and activity.ends_at <= now:
        raise ShiftsMissing
    copy_to_shifts(activity, await _shifts(session, activity))
    await show_card(session, activity)
    record(session, by, "activity.published", activity)
    return activity


async def cancel(session: AsyncSession, activity: Activity, reason: str, *, by: Staff) -> Activity:
    """Cancels the activity with its shifts and sign-ups; listeners send the reason to everybody
    who has signed up."""
    await lock(session, activity)
    activity.cancel(clock.now(), reason)
    for shift in await _shifts(session, activity):
        if shift.is_open:
            await cancel_locked(session, shift, reason, act=WITH_ACTIVITY)
    await show_card(session, activity)
    record(session, by, "activity.cancelled", activity)
    return activity


async def complete(session: AsyncSession, activity: Activity, *, by: Staff) -> Activity:
    """Completes an activity at staff's request as soon as its last shift is over; a sweep does so
    a day later."""
    await lock(session, activity)
    now = clock.now()
    activity.complete(now)
    if activity.ends_at is None or now < activity.ends_at:
        raise ActivityNotOver(ends_at=activity.ends_at)
    await show_card(session, activity)
    record(session, by, "activity.completed", activity)
    return activity


async def show_card(session: AsyncSession, activity: Activity) -> None:
    """Updates the card by which topics and tickets link to this activity. Drafts have none."""
    await links.write_card(
        session,
        activity.community_id,
        CardKind.ACTIVITY,
        activity.id,
        title=activity.title,
        status=activity.status,
        is_public=True,
    )


async def _shifts(session: AsyncSession, activity: Activity) -> list[Shift]:
    """Locks the shifts in the order of ids, as sign-ups do: an UPDATE would lock them in any
    order, and could deadlock with them."""
    return list(await session.scalars(shifts_to_lock(activity)))


def _search_grams(body: ActivityIn) -> list[str]:
    return search_terms(body.title, body.summary, body.address, body.organiser)
