"""Votes as they were cast; a ballot is counted from this table alone."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.consultations.models.vote_content import SealedVote
from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base


class Vote(CommunityScoped, Base):
    """A recorded vote. Its id is that of its roll entry, which so has one vote at most; it tells
    nothing of when it was cast. The ballot is named without a foreign key, because that would lock
    the ballot's row for every voter. Counting reads nothing else, so that votes without a name can
    be counted in the same way."""

    __tablename__ = "votes"
    PRIVACY = "sensitive"
    ballot_id: Mapped[UUID] = mapped_column(info={"privacy": "internal"})
    cast_by: Mapped[UUID | None] = mapped_column(info={"privacy": "personal"})
    """The participant who cast it, for a household one of its residents; None when the time for
    disputes is over."""
    content_sealed: Mapped[bytes]
    content = SealedVote("content_sealed")

    __table_args__ = (
        within("electoral_roll", "id"),
        within("participants", "cast_by"),
        Index("ix_votes_ballot", "community_id", "ballot_id", "id"),
    )
