"""Guards of member registrations: the member, the Party administrators, the unit's liaison."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import own_row
from app.communities.models import Participant
from app.double_reporting.deps import CurrentLiaison
from app.double_reporting.members.queries import subtree
from app.double_reporting.models import MemberRegistration
from app.double_reporting.models.membership import indexes_of
from app.double_reporting.party_deps import StaffWhoKnowMembers
from app.double_reporting.policies import may_decide_about_member
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session
from app.organizations.actors import Liaison


async def staff_registration(
    registration_id: UUID, staff: StaffWhoKnowMembers, session: Session
) -> MemberRegistration:
    """403 before 404: whether there is one is not for others to know."""
    return await get_row(session, MemberRegistration, staff.community_id, registration_id)


async def registration_to_decide(
    registration: Annotated[MemberRegistration, Depends(staff_registration)],
    staff: StaffWhoKnowMembers,
    session: Session,
) -> MemberRegistration:
    await _require_another(session, registration, staff.id)
    return registration


async def unit_registration_of_member(
    community_id: UUID, registration_id: UUID, liaison: CurrentLiaison, session: Session
) -> MemberRegistration:
    """Of the liaison's organization or one below it; any other does not exist."""
    registration = await get_row(session, MemberRegistration, community_id, registration_id)
    ours = (await session.scalars(subtree(liaison.organization.id))).all()
    if registration.organization_index not in indexes_of(ours):
        raise NotFound
    await _require_another(session, registration, liaison.id)
    return registration


async def _require_another(session: Session, row: MemberRegistration, actor: UUID) -> None:
    who = await get_row(session, Participant, row.community_id, row.participant_id)
    if not may_decide_about_member(actor, who):
        raise Forbidden


async def liaison_in(community_id: UUID, liaison: CurrentLiaison) -> Liaison:
    """Their act stands in the record of the community of the path."""
    return liaison.in_(community_id)


OwnRegistration = Annotated[
    MemberRegistration, Depends(own_row(MemberRegistration, "registration_id"))
]
StaffRegistration = Annotated[MemberRegistration, Depends(staff_registration)]
RegistrationToDecide = Annotated[MemberRegistration, Depends(registration_to_decide)]
MemberOfUnit = Annotated[MemberRegistration, Depends(unit_registration_of_member)]
LiaisonThere = Annotated[Liaison, Depends(liaison_in)]
