"""Guards of member registrations, for the member, Party administrators and the unit's liaison."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import AnyParticipant
from app.communities.models import Participant
from app.double_reporting.deps import StaffMayReviewMembers
from app.double_reporting.members.queries import subtree
from app.double_reporting.models import MemberRegistration
from app.double_reporting.models.membership import organization_of
from app.double_reporting.policies import may_decide_about
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session
from app.organizations.actors import Liaison
from app.organizations.deps import CurrentLiaison


async def member_registration_to_review(
    registration_id: UUID, staff: StaffMayReviewMembers, session: Session
) -> MemberRegistration:
    """Returns the registration for a Party administrator. Others get 403 before any 404, so that
    they do not learn which registrations exist."""
    return await get_row(session, MemberRegistration, staff.community_id, registration_id)


MemberRegistrationToReview = Annotated[MemberRegistration, Depends(member_registration_to_review)]


async def member_registration_to_decide(
    registration: MemberRegistrationToReview, staff: StaffMayReviewMembers, session: Session
) -> MemberRegistration:
    """Returns the registration; 403 for a Party administrator whose own registration it is."""
    await _require_another(session, registration, staff.id)
    return registration


async def member_registration_to_decide_as_liaison(
    community_id: UUID, registration_id: UUID, liaison: CurrentLiaison, session: Session
) -> MemberRegistration:
    """Returns the registration of a member of the liaison's organization or of one below it; any
    other is a 404."""
    registration = await get_row(session, MemberRegistration, community_id, registration_id)
    organization_ids = (await session.scalars(subtree(liaison.organization.id))).all()
    if organization_of(registration) not in organization_ids:
        raise NotFound
    await _require_another(session, registration, liaison.id)
    return registration


async def own_member_registration(
    registration_id: UUID, me: AnyParticipant, session: Session
) -> MemberRegistration:
    """Returns a registration of the caller; any other is a 404."""
    registration = await get_row(session, MemberRegistration, me.community_id, registration_id)
    if not registration.is_whole or registration.participant_id != me.id:
        raise NotFound
    return registration


async def _require_another(session: Session, row: MemberRegistration, actor: UUID) -> None:
    participant = await get_row(session, Participant, row.community_id, row.participant_id)
    if not may_decide_about(actor, participant):
        raise Forbidden


async def current_liaison_in_community(community_id: UUID, liaison: CurrentLiaison) -> Liaison:
    """Returns the liaison as an actor in the community of the path, where the act is audited."""
    return liaison.in_(community_id)


OwnMemberRegistration = Annotated[MemberRegistration, Depends(own_member_registration)]
MemberRegistrationToDecide = Annotated[MemberRegistration, Depends(member_registration_to_decide)]
MemberRegistrationToDecideAsLiaison = Annotated[
    MemberRegistration, Depends(member_registration_to_decide_as_liaison)
]
CurrentLiaisonInCommunity = Annotated[Liaison, Depends(current_liaison_in_community)]
