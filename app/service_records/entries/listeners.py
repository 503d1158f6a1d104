"""Listeners of service entries: a presence that has ended is recorded."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.jobs.listeners import Listener
from app.service_records.entries import messages, todo
from app.service_records.entries.recording import record_presence
from app.service_records.events import AttendanceLeft


async def record_entry(session: AsyncSession, community_id: UUID, event: AttendanceLeft) -> None:
    await record_presence(session, community_id, event.attendance_id, clock.now())


LISTENERS = (
    Listener("service_records.record_entry", AttendanceLeft, record_entry, carries_rule=True),
    *messages.LISTENERS,
    *todo.LISTENERS,
)
