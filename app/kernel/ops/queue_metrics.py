"""Gauges of the queues: what waits and for how long, what was given up, when sweeps last ran, and
the heads of the audit's chains."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.events import EventRow
from app.kernel.jobs.failures import ListenerFailure
from app.kernel.jobs.sweeps import SweepFailure, SweepRun
from app.kernel.metrics import QueueMetrics
from app.kernel.ops.audit_state import audit_gauges, read_audit_state


async def read_queue_metrics(session: AsyncSession, now: datetime) -> QueueMetrics:
    """Reads over all communities; nobody waits for them."""
    events = select(func.count(), func.min(EventRow.due_at), func.count(EventRow.error)).where(
        EventRow.settled_at.is_(None)
    )
    failures = select(func.count(), func.count(ListenerFailure.given_up_at))
    rows = select(func.count()).select_from(SweepFailure)
    runs = select(SweepRun.name, func.max(SweepRun.slot_at)).group_by(SweepRun.name)
    waiting, oldest, unreadable = (await session.execute(events)).one()
    failed, given_up = (await session.execute(failures)).one()
    gauges: dict[str, float] = {
        "linli_events_open": waiting,
        "linli_events_unreadable": unreadable,
        "linli_inbox_lag_seconds": max(0.0, (now - (oldest or now)).total_seconds()),
        "linli_listeners_to_retry": failed - given_up,
        "linli_dead_letters": given_up,
        "linli_sweep_rows_failing": await session.scalar(rows) or 0,
    }
    for name, slot_at in await session.execute(runs):
        gauges[f"linli_sweep_last_run_seconds/{name}"] = slot_at.timestamp()
    return {**gauges, **audit_gauges(await read_audit_state(session))}
