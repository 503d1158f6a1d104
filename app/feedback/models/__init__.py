"""The tables of service feedback: category ← ticket ← entry, rating."""

from app.feedback.models.category import PRESETS, Level, ServiceCategory
from app.feedback.models.entry import PUBLIC, EntryKind, Side, TicketEntry
from app.feedback.models.rating import Solved, TicketRating
from app.feedback.models.ticket import (
    DISPUTED_UNTIL,
    OPEN,
    SILENCE,
    WAITS,
    Ticket,
    TicketStatus,
    Visibility,
)

__all__ = [
    "DISPUTED_UNTIL",
    "OPEN",
    "PRESETS",
    "PUBLIC",
    "SILENCE",
    "WAITS",
    "EntryKind",
    "Level",
    "ServiceCategory",
    "Side",
    "Solved",
    "Ticket",
    "TicketEntry",
    "TicketRating",
    "TicketStatus",
    "Visibility",
]
