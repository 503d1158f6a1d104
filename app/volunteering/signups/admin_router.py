"""/admin/v1/communities/{community_id}: sign-ups, and acts of the desk for residents."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive, SecondPersonNeeded
from app.communities.schemas import Witnessed
from app.identity.deps import IdempotentForAdmin
from app.kernel.database.idempotency import KeyReused
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.models import Attendance
from app.volunteering.deps import ShiftToListSignups, SignupToManage, StaffMayManageSignups
from app.volunteering.errors import (
    AdultsOnly,
    AgreementFirst,
    AlreadySignedUp,
    GuardianNeeded,
    NothingToAgree,
    NotInvited,
    RoleClosed,
    RoleMissing,
    ShiftsOverlap,
    ShiftStarted,
    SignupsClosed,
    SignupsNotOpen,
    TooYoung,
)
from app.volunteering.models import Signup
from app.volunteering.signups import answers, shown
from app.volunteering.signups import service as signups
from app.volunteering.signups.schemas import (
    DeskAgreement,
    DeskSignUp,
    SignupQuery,
    StaffSignup,
    StaffSignupPage,
)

router = Router(tags=["signups"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.post(
    "/shifts/{shift_id}/signups",
    status_code=201,
    response_model=StaffSignup,
    responses=problems(
        *(UnknownReference, RoleMissing, KeyReused, ParticipantInactive, NotInvited),
        *(SignupsNotOpen, SignupsClosed, AlreadySignedUp, ShiftsOverlap, RoleClosed),
        *(AdultsOnly, TooYoung, GuardianNeeded),
    ),
)
async def sign_up_for_shift(
    shift_id: UUID,
    body: DeskSignUp,
    staff: StaffMayManageSignups,
    session: Session,
    response: Response,
) -> StaffSignup:
    """Sign a resident up for a shift at the desk. The rules are those of a resident's own
    sign-up."""
    signup = await signups.sign_up_at_desk(session, shift_id, body, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/signups/{signup.id}"
    return await shown.show_to_staff(session, signup, staff)


@router.get("/shifts/{shift_id}/signups", response_model=StaffSignupPage)
async def list_signups(
    shift: ShiftToListSignups,
    query: Annotated[SignupQuery, Query()],
    staff: CurrentStaff,
    session: Session,
) -> Page[StaffSignup]:
    """List the sign-ups for a shift, oldest first. All states are listed unless `status` names
    one."""
    return await shown.list_of_shift(session, shift, query, staff)


@router.get("/signups/{signup_id}", response_model=StaffSignup)
async def get_signup(signup: SignupToManage, staff: CurrentStaff, session: Session) -> StaffSignup:
    """Get a sign-up."""
    return await shown.show_to_staff(session, signup, staff)


@router.post(
    "/signups/{signup_id}/withdraw",
    response_model=StaffSignup,
    responses=problems(Signup.WRONG_STATE, Attendance.WRONG_STATE, ShiftStarted),
)
async def withdraw_signup(
    signup: SignupToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffSignup:
    """Withdraw a sign-up for a resident who has asked for it at the desk. The resident gets a
    message."""
    await signups.withdraw(session, signup, body.acting(staff))
    return await shown.show_to_staff(session, signup, staff)


@router.post(
    "/signups/{signup_id}/agree",
    response_model=StaffSignup,
    responses=problems(Signup.WRONG_STATE, ShiftStarted, NothingToAgree, AdultsOnly),
)
async def agree_to_change(
    signup: SignupToManage, body: DeskAgreement, staff: CurrentStaff, session: Session
) -> StaffSignup:
    """Agree to what has changed, for a resident who says so at the desk."""
    await signups.agree(session, signup, body.acting(staff))
    return await shown.show_to_staff(session, signup, staff)


@router.post(
    "/signups/{signup_id}/accept-offer",
    response_model=StaffSignup,
    responses=problems(
        *(Signup.WRONG_STATE, ParticipantInactive, AgreementFirst, ShiftsOverlap),
        *(NotInvited, AdultsOnly, TooYoung),
    ),
)
async def accept_offer(
    signup: SignupToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffSignup:
    """Take an offered place for a resident who says so at the desk. The resident gets a message."""
    await answers.accept_offer(session, signup, body.acting(staff))
    return await shown.show_to_staff(session, signup, staff)


@router.post(
    "/signups/{signup_id}/decline-offer",
    response_model=StaffSignup,
    responses=problems(Signup.WRONG_STATE),
)
async def decline_offer(
    signup: SignupToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffSignup:
    """Decline an offered place at the desk. It goes to the next in line. The resident gets a
    message."""
    await answers.decline_offer(session, signup, body.acting(staff))
    return await shown.show_to_staff(session, signup, staff)


@router.post(
    "/signups/{signup_id}/approve",
    response_model=StaffSignup,
    responses=problems(
        *(SecondPersonNeeded, Signup.WRONG_STATE, ShiftStarted, RoleClosed, AdultsOnly)
    ),
)
async def approve_signup(
    signup: SignupToManage, staff: CurrentStaff, session: Session
) -> StaffSignup:
    """Approve a sign-up under review. It gets a place if one is left, else the last position on
    the waitlist; the person gets a message."""
    await signups.approve(session, signup, by=staff)
    return await shown.show_to_staff(session, signup, staff)


@router.post(
    "/signups/{signup_id}/reject",
    response_model=StaffSignup,
    responses=problems(SecondPersonNeeded, Signup.WRONG_STATE),
)
async def reject_signup(
    signup: SignupToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffSignup:
    """Reject a sign-up under review. The person gets a message with the reason."""
    await signups.reject(session, signup, body.reason, by=staff)
    return await shown.show_to_staff(session, signup, staff)
