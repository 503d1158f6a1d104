"""/v1/communities/{community_id}/residence-claims"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import (
    GuardianConsentMissing,
    NotAHousehold,
    ParticipantInactive,
    ResidenceClaimOpen,
)
from app.communities.models import ResidenceClaim
from app.communities.residence import endings, lists
from app.communities.residence import service as claims
from app.communities.residence.deps import OwnResidenceClaim
from app.communities.residence.schemas import (
    MyResidenceClaimPage,
    ResidenceClaimIn,
    ResidenceClaimOut,
    ResidenceClaimQuery,
)
from app.identity.deps import IdempotentForUser
from app.identity.errors import ConsentRequired
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, replayed_while_there
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/residence-claims",
    tags=["residence"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.post(
    "",
    status_code=201,
    response_model=ResidenceClaimOut,
    responses=problems(
        *(ParticipantInactive, ConsentRequired, NotAHousehold, ResidenceClaimOpen),
        GuardianConsentMissing,
    ),
)
@replayed_while_there(ResidenceClaim)
async def submit_residence_claim(
    me: ActiveParticipant, body: ResidenceClaimIn, session: Session, response: Response
) -> ResidenceClaimOut:
    """Submit a residence claim. It is approved at once if the community's register has my verified
    phone and my name for that household; else staff review it."""
    claim = await claims.submit(session, me.community_id, ActingFor.participant(me), body)
    community_path = f"/v1/communities/{me.community_id}"
    response.headers["Location"] = f"{community_path}/residence-claims/{claim.id}"
    return await lists.show(session, claim)


@router.get("/me", response_model=MyResidenceClaimPage)
async def list_my_residence_claims(
    me: AnyParticipant, query: Annotated[ResidenceClaimQuery, Query()], session: Session
) -> Page[ResidenceClaimOut]:
    """List my residence claims in this community, newest first."""
    return await lists.list_mine(session, me, query)


@router.get("/{claim_id}", response_model=ResidenceClaimOut)
async def get_residence_claim(claim: OwnResidenceClaim, session: Session) -> ResidenceClaimOut:
    """Get one of my residence claims."""
    return await lists.show(session, claim)


@router.post(
    "/{claim_id}/withdraw",
    response_model=ResidenceClaimOut,
    responses=problems(ResidenceClaim.WRONG_STATE),
)
async def withdraw_residence_claim(
    claim: OwnResidenceClaim, me: AnyParticipant, session: Session
) -> ResidenceClaimOut:
    """Withdraw my residence claim. This is possible until it is decided."""
    claim = await claims.withdraw(session, claim, ActingFor.participant(me))
    return await lists.show(session, claim)


@router.post(
    "/{claim_id}/renew",
    response_model=ResidenceClaimOut,
    responses=problems(ParticipantInactive, ConsentRequired, ResidenceClaim.WRONG_STATE),
)
async def renew_residence_claim(
    me: ActiveParticipant, claim: OwnResidenceClaim, session: Session
) -> ResidenceClaimOut:
    """Renew my approved residence claim. It then lasts another 24 months."""
    claim = await claims.renew(session, claim, ActingFor.participant(me))
    return await lists.show(session, claim)


@router.post(
    "/{claim_id}/end",
    response_model=ResidenceClaimOut,
    responses=problems(ResidenceClaim.WRONG_STATE),
)
async def end_residence_claim(claim: OwnResidenceClaim, session: Session) -> ResidenceClaimOut:
    """End my approved residence claim, because I have moved away. I become a visitor again."""
    claim = await endings.end(session, claim, None)
    return await lists.show(session, claim)
