"""Duties of staff: rewards to hand over, and points of reversed entries that were spent already."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.service_records.models import PointDebt, Redemption, RedemptionStatus, Reward
from app.service_records.points.events import DebtNoted, DebtWasSettled, RedemptionChanged
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_columns

HAND_OVER_WITHIN = timedelta(days=14)
SETTLE_WITHIN = timedelta(days=30)


def redemptions_to_fulfil(_now: datetime) -> Select[Any]:
    columns = waiting_columns(
        Redemption.community_id,
        Redemption.id,
        since=Redemption.requested_at,
        due_at=Redemption.requested_at + HAND_OVER_WITHIN,
        name=Reward.title,
        entered_by=Redemption.entered_by,
        not_for=Participant.user_id,
    )
    return (
        select(*columns)
        .select_from(Redemption)
        .join(
            Reward,
            (Reward.community_id == Redemption.community_id) & (Reward.id == Redemption.reward_id),
        )
        .join(
            Participant,
            (Participant.community_id == Redemption.community_id)
            & (Participant.id == Redemption.participant_id),
        )
        .where(Redemption.status == RedemptionStatus.REQUESTED)
    )


def debts_to_settle(_now: datetime) -> Select[Any]:
    columns = waiting_columns(
        PointDebt.community_id,
        PointDebt.id,
        since=PointDebt.noted_at,
        due_at=PointDebt.noted_at + SETTLE_WITHIN,
        not_for=Participant.user_id,
    )
    return (
        select(*columns)
        .select_from(PointDebt)
        .join(
            Participant,
            (Participant.community_id == PointDebt.community_id)
            & (Participant.id == PointDebt.participant_id),
        )
        .where(PointDebt.settled_at.is_(None))
    )


REDEMPTION = Todo(
    kind="service_records.redemption",
    title=Text("待领取的兑换品", "Rewards to hand over"),
    body=Text(
        "{community}有人兑换了“{name}”，请在{due_at}前办理领取。",
        "Somebody has redeemed “{name}” in {community}: please hand it over by {due_at}.",
    ),
    subject=StaffSubjectKind.REDEMPTION,
    permission="reward:manage",
    waiting=redemptions_to_fulfil,
)
DEBT = Todo(
    kind="service_records.point_debt",
    title=Text("待处理的积分差额", "Points to settle"),
    body=Text(
        "{community}有一条服务记录冲正时积分已兑换，请在{due_at}前与当事人处理差额。",
        "A reversed entry in {community} had its points spent already: please settle it with the"
        " person by {due_at}.",
    ),
    subject=StaffSubjectKind.POINT_DEBT,
    permission="reward:manage",
    waiting=debts_to_settle,
)


async def follow_redemption(
    session: AsyncSession, community_id: UUID, event: RedemptionChanged
) -> None:
    await follow_duty(session, community_id, REDEMPTION, event.redemption_id)


async def follow_debt(
    session: AsyncSession, community_id: UUID, event: DebtNoted | DebtWasSettled
) -> None:
    await follow_duty(session, community_id, DEBT, event.debt_id)


TODOS = (REDEMPTION, DEBT)
LISTENERS = (
    Listener("service_records.follow_redemption", RedemptionChanged, follow_redemption),
    Listener("service_records.follow_point_debt", DebtNoted, follow_debt),
    Listener("service_records.follow_point_debt", DebtWasSettled, follow_debt),
)
