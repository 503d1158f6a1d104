"""A residence claim as its reviewer sees it: what the register says, and who may be the same
person."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant, Place, ResidenceClaim
from app.communities.permissions import Staff
from app.communities.policies import may_decide_about
from app.communities.residence.lists import for_staff
from app.communities.residence.queries import register_equalities
from app.communities.residence.same_person import people_like
from app.communities.residence.schemas import (
    ParticipantName,
    RegisterFinding,
    ResidenceClaimReview,
)
from app.identity.another_person import is_another_person
from app.identity.models import User
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.privacy.sealed import shown

DECIDED_BY_ANOTHER = frozenset({"approve", "reject", "end"})
"""Verbs of a reviewer who has not entered the claim."""
AT_DESK = frozenset({"withdraw", "renew"})
"""Verbs at the request of the person, before a witness."""


async def show(session: AsyncSession, claim: ResidenceClaim, staff: Staff) -> ResidenceClaimReview:
    """Returns a claim with what its reviewer has to know, and never what the register has of
    others."""
    person = await get_row(session, Participant, claim.community_id, claim.participant_id)
    [row] = await for_staff(session, [claim])
    is_mine = await _is_entered_by(session, claim, person, staff)
    alike = await people_like(session, claim)
    return ResidenceClaimReview(
        **row.model_dump(),
        register_says=await _finding(session, claim, person),
        maybe_same_person=[
            ParticipantName(participant_id=one.id, display_name=one.display_name) for one in alike
        ],
        is_entered_by_me=is_mine,
        actions=claim.actions(await _verbs(session, claim, person, staff, is_mine)),
    )


async def _is_entered_by(
    session: AsyncSession, claim: ResidenceClaim, person: Participant, staff: Staff
) -> bool:
    """Returns whether the staff, or an account that counts as the same person, have entered the
    claim or its person."""
    now = clock.now()
    return not all(
        [
            await is_another_person(session, user_id, staff.id, now)
            for user_id in {claim.entered_by, person.entered_by}
        ]
    )


async def _verbs(
    session: AsyncSession, claim: ResidenceClaim, person: Participant, staff: Staff, is_mine: bool
) -> set[str]:
    key = {"community_id": claim.community_id, "id": claim.household_id}
    place = await session.get(Place, key)
    verbs: set[str] = set()
    if not is_mine and may_decide_about(staff, person):
        verbs |= DECIDED_BY_ANOTHER
    if staff.may("participant:manage", [] if place is None else place.path):
        verbs |= AT_DESK
    return verbs


async def _finding(
    session: AsyncSession, claim: ResidenceClaim, person: Participant
) -> RegisterFinding:
    user = None if person.user_id is None else await session.get(User, person.user_id)
    phone = None if user is None else shown(user, User.phone)
    name = shown(claim, ResidenceClaim.real_name)
    equal = await session.execute(
        register_equalities(claim.community_id, claim.household_id, name, phone)
    )
    entries, names, phones = equal.one()
    return RegisterFinding(
        is_household_known=entries > 0,
        is_name_equal=names > 0,
        is_phone_equal=None if phone is None else phones > 0,
    )
