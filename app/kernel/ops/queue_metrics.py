"""How deep things stand: events that wait, how long the oldest has, when each sweep last ran."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.events import EventRow
from app.kernel.jobs.sweeps import SweepRun
from app.kernel.metrics import QueueMetrics


async def depths(session: AsyncSession, now: datetime) -> QueueMetrics:
    """Reads over all communities; nobody waits for them."""
    of_events = select(func.count(), func.min(EventRow.due_at)).where(EventRow.settled_at.is_(None))
    of_sweeps = select(SweepRun.name, func.max(SweepRun.slot_at)).group_by(SweepRun.name)
    many, oldest = (await session.execute(of_events)).one()
    found: dict[str, float] = {
        "linli_events_open": many,
        "linli_inbox_lag_seconds": max(0.0, (now - (oldest or now)).total_seconds()),
    }
    for name, slot_at in await session.execute(of_sweeps):
        found[f"linli_sweep_last_run_seconds/{name}"] = slot_at.timestamp()
    return found
