"""Rating of a solution by the author, given once for each time that the ticket was resolved."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.models import EnteredInConfidence, witnessed
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest
from app.kernel.words import Worded


class Solved(Worded):
    YES = "yes", "已解决", "solved"
    PARTLY = "partly", "部分解决", "partly solved"
    NO = "no", "未解决", "not solved"


class TicketRating(EnteredInConfidence, CommunityScoped, Base):
    __tablename__ = "ticket_ratings"
    PRIVACY = "personal"
    ticket_id: Mapped[UUID]
    resolution: Mapped[int]
    """Number of the solution that it rates: 1 for the first one."""
    solved: Mapped[Solved] = mapped_column(text_enum(Solved))
    satisfied: Mapped[int]
    """1 (not at all) to 5."""
    comment_sealed: Mapped[bytes]
    comment = WordsAtRest[str]("comment_sealed")
    rated_at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        within("tickets", "ticket_id"),
        Index("uq_ticket_ratings_once", "community_id", "ticket_id", "resolution", unique=True),
        CheckConstraint("resolution > 0", name="resolution"),
        CheckConstraint("(channel = 'self') = (entered_by IS NULL)", name="entered"),
        CheckConstraint("satisfied BETWEEN 1 AND 5", name="satisfied"),
    )
