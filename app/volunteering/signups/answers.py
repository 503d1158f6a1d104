"""Answers to offered places. Nobody is on a shift who has not said so: an offer is a question."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.errors import ParticipantInactive
from app.communities.models import Participant
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.volunteering.errors import AgreementFirst, ShiftsOverlap
from app.volunteering.events import OfferAnswered
from app.volunteering.models import Shift, Signup
from app.volunteering.signups.offers import expect_person, free_place, lock_shift
from app.volunteering.signups.overlaps import has_place_elsewhere
from app.volunteering.signups.rules import refusal_of_person


async def accept_offer(session: AsyncSession, signup: Signup, acting: ActingFor) -> Signup:
    """Takes an offered place. The person is locked first, as the lane of sign-ups does it: a block
    comes before or after this, and nobody takes two places at one time."""
    person = await get_row(session, Participant, signup.community_id, signup.participant_id)
    await lock(session, person)
    shift, now = await lock_shift(session, signup)
    signup.require("accept")
    await _require_acceptable(session, signup, shift, person)
    signup.accept(now)
    await expect_person(session, signup)
    _answered(session, signup, acting, "signup.offer_accepted")
    return signup


async def _require_acceptable(
    session: AsyncSession, signup: Signup, shift: Shift, person: Participant
) -> None:
    """Raises what refuses the place now. The offer stays open until its deadline all the same: the
    person may give up the other shift, or agree, and then accept."""
    if not person.is_active:
        raise ParticipantInactive
    refusal = refusal_of_person(person.kind, person.age_for_rules, shift.audience, shift.age)
    if refusal is not None:
        raise refusal
    if signup.agree_by is not None:
        raise AgreementFirst
    if await has_place_elsewhere(session, signup, shift):
        raise ShiftsOverlap


async def decline_offer(session: AsyncSession, signup: Signup, acting: ActingFor) -> Signup:
    """Declines an offered place, which goes to the next in line. It is never a late withdrawal."""
    shift, now = await lock_shift(session, signup)
    signup.decline()
    await free_place(session, shift, signup.role_id, now)
    _answered(session, signup, acting, "signup.offer_declined")
    return signup


def _answered(session: AsyncSession, signup: Signup, acting: ActingFor, act: str) -> None:
    if acting.is_at_desk:
        emit(session, signup.community_id, OfferAnswered(signup_id=signup.id, status=signup.status))
    record_desk_act(session, signup.community_id, acting, act, signup, has_message=True)
