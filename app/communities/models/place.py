"""The tree inside a community: grid → building → entrance → household."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class PlaceKind(Worded):
    GRID = "grid", "网格", "grid"
    BUILDING = "building", "楼栋", "building"
    ENTRANCE = "entrance", "单元", "entrance"
    HOUSEHOLD = "household", "户", "household"


ALLOWED_PARENTS: dict[PlaceKind, frozenset[PlaceKind | None]] = {
    PlaceKind.GRID: frozenset({None}),
    PlaceKind.BUILDING: frozenset({None, PlaceKind.GRID}),
    PlaceKind.ENTRANCE: frozenset({PlaceKind.BUILDING}),
    PlaceKind.HOUSEHOLD: frozenset({PlaceKind.BUILDING, PlaceKind.ENTRANCE}),
}
"""The kinds of place that may be the parent of each kind; None is the community itself."""


class Place(CommunityScoped, Base):
    __tablename__ = "places"
    PRIVACY = "internal"
    kind: Mapped[PlaceKind] = mapped_column(text_enum(PlaceKind))
    name: Mapped[str]
    parent_id: Mapped[UUID | None]
    path: Mapped[list[UUID]]
    """Ids from the grid down to the place itself."""
    retired_at: Mapped[datetime | None]
    """The instant since which nobody moves in, and it is not offered; what happened there stays."""
    merged_into: Mapped[UUID | None]
    """The place that has taken over what was here."""

    __table_args__ = (
        within("places", "parent_id"),
        within("places", "merged_into"),
        Index(
            "uq_places_name",
            *("community_id", "parent_id", "name"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_places_path", "path", postgresql_using="gin"),
    )

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None
