"""/v1/communities/{community_id}: rewards, and the caller's own redemptions."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import ParticipantInactive
from app.identity.deps import IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Redemption
from app.service_records.points.errors import (
    BalanceTooLow,
    PointsDisabled,
    RewardLimitReached,
    RewardNotOffered,
    RewardSoldOut,
)
from app.service_records.rewards import service as rewards
from app.service_records.rewards import shown
from app.service_records.rewards.deps import OwnRedemption, RewardToRead
from app.service_records.rewards.schemas import (
    RedemptionOut,
    RedemptionPage,
    RedemptionQuery,
    RewardOut,
    RewardPage,
    RewardQuery,
)

router = Router(tags=["rewards"], route_class=IdempotentRoute, dependencies=[IdempotentForUser])


@router.get("/rewards", response_model=RewardPage)
async def list_rewards(
    me: AnyParticipant, query: Annotated[RewardQuery, Query()], session: Session
) -> Page[RewardOut]:
    """List rewards, oldest first. Without `status` those that are offered."""
    return await shown.list_rewards(session, me, query)


@router.get("/rewards/{reward_id}", response_model=RewardOut)
async def get_reward(reward: RewardToRead, me: AnyParticipant, session: Session) -> RewardOut:
    """Get a reward."""
    return await shown.show_reward(session, reward, me)


@router.post(
    "/rewards/{reward_id}/redemptions",
    status_code=201,
    response_model=RedemptionOut,
    responses=problems(
        *(ParticipantInactive, PointsDisabled, RewardNotOffered, RewardSoldOut),
        *(RewardLimitReached, BalanceTooLow),
    ),
)
async def redeem_reward(
    reward: RewardToRead, me: ActiveParticipant, session: Session, response: Response
) -> RedemptionOut:
    """Redeem a reward. Its points are paid and one of its stock is mine at once; I collect it at
    the desk, and may cancel until then."""
    redemption = await rewards.redeem(session, reward, ActingFor.participant(me))
    response.headers["Location"] = f"/v1/communities/{me.community_id}/redemptions/{redemption.id}"
    return await shown.show_mine(session, redemption)


@router.get("/redemptions/me", response_model=RedemptionPage)
async def list_my_redemptions(
    me: AnyParticipant, query: Annotated[RedemptionQuery, Query()], session: Session
) -> Page[RedemptionOut]:
    """List my redemptions, newest first."""
    return await shown.list_mine(session, me, query)


@router.get("/redemptions/{redemption_id}", response_model=RedemptionOut)
async def get_redemption(redemption: OwnRedemption, session: Session) -> RedemptionOut:
    """Get one of my redemptions."""
    return await shown.show_mine(session, redemption)


@router.post(
    "/redemptions/{redemption_id}/cancel",
    response_model=RedemptionOut,
    responses=problems(Redemption.WRONG_STATE),
)
async def cancel_redemption(
    redemption: OwnRedemption, me: AnyParticipant, session: Session
) -> RedemptionOut:
    """Cancel my redemption before I have collected it. My points come back."""
    await rewards.cancel(session, redemption, ActingFor.participant(me))
    return await shown.show_mine(session, redemption)
