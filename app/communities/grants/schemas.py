"""Schemas of grants."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.models import Role, ScopeKind
from app.kernel.database.columns import PLATFORM
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Instant, Out, line


class NamedAdministrator(In):
    """An administrator, named by one of `user_id` and `login_name`."""

    user_id: UUID | None = None
    login_name: Annotated[str, line(64)] | None = None

    @model_validator(mode="after")
    def _has_one_name(self) -> Self:
        if (self.user_id is None) == (self.login_name is None):
            raise ValueError("one of user_id and login_name")
        return self


class GrantIn(NamedAdministrator):
    """A role for an administrator, who is named by one of `user_id` and `login_name`."""

    role: Role
    scope_kind: ScopeKind
    scope_id: UUID = PLATFORM
    """Id of a region or a place; not needed for the platform."""
    community_id: UUID | None = None
    """Id of the community of the place, where the scope is a place."""
    valid_from: Instant | None = None
    """Begin of the grant; the default is the present instant."""
    valid_to: Instant | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.scope_kind is ScopeKind.PLACE) != (self.community_id is not None):
            raise ValueError("a place, and only a place, has a community")
        if (self.scope_kind is ScopeKind.PLATFORM) != (self.scope_id == PLATFORM):
            raise ValueError("only the platform needs no scope_id")
        if self.valid_from and self.valid_to and self.valid_to <= self.valid_from:
            raise ValueError("it ends before it begins")
        return self


class GrantOut(Out):
    user_id: UUID
    user_name: str | None
    """Name of the administrator's office."""
    id: UUID
    role: Role
    scope_kind: ScopeKind
    scope_id: UUID
    scope_name: str | None
    """Name of the region or the place; null for the platform, and for an organization, which names
    its liaisons itself."""
    community_id: UUID | None
    community_name: str | None
    valid_from: datetime
    valid_to: datetime | None
    granted_by: UUID
    granted_by_name: str | None
    """Null where the operators of the platform have granted it."""
    confirmed_by: UUID | None
    """The second person, where the grant took two."""
    confirmed_by_name: str | None


class GrantPage(StaffPage):
    items: list[GrantOut]


class GrantQuery(PageQuery):
    user_id: UUID | None = None
    scope_id: UUID | None = Field(
        None, description="Id of a region or a place, without those below it."
    )
    role: Role | None = None
