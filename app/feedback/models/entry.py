"""Entry in the history of a ticket: one move, question, answer or reply."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import EnteredInConfidence, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest


class EntryKind(StrEnum):
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASSIGNED = "assigned"
    GIVEN_BACK = "given_back"
    STARTED = "started"
    CALLED = "called"
    VISITED = "visited"
    ASKED = "asked"
    ANSWERED = "answered"
    SUPPLEMENTED = "supplemented"
    REPLIED = "replied"
    DEFERRED = "deferred"
    RESUMED = "resumed"
    TAKEN_UP = "taken_up"
    RESOLVED = "resolved"
    CLOSED = "closed"
    DISPUTED = "disputed"
    ESCALATED = "escalated"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    RESPONSE_OVERDUE = "response_overdue"
    RESOLUTION_OVERDUE = "resolution_overdue"


class Side(StrEnum):
    AUTHOR = "author"
    COMMUNITY = "community"
    CLOCK = "clock"


E = EntryKind
PUBLIC = frozenset(
    {
        *(E.ACCEPTED, E.ASSIGNED, E.STARTED, E.DEFERRED, E.TAKEN_UP, E.RESOLVED, E.CLOSED),
        *(E.DISPUTED, E.RESPONSE_OVERDUE, E.RESOLUTION_OVERDUE),
    }
)
"""The kinds of entry of a public ticket that everybody may see; a reply carries its own flag."""


class TicketEntry(EnteredInConfidence, CommunityScoped, Base):
    __tablename__ = "ticket_entries"
    PRIVACY = "personal"
    ticket_id: Mapped[UUID]
    kind: Mapped[EntryKind] = mapped_column(text_enum(EntryKind))
    side: Mapped[Side] = mapped_column(text_enum(Side))
    text_sealed: Mapped[bytes | None]
    text = WordsAtRest[str | None]("text_sealed")
    is_public: Mapped[bool]
    """True where all who see the ticket see the entry, else only its author and staff do. Entries
    that the author wrote are never shown to others."""
    at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        within("tickets", "ticket_id"),
        CheckConstraint(
            "(side = 'author' AND channel = 'self') = (entered_by IS NULL)", name="entered"
        ),
        Index("ix_ticket_entries_ticket", "community_id", "ticket_id", "id"),
    )
