"""What time does in double reporting: posts close, service begins and ends."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.double_reporting.models import Post, PostClaim
from app.double_reporting.post_claims import queries as claims
from app.double_reporting.post_claims.service import complete_when_over, start
from app.double_reporting.posts import queries as posts
from app.double_reporting.posts.service import close_when_over
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep

PORTION = 200


async def find_ending(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return [(here, id_) for here, id_ in await session.execute(posts.ending(now, PORTION))]


async def close_post(session: AsyncSession, key: Key, now: datetime) -> None:
    await close_when_over(session, await get_row(session, Post, *key), now)


async def find_starting(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return [(here, id_) for here, id_ in await session.execute(claims.starting(now, PORTION))]


async def start_service(session: AsyncSession, key: Key, now: datetime) -> None:
    await start(session, await get_row(session, PostClaim, *key), now)


async def find_over(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return [(here, id_) for here, id_ in await session.execute(claims.over(now, PORTION))]


async def complete_service(session: AsyncSession, key: Key, now: datetime) -> None:
    await complete_when_over(session, await get_row(session, PostClaim, *key), now)


SWEEPS = (
    Sweep("double_reporting.close_posts", timedelta(minutes=1), find_ending, close_post),
    Sweep("double_reporting.start_service", timedelta(minutes=1), find_starting, start_service),
    Sweep("double_reporting.complete_service", timedelta(minutes=10), find_over, complete_service),
)
