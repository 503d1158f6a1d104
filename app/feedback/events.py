"""Events of service feedback."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event


class TicketSubmitted(Event):
    kind = "feedback.ticket_submitted"
    ticket_id: UUID
    response_due_at: datetime | None = None
    resolution_due_at: datetime | None = None
    """Promised instants; events of former versions have neither."""


class TicketWarned(Event):
    """A clock of the ticket has used three quarters of its time."""

    kind = "feedback.ticket_warned"
    ticket_id: UUID


class TicketMoved(Event):
    """A ticket has a new entry in its history, which says what has happened."""

    kind = "feedback.ticket_moved"
    entry_id: UUID
