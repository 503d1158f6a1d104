"""Grants: roles of administrators in scopes, each from one instant to another."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base


class Role(StrEnum):
    PARTY_ADMIN = "party_admin"
    HANDLER = "handler"
    GRID_WORKER = "grid_worker"
    COMMUNITY_WORKER = "community_worker"
    COMMUNITY_ADMIN = "community_admin"
    SUBDISTRICT_ADMIN = "subdistrict_admin"
    DISTRICT_ADMIN = "district_admin"
    UNIT_LIAISON = "unit_liaison"
    AUDITOR = "auditor"
    PLATFORM_ADMIN = "platform_admin"


class ScopeKind(StrEnum):
    """Kind of the scope of a grant. The platform covers everything, the others their subtree."""

    PLATFORM = "platform"
    REGION = "region"
    PLACE = "place"
    ORGANIZATION = "organization"


class RoleGrant(UserScoped, Base):
    """A role in a scope. The scope has no foreign key, because scopes are of several kinds."""

    __tablename__ = "role_grants"
    PRIVACY = "personal"
    role: Mapped[Role] = mapped_column(text_enum(Role))
    scope_kind: Mapped[ScopeKind] = mapped_column(text_enum(ScopeKind))
    scope_id: Mapped[UUID]
    community_id: Mapped[UUID | None] = mapped_column(ForeignKey("communities.id"))
    """The community of the place, where the scope is a place."""
    valid_from: Mapped[datetime]
    valid_to: Mapped[datetime | None]
    granted_by: Mapped[UUID]
    confirmed_by: Mapped[UUID | None]
    """The second person, where the grant took two."""

    __table_args__ = (
        Index("ix_role_grants_scope", "scope_id"),
        CheckConstraint("(scope_kind = 'place') = (community_id IS NOT NULL)", name="place"),
    )

    def holds(self, now: datetime) -> bool:
        return self.valid_from <= now and (self.valid_to is None or now < self.valid_to)
