"""The tables of service feedback: category ← ticket ← entry, rating."""

from app.feedback.models.category import MINUTES_BY_LEVEL, Level, ServiceCategory
from app.feedback.models.entry import PUBLIC, EntryKind, Side, TicketEntry
from app.feedback.models.location import Location
from app.feedback.models.rating import Solved, TicketRating
from app.feedback.models.ticket import Ticket
from app.feedback.models.ticket_states import (
    ANSWER_WINDOW,
    DISPUTE_WINDOW,
    MAX_DISPUTES,
    OPEN,
    RATING_WINDOW,
    WITHDRAWABLE,
    Origin,
    TicketKind,
    TicketStatus,
    Visibility,
)

__all__ = [
    "ANSWER_WINDOW",
    "DISPUTE_WINDOW",
    "MAX_DISPUTES",
    "MINUTES_BY_LEVEL",
    "OPEN",
    "PUBLIC",
    "RATING_WINDOW",
    "WITHDRAWABLE",
    "EntryKind",
    "Level",
    "Location",
    "Origin",
    "ServiceCategory",
    "Side",
    "Solved",
    "Ticket",
    "TicketEntry",
    "TicketKind",
    "TicketRating",
    "TicketStatus",
    "Visibility",
]
