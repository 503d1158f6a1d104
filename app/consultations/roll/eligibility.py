"""Eligibility of the reader: may they vote now, and if not, why."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.consultations.models import VOTABLE, Ballot, RollStatus
from app.consultations.residents import is_verified
from app.consultations.roll.schemas import MyEligibility, WhyNot
from app.consultations.scope import lives_in
from app.kernel import clock


async def eligibility_of(
    session: AsyncSession,
    ballot: Ballot,
    me: Participant | None,
    status: RollStatus | None,
    cast_by: UUID | None,
) -> MyEligibility:
    """Returns whether the reader may vote in an announced ballot. `status` is that of their entry
    on its roll, None for who is not on it; `cast_by` is who has cast its vote."""
    if me is None or status is None:
        why: WhyNot | None = await _why_not_on_roll(session, ballot, me)
    else:
        why = _why_not_now(ballot, status, is_mine=cast_by == me.id)
    return MyEligibility(may=why is None, because=why)


async def _why_not_on_roll(session: AsyncSession, ballot: Ballot, me: Participant | None) -> WhyNot:
    if me is None:
        return WhyNot.NOT_A_PARTICIPANT
    if not me.is_active:
        return WhyNot.INACTIVE
    if not is_verified(me):
        return WhyNot.RESIDENCE_NOT_VERIFIED
    if not await lives_in(session, me, ballot.place_id):
        return WhyNot.LIVES_ELSEWHERE
    return WhyNot.NOT_ON_ROLL if me.is_adult else WhyNot.NOT_KNOWN_ADULT


def _why_not_now(ballot: Ballot, status: RollStatus, *, is_mine: bool) -> WhyNot | None:
    if status is RollStatus.VOTED:
        return WhyNot.VOTED if is_mine else WhyNot.HOUSEHOLD_VOTED
    if status is RollStatus.PAPER:
        return WhyNot.VOTED_ON_PAPER
    now = clock.now()
    if now >= ballot.closes_at or ballot.status not in VOTABLE:
        return WhyNot.CLOSED
    return WhyNot.NOT_OPEN_YET if now < ballot.opens_at else None
