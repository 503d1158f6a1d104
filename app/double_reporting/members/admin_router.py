"""/admin/v1: member registrations, for the community's Party administrators and the own unit."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.errors import ParticipantInactive
from app.communities.schemas import Witnessed
from app.double_reporting.deps import StaffMayReviewMembers
from app.double_reporting.errors import (
    MemberRegistered,
    OrganizationUnknown,
)
from app.double_reporting.members import lists
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
    MemberRegistrationOut,
    MemberRegistrationQuery,
    MemberReveal,
    RevealedMember,
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
from app.kernel.web.idempotency import IdempotentRoute
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
unstored_router = Router(prefix="/member-registrations", tags=["double reporting"])
"""Whose answers are not kept for a key: they are what is sealed."""
unit_router = Router(
    prefix="/party-organizations/{organization_id}/members",
    tags=["double reporting"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
unstored_unit_router = Router(
    prefix="/party-organizations/{organization_id}/members", tags=["double reporting"]
)


@router.post(
    "",
    status_code=201,
    response_model=MemberRegistrationOut,
    responses=problems(
        *(UnknownReference, ParticipantInactive, OrganizationUnknown, MemberRegistered)
    ),
)
async def register_member(
    desk: DeskMemberSheet, staff: StaffMayReviewMembers, session: Session, response: Response
) -> MemberRegistration:
    """Register a member who has signed the separate consent on paper; they are told."""
    registration = await members.register(session, staff.community_id, desk.acting(staff), desk)
    here = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{here}/member-registrations/{registration.id}"
    return registration


@router.get("", response_model=StaffMemberRegistrationPage)
async def list_member_registrations(
    staff: StaffMayReviewMembers,
    query: Annotated[MemberRegistrationQuery, Query()],
    session: Session,
) -> Page[StaffMemberRegistration]:
    """Registrations in the order in which they came, masked; for the community's own Party
    administrators."""
    return await lists.list_queue(session, staff, query)


@router.get("/{registration_id}", response_model=StaffMemberRegistration)
async def get_member_registration(
    registration: MemberRegistrationToReview, session: Session
) -> StaffMemberRegistration:
    """One registration, masked."""
    return await lists.show(session, registration)


@router.post(
    "/{registration_id}/submit",
    response_model=MemberRegistrationOut,
    responses=problems(
        *(ParticipantInactive, ConsentRequired, OrganizationUnknown),
        MemberRegistration.WRONG_STATE,
    ),
)
async def resubmit_member_registration(
    registration: MemberRegistrationToReview,
    desk: DeskMemberResubmission,
    staff: StaffMayReviewMembers,
    session: Session,
) -> MemberRegistration:
    """Submit again at the desk, written anew, what has been returned; the member is told."""
    return await members.submit(session, registration, desk, desk.acting(staff))


@router.post(
    "/{registration_id}/withdraw",
    response_model=MemberRegistrationOut,
    responses=problems(MemberRegistration.WRONG_STATE),
)
async def withdraw_member_registration(
    registration: MemberRegistrationToReview,
    desk: Witnessed,
    staff: StaffMayReviewMembers,
    session: Session,
) -> MemberRegistration:
    """Withdraw for a member who has asked at the desk; they are told."""
    return await members.withdraw(session, registration, desk.acting(staff))


@router.post(
    "/{registration_id}/return",
    response_model=MemberRegistrationOut,
    responses=problems(Forbidden, MemberRegistration.WRONG_STATE),
)
async def return_member_registration(
    registration: MemberRegistrationToDecide,
    body: ReasonIn,
    staff: StaffMayReviewMembers,
    session: Session,
) -> MemberRegistration:
    """Return it to be mended; the member is told the reason."""
    return await members.return_(session, registration, body.reason, by=staff)


@router.post(
    "/{registration_id}/approve",
    response_model=MemberRegistrationOut,
    responses=problems(Forbidden, ConsentRequired, MemberRegistration.WRONG_STATE),
)
async def approve_member_registration(
    registration: MemberRegistrationToDecide,
    approval: MemberApproval,
    staff: StaffMayReviewMembers,
    session: Session,
) -> MemberRegistration:
    """Approve: the membership is confirmed by the community or by a paper slip, and a receipt is
    issued whose number anybody may check without learning of whom it is."""
    return await members.approve(session, registration, approval.verify_method, by=staff)


@router.post(
    "/{registration_id}/decline",
    response_model=MemberRegistrationOut,
    responses=problems(Forbidden, MemberRegistration.WRONG_STATE),
)
async def decline_member_registration(
    registration: MemberRegistrationToDecide,
    body: ReasonIn,
    staff: StaffMayReviewMembers,
    session: Session,
) -> MemberRegistration:
    """Decline; the member is told the reason."""
    return await members.decline(session, registration, body.reason, by=staff)


@router.post(
    "/{registration_id}/end",
    response_model=MemberRegistrationOut,
    responses=problems(Forbidden, MemberRegistration.WRONG_STATE),
)
async def end_member_registration(
    registration: MemberRegistrationToDecide,
    body: ReasonIn,
    staff: StaffMayReviewMembers,
    session: Session,
) -> MemberRegistration:
    """End an active registration, with its claims; the member is told the reason."""
    return await members.end(session, registration, body.reason, by=staff)


@unstored_router.post("/{registration_id}/reveal", response_model=RevealedMember)
async def reveal_member_registration(
    registration: MemberRegistrationToReview,
    wanted: MemberReveal,
    staff: StaffMayReviewMembers,
    session: Session,
) -> RevealedMember:
    """Read one field of the sheet: audited, and shown to the member. The answer is not kept for
    an Idempotency-Key; asking again is another look."""
    return await lists.reveal(session, registration, wanted, by=staff)


@unit_router.get("", response_model=UnitMemberPage)
async def list_unit_members(
    organization_id: UUID,
    _liaison: CurrentLiaison,
    query: Annotated[UnitMemberQuery, Query()],
    session: Session,
) -> Page[UnitMember]:
    """The organization's own members, and those of what stands below it, who have registered in
    one community; masked. Nobody else's are found."""
    return await lists.list_of_unit(session, organization_id, query)


@unit_router.post(
    "/{community_id}/{registration_id}/confirm",
    response_model=MemberRegistrationOut,
    responses=problems(Forbidden, ConsentRequired, MemberRegistration.WRONG_STATE),
)
async def confirm_unit_member(
    registration: MemberRegistrationToDecideAsLiaison,
    liaison: CurrentLiaisonInCommunity,
    session: Session,
) -> MemberRegistration:
    """Confirm that they are a member of the unit: the registration is active."""
    return await members.approve(session, registration, VerifyMethod.UNIT_LIAISON, by=liaison)


@unit_router.post(
    "/{community_id}/{registration_id}/end",
    response_model=MemberRegistrationOut,
    responses=problems(Forbidden, MemberRegistration.WRONG_STATE),
)
async def end_unit_member(
    registration: MemberRegistrationToDecideAsLiaison,
    body: ReasonIn,
    liaison: CurrentLiaisonInCommunity,
    session: Session,
) -> MemberRegistration:
    """They have left the unit: the registration ends, and the member is told the reason."""
    return await members.end(session, registration, body.reason, by=liaison)


@unstored_unit_router.post(
    "/{community_id}/{registration_id}/reveal",
    response_model=RevealedMember,
    responses=problems(Forbidden),
)
async def reveal_unit_member(
    registration: MemberRegistrationToDecideAsLiaison,
    wanted: MemberReveal,
    liaison: CurrentLiaisonInCommunity,
    session: Session,
) -> RevealedMember:
    """Read one field of an own member's sheet, to compare the name: audited in the community, and
    shown to the member."""
    return await lists.reveal(session, registration, wanted, by=liaison)
