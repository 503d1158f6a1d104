"""/v1/communities/{community_id}: the caller's own post claims."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import AnyParticipant
from app.communities.errors import NotAParticipant, ParticipantInactive
from app.double_reporting.errors import (
    AdultsOnly,
    GuardianNeeded,
    PostChanged,
    PostClaimed,
    PostClosed,
    PostFull,
    ResidentsOnly,
)
from app.double_reporting.models import PostClaim
from app.double_reporting.post_claims import service as claims
from app.double_reporting.post_claims import shown
from app.double_reporting.post_claims.deps import OwnPostClaim
from app.double_reporting.post_claims.hot import CLAIM_POST
from app.double_reporting.post_claims.rules import ClaimPostCommand
from app.double_reporting.post_claims.schemas import (
    MyPostClaim,
    MyPostClaimPage,
    PostApplication,
    PostClaimOut,
    PostClaimQuery,
)
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel import clock
from app.kernel.database.idempotency import KeyReused
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute, RequiredKey, response_of
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

hot_router = Router(tags=["posts"], route_class=HotRoute)
router = Router(
    prefix="/claims", tags=["posts"], route_class=IdempotentRoute, dependencies=[IdempotentForUser]
)


@hot_router.post(
    "/posts/{post_id}/claims",
    status_code=201,
    response_model=PostClaimOut,
    responses=problems(
        *(NotAParticipant, ParticipantInactive, ResidentsOnly),
        *(PostClosed, PostClaimed, PostFull, KeyReused, AdultsOnly, PostChanged),
        GuardianNeeded,
    ),
)
async def apply_for_post(
    community_id: UUID,
    post_id: UUID,
    body: PostApplication,
    user: CurrentUser,
    key: RequiredKey,
    lane: HotLane,
) -> Response:
    """Apply for a post. Verified residents of the community may, whether they are Party members or
    not. A place is reserved for me from then on, and a rejection frees it; an approved claim is
    shown for 3 days, without my name, before service begins."""
    command = ClaimPostCommand(post_id, ActingFor.oneself(user), clock.now(), key, body.version)
    return response_of(await lane.submit(CLAIM_POST.serve_many, community_id, user, command))


@router.get("/me", response_model=MyPostClaimPage)
async def list_my_post_claims(
    me: AnyParticipant, query: Annotated[PostClaimQuery, Query()], session: Session
) -> Page[MyPostClaim]:
    """List my post claims in this community, newest first. Each has its post."""
    return await shown.list_mine(session, me, query)


@router.get("/{claim_id}", response_model=MyPostClaim)
async def get_post_claim(claim: OwnPostClaim, session: Session) -> MyPostClaim:
    """Get one of my post claims, with its post."""
    return await shown.show_mine(session, claim)


@router.post(
    "/{claim_id}/withdraw", response_model=MyPostClaim, responses=problems(PostClaim.WRONG_STATE)
)
async def withdraw_post_claim(
    claim: OwnPostClaim, me: AnyParticipant, session: Session
) -> MyPostClaim:
    """Withdraw my post claim. This is possible until service begins; the place is free again."""
    return await shown.show_mine(
        session, await claims.withdraw(session, claim, ActingFor.participant(me))
    )


@router.post(
    "/{claim_id}/ask-to-leave",
    response_model=MyPostClaim,
    responses=problems(PostClaim.WRONG_STATE),
)
async def ask_to_leave_post(
    claim: OwnPostClaim, body: ReasonIn, me: AnyParticipant, session: Session
) -> MyPostClaim:
    """Ask to leave a post on which I serve, with a reason. Staff decide; until then my place is
    kept, and I may stay."""
    return await shown.show_mine(
        session, await claims.ask_to_leave(session, claim, body.reason, ActingFor.participant(me))
    )


@router.post(
    "/{claim_id}/stay", response_model=MyPostClaim, responses=problems(PostClaim.WRONG_STATE)
)
async def stay_on_post(claim: OwnPostClaim, me: AnyParticipant, session: Session) -> MyPostClaim:
    """Stay on a post that I have asked to leave. It is possible until that is decided."""
    return await shown.show_mine(
        session, await claims.stay(session, claim, ActingFor.participant(me))
    )
