"""Rating: what a helper says of an activity after a shift, for its organisers."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from app.communities.models import Entered, witnessed
from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest

RATED_WITHIN = timedelta(days=30)
"""Time after the end of the shift in which it can be rated."""
EDITED_WITHIN = timedelta(days=7)
"""Time after the first rating in which it can be changed."""


class ShiftRating(Entered, CommunityScoped, Base):
    """A rating. Its id is that of the sign-up, so that each person rates a shift once."""

    __tablename__ = "shift_ratings"
    PRIVACY = "personal"
    shift_id: Mapped[UUID]
    participant_id: Mapped[UUID]
    stars: Mapped[int]
    comment_sealed: Mapped[bytes | None]
    comment = WordsAtRest[str | None]("comment_sealed")
    """Words for the organisers; nobody else reads them."""
    rated_at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        ForeignKeyConstraint(
            ["community_id", "id"],
            ["signups.community_id", "signups.id"],
            name="fk_shift_ratings_community_id_id",
        ),
        within("shifts", "shift_id"),
        within("participants", "participant_id"),
        Index("ix_shift_ratings_shift", "community_id", "shift_id"),
        CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
    )
