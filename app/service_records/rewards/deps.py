"""Guards of rewards and redemptions."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import AnyParticipant, own_row, row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.web.dependencies import Session
from app.service_records.models import Redemption, Reward


async def reward_to_read(reward_id: UUID, me: AnyParticipant, session: Session) -> Reward:
    """Returns a reward to people of the community."""
    return await get_row(session, Reward, me.community_id, reward_id)


def may_manage_reward(staff: Staff, _reward: Reward) -> bool:
    return staff.may("reward:manage")


def may_manage_redemption(staff: Staff, _redemption: Redemption) -> bool:
    return staff.may("reward:manage")


RewardToRead = Annotated[Reward, Depends(reward_to_read)]
RewardToManage = Annotated[Reward, Depends(row_for_staff(Reward, "reward_id", may_manage_reward))]
OwnRedemption = Annotated[Redemption, Depends(own_row(Redemption, "redemption_id"))]
RedemptionToManage = Annotated[
    Redemption, Depends(row_for_staff(Redemption, "redemption_id", may_manage_redemption))
]
StaffMayManageRewards = Annotated[Staff, Depends(staff_who_may("reward:manage"))]
