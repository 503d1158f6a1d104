"""Sweeps of double reporting: posts close, service begins and is completed, and registrations
without a residence end."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.members.residence import communities_to_look_at, look_at_residences
from app.double_reporting.models import Post, PostClaim
from app.double_reporting.post_claims.queries import claims_to_complete, claims_to_start
from app.double_reporting.post_claims.service import complete_when_over, start
from app.double_reporting.posts.queries import posts_to_close
from app.double_reporting.posts.service import close_when_over
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep


async def close_post(session: AsyncSession, key: Key, now: datetime) -> None:
    await close_when_over(session, await get_row(session, Post, *key), now)


async def start_service(session: AsyncSession, key: Key, now: datetime) -> None:
    await start(session, await get_row(session, PostClaim, *key), now)


async def complete_service(session: AsyncSession, key: Key, now: datetime) -> None:
    await complete_when_over(session, await get_row(session, PostClaim, *key), now)


SWEEPS = (
    Sweep("double_reporting.close_posts", timedelta(minutes=1), posts_to_close, close_post),
    Sweep("double_reporting.start_service", timedelta(minutes=1), claims_to_start, start_service),
    Sweep(
        "double_reporting.complete_service",
        timedelta(minutes=10),
        claims_to_complete,
        complete_service,
    ),
    Sweep(
        "double_reporting.residences",
        timedelta(days=1),
        communities_to_look_at,
        look_at_residences,
    ),
)
