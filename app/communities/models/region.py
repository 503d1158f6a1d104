"""Regions of the administrative tree, and the communities in them."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import SearchTerms, Shared, text_enum
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class RegionKind(Worded):
    PROVINCE = "province", "省级", "province"
    CITY = "city", "市级", "city"
    DISTRICT = "district", "区县", "district"
    SUBDISTRICT = "subdistrict", "街道（乡镇）", "subdistrict"
    COMMUNITY = "community", "社区", "community"


SIGNIFICANT_DIGITS = {
    RegionKind.PROVINCE: 2,
    RegionKind.CITY: 4,
    RegionKind.DISTRICT: 6,
    RegionKind.SUBDISTRICT: 9,
    RegionKind.COMMUNITY: 12,
}
"""The number of digits of a statistical code that are significant; the rest are zeros."""


class Region(Shared, Base):
    """A part of the administrative tree. Its 12-digit statistical code changes from year to year,
    so it is stored with its validity and is never a key."""

    __tablename__ = "regions"
    PRIVACY = "public"
    code: Mapped[str]
    kind: Mapped[RegionKind] = mapped_column(text_enum(RegionKind))
    name: Mapped[str]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("regions.id"), index=True)
    path: Mapped[list[UUID]]
    """Its ancestors from the root on, then itself."""
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    __table_args__ = (
        Index("uq_regions_code", "code", "valid_from", unique=True),
        CheckConstraint("code ~ '^[0-9]{12}$'", name="code"),
    )


class Community(Shared, Base):
    """The tenant. Its row is shared by all, so it is never locked and holds no counter."""

    __tablename__ = "communities"
    PRIVACY = "public"
    region_id: Mapped[UUID | None] = mapped_column(ForeignKey("regions.id"), index=True)
    """The region above; None for the platform's own community alone."""
    region_path: Mapped[list[UUID]]
    """The path of its region, so that a grant is matched without reading the tree."""
    short_number: Mapped[int]
    """The number of the community in public numbers of certificates, registrations and tickets."""
    name: Mapped[str]
    address: Mapped[str | None]
    gcj02_longitude: Mapped[float | None]
    gcj02_latitude: Mapped[float | None]
    search_grams: Mapped[SearchTerms]
    version: Mapped[int]
    """The number in its ETag for administrators."""

    __table_args__ = (
        Index("uq_communities_short_number", "short_number", unique=True),
        Index("ix_communities_search", "search_grams", postgresql_using="gin"),
    )
