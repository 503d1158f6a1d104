"""Todo: the declaration of one kind of duty. A feature writes its own in its `todo.py`."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Any, TypedDict, Unpack
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, Uuid, null, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.communities.permissions import Permission, Staff
from app.kernel.database.columns import CommunityScoped
from app.kernel.errors import Text
from app.kernel.jobs.messages import Message, Template
from app.staff.subjects import StaffSubjectKind

Expression = ColumnElement[Any] | InstrumentedAttribute[Any]

Opened = Callable[[AsyncSession, Collection[UUID]], Awaitable[Mapping[UUID, datetime]]]


class Holders(StrEnum):
    """Condition on those who have a duty, beside the permission that it asks for."""

    COMMUNITY = "community"
    """Everybody with the permission in the whole community."""
    PLACE = "place"
    """Everybody as well who has it in the place of the row (`place_id`), as grid workers do."""
    DEPARTMENT = "department"
    """Members of the department of the row (`department_id`)."""
    LIAISONS = "liaisons"
    """Liaisons of the organization of the row (`organization_id`); no permission is asked."""
    SCOPE = "scope"
    """Everybody with the permission in a scope on the path of the row (`scope_path`)."""


@dataclass(frozen=True, slots=True)
class DutyMessage(Message):
    """Message about a duty. A todo makes its two kinds of it: something waits, and its time has
    run out. Its texts may name {community}, {name} and {due_at}."""

    community: str
    name: str | None
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class Todo:
    """One kind of duty: what waits, for whom, by when, and what they are told."""

    kind: str
    """Feature, dot, what waits: `communities.residence_claim`. It never changes."""
    title: Text
    """Heading of a list of what waits: 待审核的居住申请."""
    body: Text
    """Body of the message, over the fields of `DutyMessage`."""
    overdue_body: Text | None = None
    """Body of its repetition, where the general one does not fit."""
    subject: StaffSubjectKind
    waiting: Callable[[datetime], Select[Any]]
    """Selects what waits at an instant, in all communities; made by `waiting_rows`."""
    holders: Holders = Holders.COMMUNITY
    permission: Permission | None = None
    opens: Opened | None = None
    """Opens the instants since which rows of communities wait, by their ids, where these lie sealed
    and the statement cannot have them."""
    within: timedelta = timedelta(days=7)
    """The time for what waits since an instant that is opened."""
    may: Callable[[Staff], bool] | None = None
    """A further condition on the staff of a community, as a policy of the feature."""

    @cached_property
    def message(self) -> type[DutyMessage]:
        """The message that something of the kind waits."""
        return _message(self.kind, self.title, self.body)

    @cached_property
    def overdue_message(self) -> type[DutyMessage]:
        title = Text(f"已超期：{self.title.zh}", f"Overdue: {self.title.en}")
        body = self.overdue_body or Text(
            f"{{community}}有一项{self.title.zh}已超过办理期限（{{due_at}}），请尽快处理。",
            f"{self.title.en} in {{community}}: the time ended at {{due_at}}. Please see to it"
            " soon.",
        )
        return _message(f"{self.kind}_overdue", title, body)

    @property
    def messages(self) -> tuple[type[Message], ...]:
        return self.message, self.overdue_message

    def matter(self, subject_id: UUID) -> str:
        """Returns the name of one thing that waits, under which everybody is told of it once."""
        return f"{self.kind}/{subject_id}"


def _message(kind: str, title: Text, body: Text) -> type[DutyMessage]:
    attributes = {"__slots__": (), "kind": kind, "template": Template(title, body)}
    return type("DutyMessage", (DutyMessage,), attributes)


class Facts(TypedDict, total=False):
    """Facts that a row says of itself beyond its instants; None where a key is missing."""

    name: Expression
    """Number or title for lists and messages: no person's name or phone, nothing of a
    membership."""
    place_id: Expression
    department_id: Expression
    organization_id: Expression
    entered_by: Expression
    """The user who has made the row: has the duty like others, and is not told of it."""
    not_for: Expression
    """The user who does not have the duty, for it takes a second person."""
    receiver_id: Expression
    """The user who would gain by it, and does not have the duty either."""
    parent_id: Expression
    """Id of the user or the organization under which the page of the row stands."""
    scope_path: Expression
    """Ids of the scopes that lead to the row, for `Holders.SCOPE`."""


COLUMNS: Mapping[str, Any] = {
    name: ARRAY(Uuid()) if name == "scope_path" else String() if name == "name" else Uuid()
    for name in Facts.__annotations__
}


def waiting_rows(
    model: type[CommunityScoped],
    *conditions: ColumnElement[bool],
    since: Expression,
    due_at: Expression,
    **facts: Unpack[Facts],
) -> Select[Any]:
    """Selects the rows of a community's table that wait under these conditions."""
    columns = waiting_columns(model.community_id, model.id, since=since, due_at=due_at, **facts)
    return select(*columns).where(*conditions)


def waiting_columns(
    community_id: Expression,
    id_: Expression,
    *,
    since: Expression,
    due_at: Expression,
    **facts: Unpack[Facts],
) -> list[ColumnElement[Any]]:
    """Returns the columns of what waits, the same ones for every kind."""
    known: dict[str, Any] = {**facts}
    return [
        community_id.label("community_id"),
        id_.label("id"),
        since.label("since"),
        due_at.label("due_at"),
        *(
            (known[name] if name in known else null().cast(kind)).label(name)
            for name, kind in COLUMNS.items()
        ),
    ]
