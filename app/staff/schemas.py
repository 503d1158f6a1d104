"""Schemas of the duties of an administrator, and of the messages to them."""

from datetime import datetime
from uuid import UUID

from app.communities.models import Role, ScopeKind
from app.communities.permissions import Permission
from app.identity.models import Locale
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Out
from app.organizations.models import OrganizationKind
from app.staff.subjects import StaffSubjectKind


class MyGrant(Out):
    """A grant that holds now, in words."""

    id: UUID
    role: Role
    role_name: str
    scope_kind: ScopeKind
    scope_id: UUID
    scope_name: str | None
    """Name of the region, the place or the organization."""
    community_id: UUID | None
    """Id of the community of the place, where the scope is a place."""
    community_name: str | None
    valid_from: datetime
    valid_to: datetime | None


class MyDepartment(Out):
    id: UUID
    name: str
    community_id: UUID
    community_name: str
    is_active: bool


class MyOrganization(Out):
    """A Party organization whose liaison I am; what I may do for it holds for those below it."""

    id: UUID
    name: str
    kind: OrganizationKind


class ServedCommunity(Out):
    """A community that my grants reach."""

    id: UUID
    name: str
    short_number: int
    permissions: list[Permission]
    """Permissions in the whole community."""
    permissions_in_places: list[Permission]
    """Permissions that hold in some of its places alone, as those of a grid worker do."""
    departments: list[MyDepartment]
    """Departments of the community for which I act."""


class StaffMe(Out):
    """Account of an administrator, with what they may do and where."""

    id: UUID
    """Id of the user, which grants and audit entries name."""
    login_name: str | None
    name: str | None
    """Name that colleagues see; null like the login name for an account that has been closed."""
    has_second_factor: bool
    locale: Locale
    grants: list[MyGrant]
    communities: list[ServedCommunity]
    """The first 100 by name; `GET /admin/v1/communities` lists all."""
    has_more_communities: bool
    departments: list[MyDepartment]
    organizations: list[MyOrganization]


class StaffSubjectOut(Out):
    kind: StaffSubjectKind
    id: UUID
    parent_id: UUID | None
    """Id of the user or the organization under which the page of the subject stands."""
    community_id: UUID


class TodoItem(Out):
    """One thing that waits."""

    kind: str
    subject: StaffSubjectOut
    community_name: str | None
    """Null for what stands above the communities."""
    name: str | None
    """Number or title of the subject; null where it has none, or none that may be shown here."""
    place_path: str | None
    since: datetime
    due_at: datetime
    is_overdue: bool


class TodoKind(Out):
    """Count of what waits of one kind, and the first of it."""

    kind: str
    title: str
    count: int
    """Number of things that wait; 1,001 stands for more than 1,000."""
    overdue: int
    next_due_at: datetime | None
    """The next time that runs out; null where none is to come."""
    first: list[TodoItem]
    """The things that are due first."""


class TodoOut(Out):
    """Everything that waits for an administrator, by kind: the kinds alone that they may do."""

    count: int
    overdue: int
    next_due_at: datetime | None
    items: list[TodoKind]


class TodoItemPage(StaffPage):
    items: list[TodoItem]


class TodoQuery(PageQuery):
    community_id: UUID | None = None


class StaffMessageOut(Out):
    id: UUID
    community_id: UUID
    community_name: str | None
    """Null for what stands above the communities."""
    kind: str
    subject: StaffSubjectOut | None
    title: str
    body: str
    told_at: datetime
    read_at: datetime | None
    closed_at: datetime | None
    """The instant at which nothing was left to do; null while something is."""


class StaffInboxPage(StaffPage):
    items: list[StaffMessageOut]


class StaffInboxQuery(PageQuery):
    is_unread: bool | None = None
    is_open: bool | None = None
    """True for messages about what is still to be done."""
