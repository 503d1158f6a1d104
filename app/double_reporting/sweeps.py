"""Sweeps of double reporting: posts close, service begins and is completed, duties are
planned and end, and registrations without a residence end."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.duties.planning import (
    PLANNED_AHEAD,
    end_day,
    fill,
    plan_post,
    plan_service_day,
)
from app.double_reporting.duties.queries import (
    days_over,
    days_to_fill,
    posts_to_plan,
    service_days_to_plan,
)
from app.double_reporting.members.residence import communities_to_look_at, look_at_residences
from app.double_reporting.models import DutyDay, Post, PostClaim, ServiceDay
from app.double_reporting.post_claims.queries import claims_to_complete, claims_to_start
from app.double_reporting.post_claims.service import complete_when_over, start
from app.double_reporting.posts.queries import posts_to_close
from app.double_reporting.posts.service import close_when_over
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key, Sweep


async def close_post(session: AsyncSession, key: Key, now: datetime) -> None:
    await close_when_over(session, await get_row(session, Post, *key), now)


async def start_service(session: AsyncSession, key: Key, now: datetime) -> None:
    await start(session, await get_row(session, PostClaim, *key), now)


async def complete_service(session: AsyncSession, key: Key, now: datetime) -> None:
    await complete_when_over(session, await get_row(session, PostClaim, *key), now)


def unplanned_posts(now: datetime) -> DueRows:
    return posts_to_plan(now, PLANNED_AHEAD)


async def plan_dates_of_post(session: AsyncSession, key: Key, now: datetime) -> None:
    await plan_post(session, await get_row(session, Post, *key), now)


def unplanned_service_days(now: datetime) -> DueRows:
    return service_days_to_plan(now, PLANNED_AHEAD)


async def plan_dates_of_service_day(session: AsyncSession, key: Key, now: datetime) -> None:
    await plan_service_day(session, await get_row(session, ServiceDay, *key), now)


async def fill_day(session: AsyncSession, key: Key, now: datetime) -> None:
    await fill(session, await get_row(session, DutyDay, *key), now)


async def end_duty_day(session: AsyncSession, key: Key, now: datetime) -> None:
    await end_day(session, await get_row(session, DutyDay, *key), now)


A_MINUTE = timedelta(minutes=1)
SWEEPS = (
    Sweep("double_reporting.close_posts", timedelta(minutes=1), posts_to_close, close_post),
    Sweep("double_reporting.start_service", timedelta(minutes=1), claims_to_start, start_service),
    Sweep(
        "double_reporting.complete_service",
        timedelta(minutes=10),
        claims_to_complete,
        complete_service,
    ),
    Sweep("double_reporting.plan_posts", A_MINUTE, unplanned_posts, plan_dates_of_post),
    Sweep(
        "double_reporting.plan_service_days",
        A_MINUTE,
        unplanned_service_days,
        plan_dates_of_service_day,
    ),
    Sweep("double_reporting.fill_duty_days", A_MINUTE, days_to_fill, fill_day),
    Sweep("double_reporting.end_duty_days", A_MINUTE, days_over, end_duty_day),
    Sweep(
        "double_reporting.residences",
        timedelta(days=1),
        communities_to_look_at,
        look_at_residences,
    ),
)
