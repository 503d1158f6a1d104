"""Events of service records."""

from uuid import UUID

from app.kernel.jobs.events import Event


class AttendanceLeft(Event):
    """A presence has ended: by a check-out, by the end of the occasion, or because an absence was
    corrected."""

    kind = "service_records.attendance_left"
    attendance_id: UUID
