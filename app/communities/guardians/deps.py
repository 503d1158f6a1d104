"""Guards of guardianships: its two people see it (404), its guardian acts (403)."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import or_, select

from app.communities.deps import (
    ActiveParticipant,
    AnyParticipant,
    CurrentStaff,
    row_for_staff,
)
from app.communities.models import Guardianship, GuardianshipStatus, Participant
from app.communities.permissions import Staff
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


async def my_guardianship(
    guardianship_id: UUID, me: AnyParticipant, session: Session
) -> Guardianship:
    """Returns a guardianship in which the caller is the minor or the guardian; else 404."""
    query = select(Guardianship).where(
        Guardianship.community_id == me.community_id,
        Guardianship.id == guardianship_id,
        or_(Guardianship.participant_id == me.id, Guardianship.guardian_id == me.id),
    )
    guardianship: Guardianship | None = await session.scalar(query)
    if guardianship is None:
        raise NotFound
    return guardianship


MyGuardianship = Annotated[Guardianship, Depends(my_guardianship)]


async def guardianship_as_guardian(
    guardianship: MyGuardianship, me: AnyParticipant
) -> Guardianship:
    """Returns the guardianship to its guardian, also one that is blocked or has left, because they
    may withdraw what they have consented to; 403 for the minor."""
    if guardianship.guardian_id != me.id:
        raise Forbidden
    return guardianship


GuardianshipAsGuardian = Annotated[Guardianship, Depends(guardianship_as_guardian)]


async def guardianship_to_act(
    guardianship: GuardianshipAsGuardian, _me: ActiveParticipant
) -> Guardianship:
    """Returns an active guardianship to its guardian, who is active in the community."""
    guardianship.require_in({GuardianshipStatus.ACTIVE}, wanted=GuardianshipStatus.ACTIVE)
    return guardianship


GuardianshipToAct = Annotated[Guardianship, Depends(guardianship_to_act)]


def may_manage_guardianship(staff: Staff, _guardianship: Guardianship) -> bool:
    return staff.may("participant:manage")


GuardianshipToManage = Annotated[
    Guardianship, Depends(row_for_staff(Guardianship, "guardianship_id", may_manage_guardianship))
]


async def guardianship_to_decide(
    guardianship: GuardianshipToManage, staff: CurrentStaff, session: Session
) -> Guardianship:
    """Returns the guardianship; 403 for staff who are one of its two people."""
    query = select(Participant.id).where(
        Participant.community_id == guardianship.community_id,
        Participant.user_id == staff.id,
        Participant.id.in_([guardianship.participant_id, guardianship.guardian_id]),
    )
    if await session.scalar(query) is not None:
        raise Forbidden
    return guardianship


GuardianshipToDecide = Annotated[Guardianship, Depends(guardianship_to_decide)]
