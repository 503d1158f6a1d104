"""Schemas of the duties of an administrator, and of the messages to them."""

from datetime import datetime
from uuid import UUID

from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import Out
from app.staff.subjects import StaffSubjectKind


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


class TodoItemPage(Out):
    items: list[TodoItem]
    next_cursor: str | None


class TodoQuery(PageQuery):
    community_id: UUID | None = None


class StaffMessageOut(Out):
    id: UUID
    community_id: UUID
    kind: str
    subject: StaffSubjectOut | None
    title: str
    body: str
    told_at: datetime
    read_at: datetime | None
    closed_at: datetime | None
    """The instant at which nothing was left to do; null while something is."""


class StaffInboxPage(Out):
    items: list[StaffMessageOut]
    next_cursor: str | None


class StaffInboxQuery(PageQuery):
    is_unread: bool | None = None
    is_open: bool | None = None
    """True for messages about what is still to be done."""
