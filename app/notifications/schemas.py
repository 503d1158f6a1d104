"""Messages as the API shows them."""

from datetime import datetime
from uuid import UUID

from app.kernel.web.pages import PageQuery
from app.kernel.web.schemas import Out
from app.notifications.subjects import SubjectKind


class SubjectOut(Out):
    kind: SubjectKind
    id: UUID
    community_id: UUID


class InboxMessageOut(Out):
    id: UUID
    community_id: UUID
    community_name: str
    kind: str
    subject: SubjectOut | None
    """The thing that a client opens for the message; null in messages of former versions."""
    title: str
    body: str
    created_at: datetime
    read_at: datetime | None


class InboxPage(Out):
    items: list[InboxMessageOut]
    next_cursor: str | None


class InboxQuery(PageQuery):
    is_unread: bool | None = None
