"""Rewards and redemptions as residents and staff see them."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate, paginate_rows
from app.service_records.models import Redemption, RedemptionStatus, Reward
from app.service_records.points.ledger import balance_of, settings_of
from app.service_records.rewards.schemas import (
    RedemptionOut,
    RedemptionQuery,
    RewardOut,
    RewardQuery,
    StaffRedemption,
    StaffReward,
)


async def list_rewards(
    session: AsyncSession, me: Participant, query: RewardQuery
) -> Page[RewardOut]:
    """Lists rewards, oldest first, with what the person can redeem now."""
    statement = select(Reward).filter_by(community_id=me.community_id, status=query.status)
    page = await paginate(session, statement, query, oldest_first(Reward.id))
    points = await _points(session, me)
    return page.with_items([_reward(reward, points) for reward in page.items])


async def show_reward(session: AsyncSession, reward: Reward, me: Participant) -> RewardOut:
    return _reward(reward, await _points(session, me))


async def _points(session: AsyncSession, me: Participant) -> int:
    """Returns what the person can spend now; nought where points are off, or they are not
    active."""
    settings = await settings_of(session, me.community_id)
    if not settings.is_enabled or not me.is_active:
        return 0
    return await balance_of(session, me.community_id, me.id)


def _reward(reward: Reward, points: int) -> RewardOut:
    may = reward.is_on_offer(clock.now()) and reward.has_room and reward.cost <= points
    return RewardOut(
        **_common(reward),
        actions=["redemptions"] if may else [],
    )


def _common(reward: Reward) -> dict[str, Any]:
    return {
        "id": reward.id,
        "title": reward.title,
        "description": reward.description,
        "cost": reward.cost,
        "remaining": reward.remaining,
        "limit_per_person": reward.limit_per_person,
        "opens_at": reward.opens_at,
        "closes_at": reward.closes_at,
        "status": reward.status,
    }


def show_reward_to_staff(reward: Reward) -> StaffReward:
    is_open = bool(reward.actions({"close"}))
    return StaffReward(
        **_common(reward),
        capacity=reward.capacity,
        taken=reward.taken,
        version=reward.version,
        actions=["revise", "redemptions", "close"] if is_open else [],
    )


async def list_rewards_for_staff(
    session: AsyncSession, staff: Staff, query: RewardQuery
) -> Page[StaffReward]:
    statement = select(Reward).filter_by(community_id=staff.community_id, status=query.status)
    page = await paginate(session, statement, query, oldest_first(Reward.id), counts=True)
    return page.with_items([show_reward_to_staff(reward) for reward in page.items])


def _redemptions(community_id: UUID, status: RedemptionStatus | None) -> Select[Redemption, Reward]:
    statement = (
        select(Redemption, Reward)
        .join(
            Reward,
            (Reward.community_id == community_id) & (Reward.id == Redemption.reward_id),
        )
        .where(Redemption.community_id == community_id)
    )
    return statement if status is None else statement.where(Redemption.status == status)


async def list_mine(
    session: AsyncSession, me: Participant, query: RedemptionQuery
) -> Page[RedemptionOut]:
    """Lists a person's redemptions, newest first."""
    statement = _redemptions(me.community_id, query.status).where(
        Redemption.participant_id == me.id
    )
    page = await paginate_rows(session, statement, query, newest_first(Redemption.id))
    return page.with_items([_mine(redemption, reward) for redemption, reward in page.items])


async def show_mine(session: AsyncSession, redemption: Redemption) -> RedemptionOut:
    reward = await get_row(session, Reward, redemption.community_id, redemption.reward_id)
    return _mine(redemption, reward)


def _mine(redemption: Redemption, reward: Reward) -> RedemptionOut:
    return RedemptionOut(**_fields(redemption, reward), actions=redemption.actions({"cancel"}))


def _fields(redemption: Redemption, reward: Reward) -> dict[str, Any]:
    return {
        "id": redemption.id,
        "reward_id": reward.id,
        "reward_title": reward.title,
        "cost": redemption.cost,
        "status": redemption.status,
        "requested_at": redemption.requested_at,
        "fulfilled_at": redemption.fulfilled_at,
        "cancelled_at": redemption.cancelled_at,
        "reason": redemption.reason,
    }


async def list_for_staff(
    session: AsyncSession, staff: Staff, query: RedemptionQuery
) -> Page[StaffRedemption]:
    """Lists redemptions, oldest first, with who has redeemed."""
    statement = (
        _redemptions(staff.community_id, query.status)
        .add_columns(Participant)
        .join(
            Participant,
            (Participant.community_id == staff.community_id)
            & (Participant.id == Redemption.participant_id),
        )
    )
    page = await paginate_rows(session, statement, query, oldest_first(Redemption.id), counts=True)
    themselves = await same_person_as(session, staff.id)
    return page.with_items([_for_staff(row[0], row[1], row[2], themselves) for row in page.items])


async def show_to_staff(
    session: AsyncSession, redemption: Redemption, staff: Staff
) -> StaffRedemption:
    community_id = redemption.community_id
    reward = await get_row(session, Reward, community_id, redemption.reward_id)
    person = await get_row(session, Participant, community_id, redemption.participant_id)
    return _for_staff(redemption, reward, person, await same_person_as(session, staff.id))


def _for_staff(
    redemption: Redemption, reward: Reward, person: Participant, themselves: Collection[UUID]
) -> StaffRedemption:
    verbs = {"cancel"} if person.user_id in themselves else {"fulfil", "cancel"}
    return StaffRedemption(
        **_fields(redemption, reward),
        actions=redemption.actions(verbs),
        participant_id=person.id,
        display_name=person.display_name,
        channel=redemption.channel,
    )
