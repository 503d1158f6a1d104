"""/v1/communities/{community_id}/member-registrations"""

from fastapi import Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import ParticipantInactive
from app.double_reporting.errors import (
    MemberRegistered,
    OrganizationUnknown,
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
from app.kernel.web.idempotency import IdempotentRoute
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
    responses=problems(ParticipantInactive, ConsentRequired, OrganizationUnknown, MemberRegistered),
)
async def register_member(
    me: ActiveParticipant, sheet: MemberSheet, session: Session, response: Response
) -> MemberRegistration:
    """Register as a member of a Party organization with the community where I live. Needs my
    separate consent (`party_membership`). What I write is kept sealed; my unit's liaison or the
    community confirms it. My organizational membership does not move."""
    registration = await members.register(
        session, me.community_id, ActingFor.participant(me), sheet
    )
    here = f"/v1/communities/{me.community_id}"
    response.headers["Location"] = f"{here}/member-registrations/{registration.id}"
    return registration


@router.get("/me", response_model=MyDoubleReporting)
async def get_my_double_reporting(me: AnyParticipant, session: Session) -> MyDoubleReporting:
    """My double reporting here: my newest registration with its sheet and receipt number, and the
    posts that I have claimed."""
    return await lists.show_mine(session, me)


@router.get("/{registration_id}", response_model=MemberRegistrationOut)
async def get_member_registration(registration: OwnMemberRegistration) -> MemberRegistration:
    """One of my registrations."""
    return registration


@router.post(
    "/{registration_id}/submit",
    response_model=MemberRegistrationOut,
    responses=problems(
        *(ParticipantInactive, ConsentRequired, OrganizationUnknown),
        MemberRegistration.WRONG_STATE,
    ),
)
async def resubmit_member_registration(
    me: ActiveParticipant,
    registration: OwnMemberRegistration,
    sheet: MemberSheet,
    session: Session,
) -> MemberRegistration:
    """Submit again, written anew, what has been returned to me."""
    return await members.submit(session, registration, sheet, ActingFor.participant(me))


@router.post(
    "/{registration_id}/withdraw",
    response_model=MemberRegistrationOut,
    responses=problems(MemberRegistration.WRONG_STATE),
)
async def withdraw_member_registration(
    registration: OwnMemberRegistration, me: AnyParticipant, session: Session
) -> MemberRegistration:
    """Take my registration back; when it is active it ends, with my claims, and the receipt is
    good no more."""
    return await members.withdraw(session, registration, ActingFor.participant(me))
