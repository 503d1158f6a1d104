"""Points and rewards that tests start from, and the sums that always hold."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import (
    PointAccount,
    PointSettings,
    PointTransfer,
    Redemption,
    RedemptionStatus,
    Reward,
    RewardStatus,
)
from app.service_records.points.ledger import grant
from tests.factories import saved


async def points_on(database: Database, community: UUID, **columns: Any) -> None:
    values = {"is_enabled": True, "points_per_hour": 10, "version": 1} | columns
    async with database.transaction() as session:
        await session.merge(PointSettings(community_id=community, id=community, **values))


async def granted(database: Database, who: Participant, points: int) -> None:
    """Grants the points of as many minutes, at ten an hour."""
    async with database.transaction() as session:
        await grant(
            session,
            who.community_id,
            who.id,
            minutes=points * 6,
            entry_id=uuid4(),
            title="清扫楼道",
        )


async def a_reward(database: Database, community: UUID, **columns: Any) -> Reward:
    values: dict[str, Any] = {
        "title": "洗衣液一瓶",
        "description": "",
        "cost": 20,
        "capacity": 5,
        "taken": 0,
        "opens_at": clock.now() - timedelta(days=1),
        "status": RewardStatus.OPEN,
        "version": 1,
    }
    return await saved(database, Reward(community_id=community, **values | columns))


async def balance_of(database: Database, who: Participant) -> int:
    async with database.transaction() as session:
        query = select(PointAccount.balance).filter_by(
            community_id=who.community_id, participant_id=who.id
        )
        return await session.scalar(query) or 0


async def require_sums(database: Database, community: UUID) -> None:
    """Each balance is the sum of what moved, none is negative, each redemption that is not
    cancelled has one of the stock, and no cause moved points twice."""
    async with database.transaction() as session:
        here = {"community_id": community}
        accounts = (await session.scalars(select(PointAccount).filter_by(**here))).all()
        transfers = (await session.scalars(select(PointTransfer).filter_by(**here))).all()
        rewards = (await session.scalars(select(Reward).filter_by(**here))).all()
        redemptions = (await session.scalars(select(Redemption).filter_by(**here))).all()
    for account in accounts:
        if account.balance is not None:
            came = sum(one.amount for one in transfers if one.to_account_id == account.id)
            went = sum(one.amount for one in transfers if one.from_account_id == account.id)
            assert account.balance == came - went >= 0
    assert len({(one.kind, one.cause_id) for one in transfers}) == len(transfers)
    for reward in rewards:
        live = [
            one
            for one in redemptions
            if one.reward_id == reward.id and one.status is not RedemptionStatus.CANCELLED
        ]
        assert reward.taken == len(live) <= reward.capacity
