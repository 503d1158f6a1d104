"""Topics whose screening has not answered in time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.models import Topic
from app.consultations.topics.queries import overdue
from app.consultations.topics.service import notify_overdue
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep

PORTION = 200


async def find_overdue(session: AsyncSession, now: datetime) -> Sequence[Key]:
    query = (
        select(Topic.community_id, Topic.id)
        .where(overdue(now), Topic.overdue_notified_at.is_(None))
        .order_by(Topic.answer_due_at)
        .limit(PORTION)
    )
    return [(community_id, topic_id) for community_id, topic_id in await session.execute(query)]


async def run_overdue(session: AsyncSession, key: Key, now: datetime) -> None:
    await notify_overdue(session, await get_row(session, Topic, *key), now)


SWEEPS = (Sweep("consultations.overdue_topics", timedelta(minutes=10), find_overdue, run_overdue),)
