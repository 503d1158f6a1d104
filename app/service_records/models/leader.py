"""Leader: a participant who leads the occasions of an activity or of a post."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.service_records.models.occasion import OccasionKind


class Leader(CommunityScoped, Base):
    """Names a leader of an activity or a post. Leaders work through `/v1`: they show the code of
    their occasions, see who is expected, and check people in."""

    __tablename__ = "occasion_leaders"
    PRIVACY = "personal"
    kind: Mapped[OccasionKind] = mapped_column(text_enum(OccasionKind))
    """The kind of the occasions that are led."""
    source_id: Mapped[UUID]
    """The activity or the post."""
    participant_id: Mapped[UUID]
    named_by: Mapped[UUID]
    """The staff member who has named the leader."""
    named_at: Mapped[datetime]

    __table_args__ = (
        within("participants", "participant_id"),
        Index(
            "uq_occasion_leaders_once",
            *("community_id", "source_id", "participant_id"),
            unique=True,
        ),
        Index("ix_occasion_leaders_mine", "community_id", "participant_id"),
    )
