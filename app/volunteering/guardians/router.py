"""/v1/communities/{community_id}/guardianships/{guardianship_id}/signups"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response
from sqlalchemy import select

from app.communities.deps import ActiveParticipant
from app.communities.errors import ParticipantInactive
from app.communities.guardians.deps import GuardianshipToAct
from app.communities.models import Guardianship
from app.identity.deps import IdempotentForUser
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Attendance
from app.volunteering.errors import (
    AdultsOnly,
    AgreementFirst,
    AlreadySignedUp,
    NotInvited,
    RoleClosed,
    RoleMissing,
    ShiftsOverlap,
    ShiftStarted,
    SignupsClosed,
    SignupsNotOpen,
    TooYoung,
)
from app.volunteering.guardians import service as guardians
from app.volunteering.guardians.schemas import MinorSignUp
from app.volunteering.models import Signup
from app.volunteering.signups import shown
from app.volunteering.signups.schemas import MySignup, MySignupPage, ShownSignup, SignupQuery

router = Router(
    prefix="/guardianships/{guardianship_id}/signups",
    tags=["guardians"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


async def signup_of_minor(
    signup_id: UUID, guardianship: GuardianshipToAct, session: Session
) -> Signup:
    """Returns a sign-up of the minor; another person's is a 404."""
    query = select(Signup).filter_by(
        community_id=guardianship.community_id,
        id=signup_id,
        participant_id=guardianship.participant_id,
    )
    signup: Signup | None = await session.scalar(query)
    if signup is None:
        raise NotFound
    return signup


SignupOfMinor = Annotated[Signup, Depends(signup_of_minor)]


@router.post(
    "",
    status_code=201,
    response_model=ShownSignup,
    responses=problems(
        *(Forbidden, ParticipantInactive, NotInvited, UnknownReference, RoleMissing),
        *(SignupsNotOpen, SignupsClosed, AlreadySignedUp, ShiftsOverlap, RoleClosed),
        *(AdultsOnly, TooYoung, Guardianship.WRONG_STATE),
    ),
)
async def sign_up_minor(
    guardianship: GuardianshipToAct,
    body: MinorSignUp,
    me: ActiveParticipant,
    session: Session,
    response: Response,
) -> ShownSignup:
    """Sign a minor up for a shift, as the guardian: this is my consent to it. The rules are those
    of the minor's own sign-up, and the minor gets a message."""
    signup = await guardians.sign_up(session, guardianship, body, me)
    response.headers["Location"] = (
        f"/v1/communities/{me.community_id}/guardianships/{guardianship.id}/signups"
    )
    row = await get_row(session, Signup, guardianship.community_id, signup.id)
    return await shown.show_to_person(session, row)


@router.get("", response_model=MySignupPage, responses=problems(Guardianship.WRONG_STATE))
async def list_signups_of_minor(
    guardianship: GuardianshipToAct, query: Annotated[SignupQuery, Query()], session: Session
) -> Page[MySignup]:
    """List the minor's sign-ups, as the guardian: the next shift first, then those that are over.
    A guardian sees nothing else of the minor."""
    return await guardians.list_of_minor(session, guardianship, query)


@router.post(
    "/{signup_id}/accept-offer",
    response_model=ShownSignup,
    responses=problems(
        *(Forbidden, Signup.WRONG_STATE, ParticipantInactive, AgreementFirst, ShiftsOverlap),
        *(NotInvited, AdultsOnly, TooYoung, Guardianship.WRONG_STATE),
    ),
)
async def accept_offer_to_minor(
    signup: SignupOfMinor, me: ActiveParticipant, session: Session
) -> ShownSignup:
    """Take the place that is offered to the minor, as the guardian. The minor gets a message."""
    await guardians.accept_offer(session, signup, me)
    return await shown.show_to_person(session, signup)


@router.post(
    "/{signup_id}/decline-offer",
    response_model=ShownSignup,
    responses=problems(Forbidden, Signup.WRONG_STATE, Guardianship.WRONG_STATE),
)
async def decline_offer_to_minor(
    signup: SignupOfMinor, me: ActiveParticipant, session: Session
) -> ShownSignup:
    """Decline the place that is offered to the minor, as the guardian. The minor gets a message."""
    await guardians.decline_offer(session, signup, me)
    return await shown.show_to_person(session, signup)


@router.post(
    "/{signup_id}/withdraw",
    response_model=ShownSignup,
    responses=problems(
        *(Forbidden, Signup.WRONG_STATE, Attendance.WRONG_STATE, ShiftStarted),
        Guardianship.WRONG_STATE,
    ),
)
async def withdraw_signup_of_minor(
    signup: SignupOfMinor, me: ActiveParticipant, session: Session
) -> ShownSignup:
    """Withdraw a sign-up of the minor, as the guardian. The minor gets a message."""
    await guardians.withdraw(session, signup, me)
    return await shown.show_to_person(session, signup)
