"""Sweep of topics that screening has not answered in time."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.models import Topic
from app.consultations.topics.queries import overdue
from app.consultations.topics.service import notify_overdue
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key, Sweep


def overdue_topics(now: datetime) -> DueRows:
    return select(Topic.community_id, Topic.id, Topic.answer_due_at).where(
        overdue(now), Topic.overdue_notified_at.is_(None)
    )


async def run_overdue(session: AsyncSession, key: Key, now: datetime) -> None:
    await notify_overdue(session, await get_row(session, Topic, *key), now)


SWEEPS = (
    Sweep("consultations.overdue_topics", timedelta(minutes=10), overdue_topics, run_overdue),
)
