"""Sweeps of service records: reminders."""

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.sweeps import Key, Sweep
from app.service_records.reminders import DAY_BEFORE, HOURS_BEFORE, due_reminders, remind


async def remind_day_before(session: AsyncSession, key: Key, now: datetime) -> None:
    await remind(session, DAY_BEFORE, key, now)


async def remind_hours_before(session: AsyncSession, key: Key, now: datetime) -> None:
    await remind(session, HOURS_BEFORE, key, now)


SWEEPS = (
    Sweep(
        "service_records.remind_day_before",
        timedelta(minutes=5),
        partial(due_reminders, DAY_BEFORE),
        remind_day_before,
    ),
    Sweep(
        "service_records.remind_hours_before",
        timedelta(minutes=5),
        partial(due_reminders, HOURS_BEFORE),
        remind_hours_before,
    ),
)
