"""Residence claims as lists: a person's own, and the queue of those who review them."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant, ResidenceClaim
from app.communities.permissions import Staff
from app.communities.places.service import addresses
from app.communities.residence.queries import of_participant, queue
from app.communities.residence.schemas import (
    MyResidenceClaim,
    ResidenceClaimOut,
    ResidenceClaimQuery,
    StaffResidenceClaim,
)
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate


async def list_mine(
    session: AsyncSession, me: Participant, query: ResidenceClaimQuery
) -> Page[MyResidenceClaim]:
    """Lists a person's own claims, newest first."""
    statement = of_participant(me, query)
    page = await paginate(session, statement, query, newest_first(ResidenceClaim.id))
    households = await addresses(session, me.community_id, {row.household_id for row in page.items})
    shown = [
        MyResidenceClaim(
            **ResidenceClaimOut.model_validate(claim).model_dump(),
            household=households[claim.household_id],
        )
        for claim in page.items
    ]
    return page.with_items(shown)


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: ResidenceClaimQuery
) -> Page[StaffResidenceClaim]:
    """Lists claims in the order in which they came; grid workers see those to households in
    their places."""
    statement = queue(staff.community_id, staff.places("residence:review"), query)
    page = await paginate(session, statement, query, oldest_first(ResidenceClaim.id))
    return page.with_items(await _shown(session, page.items))


async def show(session: AsyncSession, claim: ResidenceClaim) -> StaffResidenceClaim:
    [shown] = await _shown(session, [claim])
    return shown


async def _shown(
    session: AsyncSession, claims: Sequence[ResidenceClaim]
) -> list[StaffResidenceClaim]:
    """Shape claims of one community."""
    if not claims:
        return []
    households = await addresses(
        session, claims[0].community_id, {claim.household_id for claim in claims}
    )
    return [
        StaffResidenceClaim(
            **ResidenceClaimOut.model_validate(claim).model_dump(),
            participant_id=claim.participant_id,
            household=households[claim.household_id],
            real_name=masked(claim, ResidenceClaim.real_name),
            channel=claim.channel,
        )
        for claim in claims
    ]
