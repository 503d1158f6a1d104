"""Sweeps of check-ins: what nobody has checked out ends with its occasion, and who was near is
forgotten after a year."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.service_records.check_ins.queries import (
    erase_positions,
    occasions_to_close,
    occasions_with_positions,
)
from app.service_records.check_ins.service import close
from app.service_records.models import Occasion


async def close_occasion(session: AsyncSession, key: Key, now: datetime) -> None:
    await close(session, await get_row(session, Occasion, *key), now)


POSITIONS_KEPT_FOR = timedelta(days=366)
"""The consent says: deleted when a full year has passed since the end."""


def positions_due(now: datetime) -> DueRows:
    return occasions_with_positions(now - POSITIONS_KEPT_FOR)


async def forget_positions(session: AsyncSession, key: Key, _now: datetime) -> None:
    await erase_positions(session, *key)


SWEEPS = (
    Sweep("service_records.forget_positions", timedelta(hours=12), positions_due, forget_positions),
    Sweep(
        "service_records.close_presences",
        timedelta(minutes=1),
        occasions_to_close,
        close_occasion,
    ),
)
