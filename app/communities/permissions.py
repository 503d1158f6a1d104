"""The permissions of each role, and what a grant of a role covers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from typing_extensions import TypeAliasType

from app.communities.models import Role, ScopeKind
from app.communities.names import letters_of_name

Permission = TypeAliasType(
    "Permission",
    Literal[
        "activity:read",
        "activity:manage",
        "signup:read",
        "signup:manage",
        "attendance:read",
        "attendance:manage",
        "participant:read",
        "participant:manage",
        "residence:review",
        "place:manage",
        "register:import",
        "region:manage",
        "community:manage",
        "calendar:manage",
        "grant:manage",
        "administrator:manage",
        "link:manage",
        "topic:read",
        "topic:manage",
        "ballot:manage",
        "ballot:certify",
        "department:read",
        "department:manage",
        "service_category:manage",
        "ticket:handle",
        "ticket:manage",
        "organization:read",
        "organization:manage",
        "unit_registration:read",
        "unit_registration:review",
        "unit:assign",
        "post:manage",
        "member:review",
        "member:count",
        "audit:read",
        "points:manage",
        "reward:manage",
        "certificate:issue",
        "record:manage",
        "figures:read",
    ],
)

GRID_WORKER: frozenset[Permission] = frozenset(
    {
        *("activity:read", "signup:read", "attendance:read"),
        *("participant:read", "residence:review", "topic:read"),
    }
)
COMMUNITY_WORKER: frozenset[Permission] = GRID_WORKER | {
    "activity:manage",
    "signup:manage",
    "attendance:manage",
    "participant:manage",
    "place:manage",
    "link:manage",
    "topic:manage",
    "ballot:manage",
    "ballot:certify",
    "department:read",
    "ticket:handle",
    "ticket:manage",
    "organization:read",
    "post:manage",
    "reward:manage",
    "certificate:issue",
    "figures:read",
}
PARTY_ADMIN: frozenset[Permission] = frozenset(
    {
        "activity:read",
        "attendance:read",
        "attendance:manage",
        "participant:read",
        "topic:read",
        "topic:manage",
        "organization:read",
        "organization:manage",
        "unit_registration:read",
        "unit_registration:review",
        "post:manage",
        "member:review",
        "figures:read",
    }
)
COMMUNITY_ADMIN: frozenset[Permission] = (
    COMMUNITY_WORKER
    | PARTY_ADMIN
    | {
        "register:import",
        "points:manage",
        "calendar:manage",
        "grant:manage",
        "department:manage",
        "service_category:manage",
        "audit:read",
        "record:manage",
    }
)
SUBDISTRICT_ADMIN: frozenset[Permission] = COMMUNITY_ADMIN | {
    "community:manage",
    "unit:assign",
    "member:count",
}
DISTRICT_ADMIN: frozenset[Permission] = SUBDISTRICT_ADMIN | {
    "region:manage",
    "administrator:manage",
}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.GRID_WORKER: GRID_WORKER,
    Role.COMMUNITY_WORKER: COMMUNITY_WORKER,
    Role.PARTY_ADMIN: PARTY_ADMIN,
    Role.HANDLER: frozenset({"ticket:handle"}),
    Role.COMMUNITY_ADMIN: COMMUNITY_ADMIN,
    Role.SUBDISTRICT_ADMIN: SUBDISTRICT_ADMIN,
    Role.DISTRICT_ADMIN: DISTRICT_ADMIN,
    Role.UNIT_LIAISON: frozenset({"organization:read"}),
    Role.AUDITOR: frozenset(
        {
            *("activity:read", "signup:read", "attendance:read", "topic:read"),
            *("organization:read", "unit_registration:read", "audit:read", "figures:read"),
        }
    ),
    Role.PLATFORM_ADMIN: DISTRICT_ADMIN,
}

READS_MEMBERS = frozenset({Role.PARTY_ADMIN, Role.COMMUNITY_ADMIN})
"""Roles that see members of the Party, each in its own community. Levels above have the permission
`member:review` only so that they can propose these roles; a second person confirms them."""


@dataclass(frozen=True, slots=True)
class Held:
    """A grant that holds now: a role and the scope that it covers."""

    role: Role
    scope_kind: ScopeKind
    scope_id: UUID
    community_id: UUID | None = None
    """The community of the place, where the scope is a place."""

    def covers(self, path: Collection[UUID]) -> bool:
        """Returns whether the grant covers what has this path: that of a region, a community or a
        place, from the root on."""
        return self.scope_kind is ScopeKind.PLATFORM or self.scope_id in path


@dataclass(frozen=True, slots=True)
class Staff:
    """An administrator with their grants, in one community or (the platform's) above all."""

    community_id: UUID
    id: UUID
    """The user's id."""
    held: tuple[Held, ...]
    path: tuple[UUID, ...] = ()
    """The regions of the community, from the root on."""
    names: frozenset[str] = frozenset()
    """Name and login name of the account, as `letters_of_name` compares them."""

    def is_named(self, name: str) -> bool:
        """Returns whether that is the name or the login name of their own account."""
        return letters_of_name(name) in self.names

    def may(self, permission: Permission, place: Collection[UUID] = ()) -> bool:
        """Returns whether they have the permission in the whole community; or, where `place` is
        the path of a place, at least there."""
        return permission in self.permissions(place)

    def permissions(self, place: Collection[UUID] = ()) -> frozenset[Permission]:
        """Returns all permissions in the whole community, or at least in the place of the path."""
        path = (*self.path, *place)
        held = (PERMISSIONS[h.role] for h in self.held if h.covers(path))
        return frozenset[Permission]().union(*held)

    @property
    def is_of_platform(self) -> bool:
        """True for platform administrators, who may grant what reaches everywhere."""
        return any(
            h.role is Role.PLATFORM_ADMIN and h.scope_kind is ScopeKind.PLATFORM for h in self.held
        )

    def reads_members(self, community_path: Sequence[UUID]) -> bool:
        """Returns whether they see members of the Party in the community with this path: by a
        grant for that community itself, not for what lies above it."""
        return bool(community_path) and any(
            h.role in READS_MEMBERS
            and h.scope_kind is ScopeKind.REGION
            and h.scope_id == community_path[-1]
            for h in self.held
        )

    def may_somewhere(self, permission: Permission) -> bool:
        """Returns whether they have the permission at least in a part of the community, to which
        `places` then confines them."""
        return any(permission in PERMISSIONS[h.role] for h in self.held)

    def places(self, permission: Permission) -> frozenset[UUID] | None:
        """Returns the places to which the permission is confined; None when it holds everywhere."""
        if self.may(permission):
            return None
        return frozenset(
            h.scope_id
            for h in self.held
            if h.scope_kind is ScopeKind.PLACE and permission in PERMISSIONS[h.role]
        )
