"""What happens in service feedback."""

from uuid import UUID

from app.kernel.jobs.events import Event


class TicketSubmitted(Event):
    kind = "feedback.ticket_submitted"
    ticket_id: UUID


class TicketMoved(Event):
    """What has happened stands in the entry of its history."""

    kind = "feedback.ticket_moved"
    entry_id: UUID
