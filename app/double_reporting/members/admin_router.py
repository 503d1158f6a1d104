"""/admin/v1: member registrations, for the community's Party administrators and for liaisons."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.errors import ParticipantInactive, RevealsExhausted, SecondPersonNeeded
from app.communities.reveals.deps import RevealCounted
from app.communities.schemas import Witnessed
from app.double_reporting.deps import StaffMayReviewMembers
from app.double_reporting.errors import MemberRegistered, OrganizationUnknown, ResidenceNeeded
from app.double_reporting.members import lists, sheets
from app.double_reporting.members import service as members
from app.double_reporting.members.deps import (
    CurrentLiaisonInCommunity,
    MemberRegistrationToDecide,
    MemberRegistrationToDecideAsLiaison,
    MemberRegistrationToReview,
)
from app.double_reporting.members.schemas import (
    DeskMemberResubmission,
    DeskMemberSheet,
    MemberApproval,
    MemberRegistrationQuery,
    MemberReveal,
    RevealedSheet,
    StaffMemberRegistration,
    StaffMemberRegistrationPage,
    UnitMember,
    UnitMemberPage,
    UnitMemberQuery,
)
from app.double_reporting.models import MemberRegistration, VerifyMethod
from app.identity.deps import IdempotentForAdmin
from app.identity.errors import ConsentRequired
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, replayed_while_there
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.organizations.deps import CurrentLiaison

router = Router(
    prefix="/member-registrations",
    tags=["double reporting"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
unstored_router = Router(
    prefix="/member-registrations", tags=["double reporting"], dependencies=[RevealCounted]
)
"""Router of answers that are not stored for an Idempotency-Key, because they show what is
sealed."""
unit_router = Router(
    prefix="/party-organizations/{organization_id}/members",
    tags=["double reporting"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
unstored_unit_router = Router(
    prefix="/party-organizations/{organization_id}/members",
    tags=["double reporting"],
    dependencies=[RevealCounted],
)


@router.post(
    "",
    status_code=201,
    response_model=StaffMemberRegistration,
    responses=problems(
        *(UnknownReference, ParticipantInactive, OrganizationUnknown, ResidenceNeeded),
        MemberRegistered,
    ),
)
@replayed_while_there(MemberRegistration)
async def register_member(
    body: DeskMemberSheet, staff: StaffMayReviewMembers, session: Session, response: Response
) -> StaffMemberRegistration:
    """Register a member at the desk. The member has signed the separate consent on paper, and
    gets a message."""
    registration = await members.register(session, staff.community_id, body.acting(staff), body)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/member-registrations/{registration.id}"
    return await lists.show(session, registration, to=staff)


@router.get("", response_model=StaffMemberRegistrationPage)
async def list_member_registrations(
    staff: StaffMayReviewMembers,
    query: Annotated[MemberRegistrationQuery, Query()],
    session: Session,
) -> Page[StaffMemberRegistration]:
    """List member registrations, oldest first, with masked names. Only the community's own Party
    administrators may."""
    return await lists.list_queue(session, staff, query)


@router.get("/{registration_id}", response_model=StaffMemberRegistration)
async def get_member_registration(
    registration: MemberRegistrationToReview, staff: StaffMayReviewMembers, session: Session
) -> StaffMemberRegistration:
    """Get a member registration, with the name masked."""
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/submit",
    response_model=StaffMemberRegistration,
    responses=problems(
        *(ParticipantInactive, ConsentRequired, OrganizationUnknown, ResidenceNeeded),
        MemberRegistration.WRONG_STATE,
    ),
)
async def resubmit_member_registration(
    registration: MemberRegistrationToReview,
    body: DeskMemberResubmission,
    staff: StaffMayReviewMembers,
    session: Session,
) -> StaffMemberRegistration:
    """Submit a returned member registration again at the desk. The body replaces the whole form,
    and the member gets a message."""
    registration = await members.submit(session, registration, body, body.acting(staff))
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/withdraw",
    response_model=StaffMemberRegistration,
    responses=problems(MemberRegistration.WRONG_STATE),
)
async def withdraw_member_registration(
    registration: MemberRegistrationToReview,
    body: Witnessed,
    staff: StaffMayReviewMembers,
    session: Session,
) -> StaffMemberRegistration:
    """Withdraw a member registration at the desk. The member has asked for it. An active one ends
    with its receipt; the member gets a message."""
    registration = await members.withdraw(session, registration, body.acting(staff))
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/return",
    response_model=StaffMemberRegistration,
    responses=problems(Forbidden, SecondPersonNeeded, MemberRegistration.WRONG_STATE),
)
async def return_member_registration(
    registration: MemberRegistrationToDecide,
    body: ReasonIn,
    staff: StaffMayReviewMembers,
    session: Session,
) -> StaffMemberRegistration:
    """Return a member registration for correction. The member gets a message with the reason.
    Nobody decides about their own registration."""
    registration = await members.return_(session, registration, body.reason, by=staff)
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/approve",
    response_model=StaffMemberRegistration,
    responses=problems(
        *(Forbidden, SecondPersonNeeded, ConsentRequired, MemberRegistration.WRONG_STATE)
    ),
)
async def approve_member_registration(
    registration: MemberRegistrationToDecide,
    body: MemberApproval,
    staff: StaffMayReviewMembers,
    session: Session,
) -> StaffMemberRegistration:
    """Approve a member registration. The community or a paper slip confirms the membership. A
    receipt is issued; anybody may check its number, which does not show the person. Nobody decides
    about their own registration."""
    registration = await members.approve(session, registration, body.verify_method, by=staff)
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/decline",
    response_model=StaffMemberRegistration,
    responses=problems(Forbidden, SecondPersonNeeded, MemberRegistration.WRONG_STATE),
)
async def decline_member_registration(
    registration: MemberRegistrationToDecide,
    body: ReasonIn,
    staff: StaffMayReviewMembers,
    session: Session,
) -> StaffMemberRegistration:
    """Decline a member registration. The member gets a message with the reason. Nobody decides
    about their own registration."""
    registration = await members.decline(session, registration, body.reason, by=staff)
    return await lists.show(session, registration, to=staff)


@router.post(
    "/{registration_id}/end",
    response_model=StaffMemberRegistration,
    responses=problems(Forbidden, MemberRegistration.WRONG_STATE),
)
async def end_member_registration(
    registration: MemberRegistrationToDecide,
    body: ReasonIn,
    staff: StaffMayReviewMembers,
    session: Session,
) -> StaffMemberRegistration:
    """End an active member registration. Its receipt ends with it, and the member gets a message
    with the reason. Nobody decides about their own registration."""
    registration = await members.end(session, registration, body.reason, by=staff)
    return await lists.show(session, registration, to=staff)


@unstored_router.post(
    "/{registration_id}/reveal",
    response_model=RevealedSheet,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_member_registration(
    registration: MemberRegistrationToReview,
    body: MemberReveal,
    staff: StaffMayReviewMembers,
    session: Session,
) -> RevealedSheet:
    """Reveal a member's sheet, or parts of it, in one answer. The reveal is audited and the member
    gets a message; the answer is not stored for an Idempotency-Key, so that a repeated request is
    another reveal."""
    return await sheets.reveal_sheet(session, registration, body, by=staff)


@unit_router.get("", response_model=UnitMemberPage)
async def list_unit_members(
    organization_id: UUID,
    liaison: CurrentLiaison,
    query: Annotated[UnitMemberQuery, Query()],
    session: Session,
) -> Page[UnitMember]:
    """List the unit's members who have registered. It is for all communities or for one; names are
    masked. They belong to the organization or to one below it; the list is oldest first."""
    return await lists.list_of_unit(session, organization_id, query, to=liaison.id)


@unit_router.post(
    "/{community_id}/{registration_id}/confirm",
    response_model=UnitMember,
    responses=problems(
        *(Forbidden, SecondPersonNeeded, ConsentRequired, MemberRegistration.WRONG_STATE)
    ),
)
async def confirm_unit_member(
    registration: MemberRegistrationToDecideAsLiaison,
    liaison: CurrentLiaisonInCommunity,
    session: Session,
) -> UnitMember:
    """Confirm a member of the unit. The registration becomes active and gets a receipt. Nobody
    confirms their own membership."""
    registration = await members.approve(
        session, registration, VerifyMethod.UNIT_LIAISON, by=liaison
    )
    return await lists.show_to_unit(session, registration, to=liaison.id)


@unit_router.post(
    "/{community_id}/{registration_id}/end",
    response_model=UnitMember,
    responses=problems(Forbidden, MemberRegistration.WRONG_STATE),
)
async def end_unit_member(
    registration: MemberRegistrationToDecideAsLiaison,
    body: ReasonIn,
    liaison: CurrentLiaisonInCommunity,
    session: Session,
) -> UnitMember:
    """End the registration of a member who has left the unit. Its receipt ends with it, and the
    member gets a message with the reason."""
    registration = await members.end(session, registration, body.reason, by=liaison)
    return await lists.show_to_unit(session, registration, to=liaison.id)


@unstored_unit_router.post(
    "/{community_id}/{registration_id}/reveal",
    response_model=RevealedSheet,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_unit_member(
    registration: MemberRegistrationToDecideAsLiaison,
    body: MemberReveal,
    liaison: CurrentLiaisonInCommunity,
    session: Session,
) -> RevealedSheet:
    """Reveal the sheet of a member of the unit. It may be parts of it; never the phone of the
    account, nor the household. The reveal is audited in the community and the member gets a
    message; the answer is not stored for an Idempotency-Key."""
    return await sheets.reveal_sheet_to_liaison(session, registration, body, by=liaison)
