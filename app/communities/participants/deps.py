"""Guards of participants."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import StaffMayReadParticipantsSomewhere, path_of
from app.communities.models import Participant
from app.communities.permissions import Permission
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


def participant_for(permission: Permission) -> Callable[..., Awaitable[Participant]]:
    """Makes a guard that returns the participant of the path: 404 for one who does not live in the
    caller's places, 403 without the permission there."""

    async def guard(
        community_id: UUID,
        participant_id: UUID,
        staff: StaffMayReadParticipantsSomewhere,
        session: Session,
    ) -> Participant:
        participant = await get_row(session, Participant, community_id, participant_id)
        path = await path_of(session, community_id, participant.household_id)
        if not staff.may("participant:read", path):
            raise NotFound
        if not staff.may(permission, path):
            raise Forbidden
        return participant

    return guard


ParticipantToRead = Annotated[Participant, Depends(participant_for("participant:read"))]
ParticipantToManage = Annotated[Participant, Depends(participant_for("participant:manage"))]
