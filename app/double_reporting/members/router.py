"""/v1/communities/{community_id}/member-registrations"""

from fastapi import Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import ParticipantInactive
from app.double_reporting.errors import (
    MemberRegistered,
    OrganizationUnknown,
    ResidenceNeeded,
)
from app.double_reporting.members import lists
from app.double_reporting.members import service as members
from app.double_reporting.members.deps import OwnMemberRegistration
from app.double_reporting.members.schemas import (
    MemberRegistrationOut,
    MemberSheet,
    MyDoubleReporting,
)
from app.double_reporting.models import MemberRegistration
from app.identity.deps import IdempotentForUser
from app.identity.errors import ConsentRequired
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, replayed_while_there
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/member-registrations",
    tags=["double reporting"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.post(
    "",
    status_code=201,
    response_model=MemberRegistrationOut,
    responses=problems(
        *(ParticipantInactive, ConsentRequired, OrganizationUnknown),
        *(ResidenceNeeded, MemberRegistered),
    ),
)
@replayed_while_there(MemberRegistration)
async def register_member(
    me: ActiveParticipant, body: MemberSheet, session: Session, response: Response
) -> MemberRegistration:
    """Register as a Party member with the community where I live (党员报到). This needs my separate
    consent (`party_membership`) and an approved residence there; with `reason: residence_pending`
    it ends after 60 days, unless the residence is approved by then. The form is stored encrypted;
    my unit's liaison or the community confirms it. My organizational membership does not move."""
    registration = await members.register(session, me.community_id, ActingFor.participant(me), body)
    community_path = f"/v1/communities/{me.community_id}"
    response.headers["Location"] = f"{community_path}/member-registrations/{registration.id}"
    return registration


@router.get("/me", response_model=MyDoubleReporting)
async def get_my_double_reporting(me: AnyParticipant, session: Session) -> MyDoubleReporting:
    """Get my double reporting in this community. It has my newest registration with its form and
    receipt number, and my newest post claims."""
    return await lists.show_mine(session, me)


@router.get("/{registration_id}", response_model=MemberRegistrationOut)
async def get_member_registration(registration: OwnMemberRegistration) -> MemberRegistration:
    """Get one of my member registrations."""
    return registration


@router.post(
    "/{registration_id}/submit",
    response_model=MemberRegistrationOut,
    responses=problems(
        *(ParticipantInactive, ConsentRequired, OrganizationUnknown, ResidenceNeeded),
        MemberRegistration.WRONG_STATE,
    ),
)
async def resubmit_member_registration(
    me: ActiveParticipant,
    registration: OwnMemberRegistration,
    body: MemberSheet,
    session: Session,
) -> MemberRegistration:
    """Submit my returned member registration again. The body replaces the whole form."""
    return await members.submit(session, registration, body, ActingFor.participant(me))


@router.post(
    "/{registration_id}/withdraw",
    response_model=MemberRegistrationOut,
    responses=problems(MemberRegistration.WRONG_STATE),
)
async def withdraw_member_registration(
    registration: OwnMemberRegistration, me: AnyParticipant, session: Session
) -> MemberRegistration:
    """Withdraw my member registration. An active one ends, and its receipt is no longer valid;
    my post claims go on."""
    return await members.withdraw(session, registration, ActingFor.participant(me))
