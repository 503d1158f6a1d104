"""The tables of service feedback: category ← ticket ← entry, rating."""

from app.feedback.models.category import MINUTES_BY_LEVEL, Level, ServiceCategory
from app.feedback.models.entry import PUBLIC, EntryKind, Side, TicketEntry
from app.feedback.models.location import Location
from app.feedback.models.rating import Solved, TicketRating
from app.feedback.models.ticket import (
    ANSWER_WINDOW,
    DISPUTE_WINDOW,
    OPEN,
    RATING_WINDOW,
    WITHDRAWABLE,
    Ticket,
    TicketStatus,
    Visibility,
)

__all__ = [
    "ANSWER_WINDOW",
    "DISPUTE_WINDOW",
    "MINUTES_BY_LEVEL",
    "OPEN",
    "PUBLIC",
    "RATING_WINDOW",
    "WITHDRAWABLE",
    "EntryKind",
    "Level",
    "Location",
    "ServiceCategory",
    "Side",
    "Solved",
    "Ticket",
    "TicketEntry",
    "TicketRating",
    "TicketStatus",
    "Visibility",
]
