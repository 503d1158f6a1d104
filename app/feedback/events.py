"""What happens in service feedback."""

from datetime import datetime
from uuid import UUID

from app.kernel.jobs.events import Event


class TicketSubmitted(Event):
    kind = "feedback.ticket_submitted"
    ticket_id: UUID
    response_due_at: datetime | None = None
    resolution_due_at: datetime | None = None
    """The times that are promised; former versions did not write them."""


class TicketMoved(Event):
    """What has happened stands in the entry of its history."""

    kind = "feedback.ticket_moved"
    entry_id: UUID
