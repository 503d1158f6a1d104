"""Vote: what one casts. Counted from this table alone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base


class Vote(CommunityScoped, Base):
    """Recorded: it names its roll entry, which has one at most. The ballot is named without a
    foreign key, or all voters would hold the ballot's row; counting needs nothing else, so votes
    that name nobody can be counted the same way."""

    __tablename__ = "votes"
    PRIVACY = "sensitive"
    ballot_id: Mapped[UUID]
    roll_entry_id: Mapped[UUID]
    cast_by: Mapped[UUID]
    """The participant: for a household, which of its residents."""
    choices: Mapped[dict[str, Any]]
    """Key of each question → key of the option."""
    receipt_digest: Mapped[bytes]
    """SHA-256 of the code that only the voter has."""
    cast_at: Mapped[datetime]

    __table_args__ = (
        within("electoral_roll", "roll_entry_id"),
        within("participants", "cast_by"),
        Index("uq_votes_once", "community_id", "roll_entry_id", unique=True),
        Index("uq_votes_receipt", "community_id", "ballot_id", "receipt_digest", unique=True),
    )
