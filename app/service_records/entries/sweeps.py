"""Sweeps of service entries: presences are recorded after their occasion, and entries confirmed
after their notice period."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import Key, Sweep
from app.service_records.entries.queries import entries_to_confirm, presences_to_record
from app.service_records.entries.recording import record_presence
from app.service_records.entries.service import confirm
from app.service_records.models import ServiceEntry


async def record_pending(session: AsyncSession, key: Key, now: datetime) -> None:
    await record_presence(session, *key, now)


async def confirm_entry(session: AsyncSession, key: Key, now: datetime) -> None:
    await confirm(session, await get_row(session, ServiceEntry, *key), now)


SWEEPS = (
    Sweep(
        "service_records.record_entries",
        timedelta(minutes=1),
        presences_to_record,
        record_pending,
    ),
    Sweep(
        "service_records.confirm_entries",
        timedelta(minutes=5),
        entries_to_confirm,
        confirm_entry,
    ),
)
