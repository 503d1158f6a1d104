"""/admin/v1/communities/{community_id}: rewards and redemptions."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive, SecondPersonNeeded
from app.identity.deps import IdempotentForAdmin
from app.kernel.database.capacity import CapacityTaken
from app.kernel.errors import UnknownReference
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.models import Redemption, Reward
from app.service_records.points.errors import (
    BalanceTooLow,
    PointsDisabled,
    RewardLimitReached,
    RewardNotOffered,
    RewardSoldOut,
)
from app.service_records.rewards import service as rewards
from app.service_records.rewards import shown
from app.service_records.rewards.deps import (
    RedemptionToManage,
    RewardToManage,
    StaffMayManageRewards,
)
from app.service_records.rewards.schemas import (
    CancelIn,
    DeskRedemption,
    RedemptionQuery,
    RewardIn,
    RewardQuery,
    StaffRedemption,
    StaffRedemptionPage,
    StaffReward,
    StaffRewardPage,
)

router = Router(tags=["rewards"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin])


@router.get("/rewards", response_model=StaffRewardPage)
async def list_rewards(
    staff: StaffMayManageRewards, query: Annotated[RewardQuery, Query()], session: Session
) -> Page[StaffReward]:
    """List rewards, oldest first. Without `status` those that are offered."""
    return await shown.list_rewards_for_staff(session, staff, query)


@router.post("/rewards", status_code=201, response_model=StaffReward)
async def add_reward(
    staff: StaffMayManageRewards, body: RewardIn, session: Session, response: Response
) -> StaffReward:
    """Offer a reward for points."""
    reward = await rewards.add(session, body, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/rewards/{reward.id}"
    response.headers["ETag"] = etag(reward)
    return shown.show_reward_to_staff(reward)


@router.get("/rewards/{reward_id}", response_model=StaffReward)
async def get_reward(reward: RewardToManage, response: Response) -> StaffReward:
    """Get a reward. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(reward)
    return shown.show_reward_to_staff(reward)


@router.put(
    "/rewards/{reward_id}",
    response_model=StaffReward,
    responses=problems(VersionMissing, VersionStale, CapacityTaken, Reward.WRONG_STATE),
)
async def revise_reward(
    reward: RewardToManage,
    body: RewardIn,
    tag: IfMatch,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffReward:
    """Replace the fields of a reward. What is redeemed already keeps its cost."""
    await rewards.revise(session, reward, body, tag, by=staff)
    response.headers["ETag"] = etag(reward)
    return shown.show_reward_to_staff(reward)


@router.post(
    "/rewards/{reward_id}/close", response_model=StaffReward, responses=problems(Reward.WRONG_STATE)
)
async def close_reward(
    reward: RewardToManage, staff: CurrentStaff, session: Session, response: Response
) -> StaffReward:
    """Close a reward. What is redeemed already can still be collected."""
    await rewards.close(session, reward, by=staff)
    response.headers["ETag"] = etag(reward)
    return shown.show_reward_to_staff(reward)


@router.post(
    "/rewards/{reward_id}/redemptions",
    status_code=201,
    response_model=StaffRedemption,
    responses=problems(
        *(UnknownReference, ParticipantInactive, PointsDisabled, RewardNotOffered, RewardSoldOut),
        *(RewardLimitReached, BalanceTooLow),
    ),
)
async def redeem_reward(
    reward: RewardToManage,
    body: DeskRedemption,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffRedemption:
    """Redeem a reward for a resident who asks for it at the desk, by the resident's rules."""
    redemption = await rewards.redeem(session, reward, body.acting(staff))
    response.headers["Location"] = (
        f"/admin/v1/communities/{staff.community_id}/redemptions/{redemption.id}"
    )
    return await shown.show_to_staff(session, redemption, staff)


@router.get("/redemptions", response_model=StaffRedemptionPage)
async def list_redemptions(
    staff: StaffMayManageRewards, query: Annotated[RedemptionQuery, Query()], session: Session
) -> Page[StaffRedemption]:
    """List redemptions, oldest first; `status=requested` for those to hand over."""
    return await shown.list_for_staff(session, staff, query)


@router.get("/redemptions/{redemption_id}", response_model=StaffRedemption)
async def get_redemption(
    redemption: RedemptionToManage, staff: CurrentStaff, session: Session
) -> StaffRedemption:
    """Get a redemption."""
    return await shown.show_to_staff(session, redemption, staff)


@router.post(
    "/redemptions/{redemption_id}/fulfil",
    response_model=StaffRedemption,
    responses=problems(Redemption.WRONG_STATE, SecondPersonNeeded),
)
async def fulfil_redemption(
    redemption: RedemptionToManage, staff: CurrentStaff, session: Session
) -> StaffRedemption:
    """Note that a reward was handed over. Nobody hands one to themselves."""
    await rewards.fulfil(session, redemption, by=staff)
    return await shown.show_to_staff(session, redemption, staff)


@router.post(
    "/redemptions/{redemption_id}/cancel",
    response_model=StaffRedemption,
    responses=problems(Redemption.WRONG_STATE),
)
async def cancel_redemption(
    redemption: RedemptionToManage, body: CancelIn, staff: CurrentStaff, session: Session
) -> StaffRedemption:
    """Cancel a redemption at the desk. The points come back to the person, who gets a message."""
    await rewards.cancel(session, redemption, body.acting(staff), body.reason)
    return await shown.show_to_staff(session, redemption, staff)
