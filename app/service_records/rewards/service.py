"""Rewards, and their redemption in one transaction: the person's account is locked first, then the
reward, whose lock counts the stock."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant, record_desk_act
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.service_records.models import (
    Redemption,
    RedemptionStatus,
    Reward,
    RewardStatus,
    TransferKind,
)
from app.service_records.points.errors import (
    BalanceTooLow,
    PointsDisabled,
    RewardLimitReached,
    RewardNotOffered,
    RewardSoldOut,
)
from app.service_records.points.events import RedemptionChanged
from app.service_records.points.ledger import (
    Movement,
    expiry_of,
    locked_account,
    move,
    settings_of,
)
from app.service_records.rewards.schemas import RewardIn


async def add(session: AsyncSession, body: RewardIn, *, by: Staff) -> Reward:
    reward = Reward(
        community_id=by.community_id,
        **body.model_dump(),
        taken=0,
        status=RewardStatus.OPEN,
        version=1,
    )
    session.add(reward)
    record(session, by, "reward.added", reward)
    return reward


async def revise(
    session: AsyncSession, reward: Reward, body: RewardIn, tag: str, *, by: Staff
) -> Reward:
    """Replaces the fields of a reward. Raises CapacityTaken for a stock below what is redeemed."""
    await lock(session, reward)
    require_version(reward, tag)
    reward.require("close")
    values = body.model_dump()
    reward.resize(values.pop("capacity"))
    for name, value in values.items():
        setattr(reward, name, value)
    reward.version += 1
    record(session, by, "reward.revised", reward)
    return reward


async def close(session: AsyncSession, reward: Reward, *, by: Staff) -> Reward:
    """Ends the offer. What is redeemed already can still be collected."""
    await lock(session, reward)
    reward.close()
    record(session, by, "reward.closed", reward)
    return reward


async def redeem(session: AsyncSession, reward: Reward, acting: ActingFor) -> Redemption:
    """Pays the points of a reward and takes one of its stock. Raises PointsDisabled,
    RewardNotOffered, RewardSoldOut, RewardLimitReached and BalanceTooLow."""
    community_id = reward.community_id
    if not (await settings_of(session, community_id)).is_enabled:
        raise PointsDisabled
    person = await load_active_participant(session, community_id, acting)
    _require_offered(reward, clock.now())  # Who comes too late does not wait in line.
    account = await locked_account(session, community_id, person.id)
    await lock(session, reward)
    now = clock.now()
    _require_offered(reward, now)
    await _require_within_limit(session, reward, person)
    balance = account.balance or 0
    if reward.cost > balance:
        raise BalanceTooLow(balance=balance, cost=reward.cost)
    redemption = Redemption(
        community_id=community_id,
        participant_id=person.id,
        reward_id=reward.id,
        cost=reward.cost,
        status=RedemptionStatus.REQUESTED,
        requested_at=now,
        **acting.columns,
    )
    session.add(redemption)
    reward.take()
    movement = Movement(TransferKind.REDEEM, reward.cost, redemption.id, reward.title)
    await move(session, account, movement)
    _changed(session, redemption)
    record_desk_act(session, community_id, acting, "redemption.requested", redemption)
    return redemption


def _require_offered(reward: Reward, now: datetime) -> None:
    if not reward.is_on_offer(now):
        raise RewardNotOffered(opens_at=reward.opens_at, closes_at=reward.closes_at)
    if not reward.has_room:
        raise RewardSoldOut


async def _require_within_limit(session: AsyncSession, reward: Reward, person: Participant) -> None:
    if reward.limit_per_person is None:
        return
    count = select(func.count()).where(
        Redemption.community_id == reward.community_id,
        Redemption.reward_id == reward.id,
        Redemption.participant_id == person.id,
        Redemption.status != RedemptionStatus.CANCELLED,
    )
    if (await session.scalar(count) or 0) >= reward.limit_per_person:
        raise RewardLimitReached(most=reward.limit_per_person)


async def fulfil(session: AsyncSession, redemption: Redemption, *, by: Staff) -> Redemption:
    """Notes that the reward was handed over. Nobody does it for themselves."""
    person = await get_row(session, Participant, redemption.community_id, redemption.participant_id)
    await lock(session, redemption)
    redemption.require("fulfil")
    if person.user_id is not None:
        await require_not_entered_by(session, person.user_id, by.id)
    redemption.fulfil(by.id, clock.now())
    _changed(session, redemption, is_by_staff=True)
    record(session, by, "redemption.fulfilled", redemption, redemption.participant_id)
    return redemption


async def cancel(
    session: AsyncSession, redemption: Redemption, acting: ActingFor, reason: str | None = None
) -> Redemption:
    """Cancels a redemption: points and stock come back. Points that come back expire as if they
    were granted now."""
    community_id = redemption.community_id
    reward = await get_row(session, Reward, community_id, redemption.reward_id)
    account = await locked_account(session, community_id, redemption.participant_id)
    await lock(session, reward, redemption)
    redemption.cancel(clock.now(), reason)
    reward.give_back()
    settings = await settings_of(session, community_id)
    movement = Movement(TransferKind.GIVE_BACK, redemption.cost, redemption.id, reward.title)
    await move(session, account, movement, expires_at=expiry_of(settings))
    _changed(session, redemption, is_by_staff=acting.is_at_desk)
    record_desk_act(
        session, community_id, acting, "redemption.cancelled", redemption, has_message=True
    )
    return redemption


def _changed(session: AsyncSession, redemption: Redemption, *, is_by_staff: bool = False) -> None:
    event = RedemptionChanged(
        redemption_id=redemption.id, status=redemption.status, is_by_staff=is_by_staff
    )
    emit(session, redemption.community_id, event)
