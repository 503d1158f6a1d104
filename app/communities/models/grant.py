"""Grants: roles of administrators in scopes, each from one instant to another."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class Role(Worded):
    PARTY_ADMIN = "party_admin", "社区党务工作人员", "Party administrator"
    HANDLER = "handler", "部门经办人员", "department handler"
    GRID_WORKER = "grid_worker", "网格员", "grid worker"
    COMMUNITY_WORKER = "community_worker", "社区工作人员", "community worker"
    COMMUNITY_ADMIN = "community_admin", "社区管理员", "community administrator"
    SUBDISTRICT_ADMIN = "subdistrict_admin", "街道管理员", "subdistrict administrator"
    DISTRICT_ADMIN = "district_admin", "区管理员", "district administrator"
    UNIT_LIAISON = "unit_liaison", "单位联络员", "unit liaison"
    AUDITOR = "auditor", "审计人员", "auditor"
    PLATFORM_ADMIN = "platform_admin", "平台管理员", "platform administrator"


class ScopeKind(Worded):
    """Kind of the scope of a grant. The platform covers everything, the others their subtree."""

    PLATFORM = "platform", "全平台", "whole platform"
    REGION = "region", "行政区域", "region"
    PLACE = "place", "网格或楼栋", "part of a community"
    ORGANIZATION = "organization", "单位或组织", "organization"


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
