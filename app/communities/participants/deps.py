"""Guards of participants: 404 for who does not live in one's places, 403 without permission."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import StaffWhoKnowPeople, path_of, staff_who_may
from app.communities.models import Participant
from app.communities.permissions import Permission, Staff
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


def participant_for(permission: Permission) -> Callable[..., Awaitable[Participant]]:
    async def guard(
        community_id: UUID, participant_id: UUID, staff: StaffWhoKnowPeople, session: Session
    ) -> Participant:
        participant = await get_row(session, Participant, community_id, participant_id)
        path = await path_of(session, community_id, participant.household_id)
        if not staff.may("participant:read", path):
            raise NotFound
        if not staff.may(permission, path):
            raise Forbidden
        return participant

    return guard


StaffParticipantToRead = Annotated[Participant, Depends(participant_for("participant:read"))]
ManagedParticipant = Annotated[Participant, Depends(participant_for("participant:manage"))]
StaffForParticipants = Annotated[Staff, Depends(staff_who_may("participant:manage"))]
