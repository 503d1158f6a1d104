"""Sweeps of communities: residences expire."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import ResidenceClaim
from app.communities.residence.endings import expire
from app.communities.residence.queries import claims_to_expire
from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep


async def expire_claim(session: AsyncSession, key: Key, now: datetime) -> None:
    await expire(session, await get_row(session, ResidenceClaim, *key), now)


SWEEPS = (Sweep("communities.expire", timedelta(hours=1), claims_to_expire, expire_claim),)
