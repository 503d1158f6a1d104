"""Vote board: what is published of the votes, written when the result is."""

from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base


class VoteBoardEntry(CommunityScoped, Base):
    """The answer to one question in one vote. Its digest is made of the receipt code and the
    question, so that the answers of one vote to several questions do not stand together; its id is
    the first half of the digest, by which a board is ordered. Nothing leads from here to the vote
    or its voter."""

    __tablename__ = "vote_board"
    PRIVACY = "public"
    ballot_id: Mapped[UUID]
    question: Mapped[str]
    receipt_sha256: Mapped[bytes]
    choice: Mapped[str]

    __table_args__ = (
        Index("ix_vote_board_question", *("community_id", "ballot_id", "question", "id")),
    )
