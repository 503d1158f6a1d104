"""What time does in double reporting: posts close, service begins and ends."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.models import Post, PostClaim
from app.double_reporting.post_claims import queries as claims
from app.double_reporting.post_claims.service import complete_when_over, start
from app.double_reporting.posts import queries as posts
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
    Sweep("double_reporting.close_posts", timedelta(minutes=1), posts.ending, close_post),
    Sweep("double_reporting.start_service", timedelta(minutes=1), claims.starting, start_service),
    Sweep(
        "double_reporting.complete_service", timedelta(minutes=10), claims.over, complete_service
    ),
)
