"""Sign-ups that guardians make and withdraw for minors, by the rules of the minor's own."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor
from app.communities.guardians.service import lock_minor
from app.communities.models import Guardianship, GuardianshipStatus, Participant
from app.kernel import clock
from app.kernel.jobs.events import emit
from app.kernel.web.pages import Page
from app.volunteering.events import OfferAnswered, SignedUpByGuardian, WithdrawnByGuardian
from app.volunteering.guardians.schemas import MinorSignUp
from app.volunteering.models import Signup
from app.volunteering.signups import answers, shown
from app.volunteering.signups import service as signups
from app.volunteering.signups.hot import sign_up_in
from app.volunteering.signups.rules import SignUpCommand
from app.volunteering.signups.schemas import MySignup, SignupOut, SignupQuery


async def sign_up(
    session: AsyncSession, guardianship: Guardianship, body: MinorSignUp, guardian: Participant
) -> SignupOut:
    """Signs the minor up by the rules of the hot lane, as a group of one."""
    await lock_minor(session, guardianship)  # Its end at the same time comes first, or waits.
    guardianship.require_in({GuardianshipStatus.ACTIVE}, wanted=GuardianshipStatus.ACTIVE)
    user_id = ActingFor.participant(guardian).by
    acting = ActingFor(user_id, guardianship.participant_id)
    command = SignUpCommand(body.shift_id, acting, clock.now(), body.role_id, has_guardian=True)
    response = await sign_up_in(session, guardianship.community_id, command)
    signup = SignupOut.model_validate_json(response.body)
    emit(session, guardianship.community_id, SignedUpByGuardian(signup_id=signup.id))
    return signup


async def withdraw(session: AsyncSession, signup: Signup, guardian: Participant) -> Signup:
    await signups.withdraw(session, signup, ActingFor.participant(guardian))
    emit(session, signup.community_id, WithdrawnByGuardian(signup_id=signup.id))
    return signup


async def accept_offer(session: AsyncSession, signup: Signup, guardian: Participant) -> Signup:
    """Takes the place that is offered to the minor."""
    await answers.accept_offer(session, signup, ActingFor.participant(guardian))
    return _answered(session, signup)


async def decline_offer(session: AsyncSession, signup: Signup, guardian: Participant) -> Signup:
    await answers.decline_offer(session, signup, ActingFor.participant(guardian))
    return _answered(session, signup)


def _answered(session: AsyncSession, signup: Signup) -> Signup:
    event = OfferAnswered(signup_id=signup.id, status=signup.status, is_by_guardian=True)
    emit(session, signup.community_id, event)
    return signup


async def list_of_minor(
    session: AsyncSession, guardianship: Guardianship, query: SignupQuery
) -> Page[MySignup]:
    minor = {guardianship.community_id: guardianship.participant_id}
    return await shown.list_mine(session, minor, query)
