"""Leaders of the dates of a post or of a service day. They are named while it goes on."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.double_reporting.models import Post, PostStatus, ServiceDay, ServiceDayStatus
from app.kernel.database.engine import lock
from app.service_records.leaders import service as leaders
from app.service_records.leaders.schemas import LeaderOut
from app.service_records.models import OccasionKind
from app.service_records.sources import Source


async def name_leader(
    session: AsyncSession, of: Post | ServiceDay, participant_id: UUID, *, by: Staff
) -> LeaderOut:
    """Names a leader of a post that is not closed, or of a service day that goes on."""
    await lock(session, of)
    if isinstance(of, Post):
        of.require_open()
    else:
        of.require_in({ServiceDayStatus.OPEN}, wanted=ServiceDayStatus.OPEN)
    return await leaders.name_leader(
        session, _source_of(of), participant_id, is_shown=_is_shown(of), by=by
    )


async def remove_leader(
    session: AsyncSession, of: Post | ServiceDay, participant_id: UUID, *, by: Staff
) -> None:
    await leaders.remove_leader(
        session, _source_of(of), participant_id, is_shown=_is_shown(of), by=by
    )


def _source_of(of: Post | ServiceDay) -> Source:
    return Source(OccasionKind.DUTY, of.id, of.title)


def _is_shown(of: Post | ServiceDay) -> bool:
    """Returns whether there is a page that the leader can open."""
    return isinstance(of, Post) and of.status is not PostStatus.DRAFT
