"""Leaders of activities: they are named while the activity is open, and lead all its shifts."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel.database.engine import lock
from app.service_records.leaders import service as leaders
from app.service_records.leaders.schemas import LeaderOut
from app.volunteering.models import Activity, ActivityStatus
from app.volunteering.occasions import source_of


async def name_leader(
    session: AsyncSession, activity: Activity, participant_id: UUID, *, by: Staff
) -> LeaderOut:
    """Names a leader of a draft or a published activity."""
    await lock(session, activity)
    activity.require_open()
    return await leaders.name_leader(
        session, source_of(activity), participant_id, is_shown=_is_shown(activity), by=by
    )


async def remove_leader(
    session: AsyncSession, activity: Activity, participant_id: UUID, *, by: Staff
) -> None:
    """Takes a leader from an activity in any state."""
    await leaders.remove_leader(
        session, source_of(activity), participant_id, is_shown=_is_shown(activity), by=by
    )


def _is_shown(activity: Activity) -> bool:
    return activity.status is not ActivityStatus.DRAFT
