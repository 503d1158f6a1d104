"""Votes as they were cast; a ballot is counted from this table alone."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base


class Vote(CommunityScoped, Base):
    """A recorded vote, which names its roll entry; an entry has one vote at most. The ballot is
    named without a foreign key, because that would lock the ballot's row for every voter. Counting
    reads nothing else, so that votes without a name can be counted in the same way."""

    __tablename__ = "votes"
    PRIVACY = "sensitive"
    ballot_id: Mapped[UUID]
    roll_entry_id: Mapped[UUID]
    cast_by: Mapped[UUID]
    """The participant who cast it, for a household one of its residents."""
    choices: Mapped[dict[str, Any]]
    """Keys of questions and the key of the option chosen for each."""
    receipt_digest: Mapped[bytes]
    """SHA-256 of the receipt code that only the voter has."""
    cast_at: Mapped[datetime]

    __table_args__ = (
        within("electoral_roll", "roll_entry_id"),
        within("participants", "cast_by"),
        Index("uq_votes_once", "community_id", "roll_entry_id", unique=True),
        Index("uq_votes_receipt", "community_id", "ballot_id", "receipt_digest", unique=True),
    )
