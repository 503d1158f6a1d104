"""Events of service records."""

from uuid import UUID

from app.kernel.jobs.events import Event


class AttendanceLeft(Event):
    """A presence has ended: by a check-out, by the end of the occasion, or because an absence was
    corrected."""

    kind = "service_records.attendance_left"
    attendance_id: UUID


class EntryConfirmed(Event):
    """The notice period of a service entry has ended: its minutes count."""

    kind = "service_records.entry_confirmed"
    entry_id: UUID


class EntryReversed(Event):
    """A confirmed service entry counts no more."""

    kind = "service_records.entry_reversed"
    entry_id: UUID
    """The entry that was reversed, not the reversing one."""
