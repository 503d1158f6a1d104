"""/v1: the caller's own sign-ups."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant, MyCommunities
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel import clock
from app.kernel.database.idempotency import KeyReused
from app.kernel.errors import UnknownReference
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, RequiredKey, response_of
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Attendance
from app.volunteering.deps import OwnSignup
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
from app.volunteering.signups.hot import sign_up
from app.volunteering.signups.rules import SignUpCommand
from app.volunteering.signups.schemas import (
    Agreement,
    MySignup,
    MySignupPage,
    ShownSignup,
    SignUp,
    SignupOut,
    SignupQuery,
)

hot_router = Router(tags=["signups"], route_class=HotRoute)
router = Router(tags=["signups"], route_class=IdempotentRoute, dependencies=[IdempotentForUser])
mine_router = Router(prefix="/me/signups", tags=["signups"])


@hot_router.post(
    "/shifts/{shift_id}/signups",
    status_code=201,
    response_model=SignupOut,
    responses=problems(
        *(NotAParticipant, ParticipantInactive, NotInvited, UnknownReference, RoleMissing),
        *(SignupsNotOpen, SignupsClosed, AlreadySignedUp, ShiftsOverlap, KeyReused),
        *(RoleClosed, AdultsOnly, TooYoung, GuardianNeeded),
    ),
)
async def sign_up_for_shift(
    community_id: UUID,
    shift_id: UUID,
    body: SignUp,
    user: CurrentUser,
    key: RequiredKey,
    lane: HotLane,
) -> Response:
    """Sign up for a shift. The sign-up gets a place if one is left, else the last position on the
    waitlist. Where the organiser reviews sign-ups it is pending until then, and has no place."""
    command = SignUpCommand(shift_id, ActingFor.oneself(user), clock.now(), body.role_id, key)
    return response_of(await sign_up(lane, community_id, command))


@router.post(
    "/signups/{signup_id}/withdraw",
    response_model=ShownSignup,
    responses=problems(Signup.WRONG_STATE, Attendance.WRONG_STATE, ShiftStarted),
)
async def withdraw_signup(signup: OwnSignup, me: AnyParticipant, session: Session) -> ShownSignup:
    """Withdraw my sign-up. This is possible until the shift starts; a place that comes free goes
    to the next on the waitlist."""
    await signups.withdraw(session, signup, ActingFor.participant(me))
    return await shown.show_to_person(session, signup)


@router.post(
    "/signups/{signup_id}/agree",
    response_model=ShownSignup,
    responses=problems(Signup.WRONG_STATE, ShiftStarted, NothingToAgree, AdultsOnly),
)
async def agree_to_change(
    signup: OwnSignup, _body: Agreement, me: AnyParticipant, session: Session
) -> ShownSignup:
    """Agree to what has changed since I signed up. `agree_by` of the sign-up says until when;
    after that the place goes to the next on the waitlist."""
    await signups.agree(session, signup, ActingFor.participant(me))
    return await shown.show_to_person(session, signup)


@router.post(
    "/signups/{signup_id}/accept-offer",
    response_model=ShownSignup,
    responses=problems(
        *(Signup.WRONG_STATE, ParticipantInactive, AgreementFirst, ShiftsOverlap),
        *(NotInvited, AdultsOnly, TooYoung),
    ),
)
async def accept_offer(signup: OwnSignup, me: ActiveParticipant, session: Session) -> ShownSignup:
    """Take the place that is offered to me. `offer_expires_at` of the sign-up says until when;
    after that the place goes to the next in line."""
    await answers.accept_offer(session, signup, ActingFor.participant(me))
    return await shown.show_to_person(session, signup)


@router.post(
    "/signups/{signup_id}/decline-offer",
    response_model=ShownSignup,
    responses=problems(Signup.WRONG_STATE),
)
async def decline_offer(signup: OwnSignup, me: AnyParticipant, session: Session) -> ShownSignup:
    """Decline the place that is offered to me. It goes to the next in line. It never counts as a
    late withdrawal, and I may sign up again."""
    await answers.decline_offer(session, signup, ActingFor.participant(me))
    return await shown.show_to_person(session, signup)


@router.get("/signups/me", response_model=MySignupPage)
async def list_my_signups_in_community(
    me: AnyParticipant, query: Annotated[SignupQuery, Query()], session: Session
) -> Page[MySignup]:
    """List my sign-ups in this community: the next shift first, then those that are over."""
    return await shown.list_mine(session, {me.community_id: me.id}, query)


@router.get("/signups/{signup_id}", response_model=ShownSignup)
async def get_signup(signup: OwnSignup, session: Session) -> ShownSignup:
    """Get one of my sign-ups."""
    return await shown.show_to_person(session, signup)


@mine_router.get("", response_model=MySignupPage)
async def list_my_signups(
    communities: MyCommunities, query: Annotated[SignupQuery, Query()], session: Session
) -> Page[MySignup]:
    """List my sign-ups in all my communities: the next shift first, then those that are over."""
    return await shown.list_mine(session, communities, query)
