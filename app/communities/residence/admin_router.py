"""/admin/v1/communities/{community_id}/residence-claims"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff, StaffMayManageParticipants
from app.communities.errors import (
    GuardianConsentMissing,
    MaybeSamePerson,
    NotAHousehold,
    ParticipantInactive,
    ResidenceClaimOpen,
    RevealsExhausted,
    SecondPersonNeeded,
)
from app.communities.models import ResidenceClaim
from app.communities.residence import endings, lists, review
from app.communities.residence import service as claims
from app.communities.residence.deps import (
    ResidenceClaimToDecide,
    ResidenceClaimToManage,
    ResidenceClaimToReview,
    StaffMayReviewResidenceSomewhere,
)
from app.communities.residence.schemas import (
    DeskResidenceClaim,
    ResidenceApproval,
    ResidenceClaimQuery,
    ResidenceClaimReview,
    StaffResidenceClaim,
    StaffResidenceClaimPage,
)
from app.communities.reveals.deps import RevealCounted
from app.communities.reveals.schemas import ParticipantContact, RevealContact
from app.communities.schemas import Witnessed
from app.identity.deps import IdempotentForAdmin
from app.identity.errors import ConsentRequired
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, replayed_while_there
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/residence-claims",
    tags=["residence"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)
unstored_router = Router(
    prefix="/residence-claims", tags=["residence"], dependencies=[RevealCounted]
)
"""Router of answers that are not stored for an Idempotency-Key, because they show what is
sealed."""


@router.post(
    "",
    status_code=201,
    response_model=ResidenceClaimReview,
    responses=problems(
        *(Forbidden, ParticipantInactive, UnknownReference, NotAHousehold, ResidenceClaimOpen),
        *(ConsentRequired, GuardianConsentMissing),
    ),
)
@replayed_while_there(ResidenceClaim)
async def submit_residence_claim(
    body: DeskResidenceClaim,
    staff: StaffMayManageParticipants,
    session: Session,
    response: Response,
) -> ResidenceClaimReview:
    """Submit a residence claim for a participant who has signed on paper. The rules are those of
    their own claim."""
    claim = await claims.submit(session, staff.community_id, body.acting(staff), body)
    community_path = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{community_path}/residence-claims/{claim.id}"
    return await review.show(session, claim, staff)


@router.get("", response_model=StaffResidenceClaimPage, responses=problems(Forbidden))
async def list_residence_claims(
    query: Annotated[ResidenceClaimQuery, Query()],
    staff: StaffMayReviewResidenceSomewhere,
    session: Session,
) -> Page[StaffResidenceClaim]:
    """List residence claims, oldest first. Names are masked; grid workers see claims to households
    in their places."""
    return await lists.list_for_staff(session, staff, query)


@router.get("/{claim_id}", response_model=ResidenceClaimReview, responses=problems(Forbidden))
async def get_residence_claim(
    claim: ResidenceClaimToReview, staff: CurrentStaff, session: Session
) -> ResidenceClaimReview:
    """Get a residence claim as its reviewer sees it, with the name masked: what the register says
    of household, name and phone number, others who may be the same person, and what the caller may
    do now."""
    return await review.show(session, claim, staff)


@router.post(
    "/{claim_id}/approve",
    response_model=ResidenceClaimReview,
    responses=problems(
        *(Forbidden, SecondPersonNeeded, ConsentRequired, MaybeSamePerson),
        ResidenceClaim.WRONG_STATE,
    ),
)
async def approve_residence_claim(
    claim: ResidenceClaimToDecide,
    staff: CurrentStaff,
    session: Session,
    body: ResidenceApproval | None = None,
) -> ResidenceClaimReview:
    """Approve a residence claim. The participant becomes a resident of the household, and a former
    residence ends. Nobody decides about their own claim, nor about one that they have entered.
    Where somebody else may be the same person, it takes `is_another_person`."""
    claim = await claims.approve(session, claim, body or ResidenceApproval(), by=staff)
    return await review.show(session, claim, staff)


@router.post(
    "/{claim_id}/reject",
    response_model=ResidenceClaimReview,
    responses=problems(Forbidden, SecondPersonNeeded, ResidenceClaim.WRONG_STATE),
)
async def reject_residence_claim(
    claim: ResidenceClaimToDecide, body: ReasonIn, staff: CurrentStaff, session: Session
) -> ResidenceClaimReview:
    """Reject a residence claim. The participant gets a message with the reason. Nobody decides
    about their own claim."""
    claim = await claims.reject(session, claim, body.reason, by=staff)
    return await review.show(session, claim, staff)


@router.post(
    "/{claim_id}/end",
    response_model=ResidenceClaimReview,
    responses=problems(Forbidden, SecondPersonNeeded, ResidenceClaim.WRONG_STATE),
)
async def end_residence_claim(
    claim: ResidenceClaimToDecide, body: ReasonIn, staff: CurrentStaff, session: Session
) -> ResidenceClaimReview:
    """End an approved residence claim of a participant who has moved away. They get a message with
    the reason. Nobody decides about their own claim, nor about one that they have entered."""
    claim = await endings.end_by_staff(session, claim, body.reason, by=staff)
    return await review.show(session, claim, staff)


@router.post(
    "/{claim_id}/withdraw",
    response_model=ResidenceClaimReview,
    responses=problems(Forbidden, ResidenceClaim.WRONG_STATE),
)
async def withdraw_residence_claim(
    claim: ResidenceClaimToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> ResidenceClaimReview:
    """Withdraw a residence claim at the desk, at the participant's request. They get a message."""
    claim = await claims.withdraw(session, claim, body.acting(staff))
    return await review.show(session, claim, staff)


@router.post(
    "/{claim_id}/renew",
    response_model=ResidenceClaimReview,
    responses=problems(Forbidden, ConsentRequired, ResidenceClaim.WRONG_STATE),
)
async def renew_residence_claim(
    claim: ResidenceClaimToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> ResidenceClaimReview:
    """Renew an approved residence claim at the desk, at the participant's request. It then lasts
    another 24 months."""
    claim = await claims.renew(session, claim, body.acting(staff))
    return await review.show(session, claim, staff)


@unstored_router.post(
    "/{claim_id}/reveal",
    response_model=ParticipantContact,
    responses=problems(Forbidden, RevealsExhausted),
)
async def reveal_residence_claim(
    claim: ResidenceClaimToReview, body: RevealContact, staff: CurrentStaff, session: Session
) -> ParticipantContact:
    """Reveal how to reach the person of a residence claim: the name and the household that they
    claim, their phone number, all for one reason. It is audited and told to the person, and counts
    once; the answer is not stored for an Idempotency-Key, so that a repeated request is another
    reveal."""
    return ParticipantContact.of(await claims.reveal_claimant(session, claim, body, by=staff))
