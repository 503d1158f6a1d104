"""Sweep of points: what is left of a grant expires."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.service_records.models import PointTransfer
from app.service_records.points.ledger import expire


def grants_to_expire(now: datetime) -> DueRows:
    return select(PointTransfer.community_id, PointTransfer.id, PointTransfer.expires_at).where(
        PointTransfer.expires_at <= now, PointTransfer.settled_at.is_(None)
    )


async def expire_grant(session: AsyncSession, key: Key, now: datetime) -> None:
    await expire(session, await get_row(session, PointTransfer, *key), now)


SWEEPS = (
    Sweep("service_records.expire_points", timedelta(hours=1), grants_to_expire, expire_grant),
)
