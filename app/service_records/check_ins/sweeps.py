"""Sweeps of check-ins: what nobody has checked out ends with its occasion."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep
from app.service_records.check_ins.queries import occasions_to_close
from app.service_records.check_ins.service import close
from app.service_records.models import Occasion


async def close_occasion(session: AsyncSession, key: Key, now: datetime) -> None:
    await close(session, await get_row(session, Occasion, *key), now)


SWEEPS = (
    Sweep(
        "service_records.close_presences",
        timedelta(minutes=1),
        occasions_to_close,
        close_occasion,
    ),
)
