"""Allowances of more reveals, which a second person gives."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base


class RevealAllowance(CommunityScoped, Base):
    """Permission of a second person to reveal as much again within an hour."""

    __tablename__ = "reveal_allowances"
    PRIVACY = "internal"
    administrator_id: Mapped[UUID]
    """The user who may reveal more."""
    allowed_by: Mapped[UUID]
    allowed_at: Mapped[datetime]

    __table_args__ = (
        Index(
            "ix_reveal_allowances_newest",
            *("community_id", "administrator_id", "allowed_at"),
        ),
    )
