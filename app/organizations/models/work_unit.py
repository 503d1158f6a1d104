"""Work unit: an employer, identified by its unified social credit code."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import SearchTerms, Shared
from app.kernel.database.engine import Base


class WorkUnit(Shared, Base):
    """A work unit. Its row is never locked: the UPDATE itself compares the version."""

    __tablename__ = "work_units"
    PRIVACY = "public"
    name: Mapped[str]
    credit_code: Mapped[str]
    """Code by GB 32100, checked when it was written."""
    address: Mapped[str | None]
    community_id: Mapped[UUID | None] = mapped_column(ForeignKey("communities.id"), index=True)
    """The community where it sits; None where that community is not in this service."""
    search_grams: Mapped[SearchTerms]
    version: Mapped[int]
    """The number in its ETag for administrators."""

    __table_args__ = (
        Index("uq_work_units_credit_code", "credit_code", unique=True),
        Index("ix_work_units_search", "search_grams", postgresql_using="gin"),
    )
