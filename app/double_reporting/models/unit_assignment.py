"""Unit assignment (指派报到): a district or subdistrict asks a unit to register with a community in
which it does not sit, so that units are balanced over communities."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import WordsAtRest


class UnitAssignment(CommunityScoped, Base):
    """An assignment of an organization to a community, until it is taken back."""

    __tablename__ = "unit_assignments"
    PRIVACY = "internal"

    organization_id: Mapped[UUID] = mapped_column(ForeignKey("party_organizations.id"))
    reason_sealed: Mapped[bytes] = mapped_column(info={"privacy": "personal"})
    reason = WordsAtRest[str]("reason_sealed")
    """Told to the liaisons of the organization."""
    assigned_by: Mapped[UUID]
    assigned_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_unit_assignments_live",
            *("community_id", "organization_id"),
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_unit_assignments_list", "community_id", "id"),
    )
