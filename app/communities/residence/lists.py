"""Residence claims as participants and reviewers read them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import display_names
from app.communities.models import Participant, ResidenceClaim
from app.communities.permissions import Staff
from app.communities.places.names import place_paths
from app.communities.residence.queries import claims_of_community, claims_of_participant
from app.communities.residence.schemas import (
    ResidenceClaimOut,
    ResidenceClaimQuery,
    StaffResidenceClaim,
)
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate

COLUMNS = ResidenceClaimOut.model_fields.keys() - {"household"}


async def list_mine(
    session: AsyncSession, me: Participant, query: ResidenceClaimQuery
) -> Page[ResidenceClaimOut]:
    """Lists a participant's claims with their addresses, newest first."""
    statement = claims_of_participant(me, query)
    page = await paginate(session, statement, query, newest_first(ResidenceClaim.id))
    households = await place_paths(
        session, me.community_id, {row.household_id for row in page.items}
    )
    items = [
        ResidenceClaimOut(**_columns(claim), household=households[claim.household_id])
        for claim in page.items
    ]
    return page.with_items(items)


async def show(session: AsyncSession, claim: ResidenceClaim) -> ResidenceClaimOut:
    """Returns a claim with its address."""
    columns = _columns(claim)
    households = await place_paths(session, claim.community_id, [claim.household_id])
    return ResidenceClaimOut(**columns, household=households[claim.household_id])


def _columns(claim: ResidenceClaim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in COLUMNS}


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: ResidenceClaimQuery
) -> Page[StaffResidenceClaim]:
    """Lists claims, oldest first; grid workers see those to households in their places."""
    statement = claims_of_community(staff.community_id, staff.places("residence:review"), query)
    page = await paginate(session, statement, query, oldest_first(ResidenceClaim.id), counts=True)
    return page.with_items(await for_staff(session, page.items))


async def for_staff(
    session: AsyncSession, claims: Sequence[ResidenceClaim]
) -> list[StaffResidenceClaim]:
    """Makes the schemas of claims of one community, with their addresses, and the names masked."""
    if not claims:
        return []
    names = await display_names(session, claims[0].community_id, [c.participant_id for c in claims])
    households = await place_paths(
        session, claims[0].community_id, {claim.household_id for claim in claims}
    )
    return [
        StaffResidenceClaim(
            **_columns(claim),
            participant_id=claim.participant_id,
            display_name=names[claim.participant_id],
            household=households[claim.household_id],
            real_name=masked(claim, ResidenceClaim.real_name),
            channel=claim.channel,
        )
        for claim in claims
    ]
