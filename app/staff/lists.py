"""Lists of what waits for an administrator, and of the messages to them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row as DatabaseRow
from sqlalchemy import Select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.places.names import place_paths
from app.identity.models import Locale, User
from app.kernel import clock
from app.kernel.errors import NotFound
from app.kernel.privacy.sealed import shown
from app.kernel.web.pages import (
    MAX_TOTAL,
    Cursor,
    Order,
    Page,
    PageQuery,
    count_rows,
    page_of,
    paginate,
)
from app.notifications.rendering import Renderer
from app.staff.me import text_in
from app.staff.models import StaffMessage
from app.staff.queries import counts, messages_to, waiting_for
from app.staff.schemas import (
    StaffInboxQuery,
    StaffMessageOut,
    StaffSubjectOut,
    TodoItem,
    TodoKind,
    TodoOut,
)
from app.staff.sight import Sight
from app.staff.times import with_times
from app.staff.todo import Todo

FIRST = 5
"""Things of each kind that the overview names."""
Waiting = DatabaseRow[Any]


class Counted(NamedTuple):
    """Count of what waits of one kind, how much of it is overdue, when the next is due, and the
    first ones."""

    todo: Todo
    number: int
    overdue: int
    next_due_at: datetime | None
    first: Sequence[Any]


async def show_todo(session: AsyncSession, todos: Sequence[Todo], sight: Sight) -> TodoOut:
    """Counts what waits for the administrator, kind by kind."""
    now = clock.now()
    counted = [one for todo in todos if (one := await _count(session, todo, sight, now))]
    items = await _items(session, sight, [(c.todo, row) for c in counted for row in c.first])
    locale = await _locale(session, sight.user_id)
    kinds = [
        TodoKind(
            kind=one.todo.kind,
            title=text_in(one.todo.title, locale),
            count=one.number,
            overdue=one.overdue,
            next_due_at=one.next_due_at,
            first=[item for item in items if item.kind == one.todo.kind],
        )
        for one in counted
    ]
    return TodoOut(
        count=sum(kind.count for kind in kinds),
        overdue=sum(kind.overdue for kind in kinds),
        next_due_at=min((k.next_due_at for k in kinds if k.next_due_at), default=None),
        items=kinds,
    )


async def _count(session: AsyncSession, todo: Todo, sight: Sight, now: datetime) -> Counted | None:
    waiting = waiting_for(todo, sight, now)
    if waiting is None:
        return None
    if todo.opens is not None:
        return await _count_opened(session, todo, waiting, now)
    count, overdue, next_due_at = (await session.execute(counts(waiting, now))).one()
    rows = waiting.subquery("mine")
    first = rows.select().order_by(rows.c.due_at, rows.c.id).limit(FIRST)
    found = (await session.execute(first)).all() if count else ()
    return Counted(todo, count, overdue, next_due_at, found)


async def _count_opened(
    session: AsyncSession, todo: Todo, waiting: Select[Any], now: datetime
) -> Counted:
    """Counts what has to be opened to know when it is due."""
    rows = await _opened(session, todo, waiting)
    overdue = sum(row.due_at <= now for row in rows)
    next_due_at = rows[overdue].due_at if overdue < len(rows) else None
    return Counted(todo, len(rows), overdue, next_due_at, rows[:FIRST])


async def _opened(session: AsyncSession, todo: Todo, waiting: Select[Any]) -> Sequence[Any]:
    return await with_times(session, todo, (await session.execute(waiting.limit(MAX_TOTAL))).all())


async def list_items(
    session: AsyncSession, todo: Todo, sight: Sight, query: PageQuery
) -> Page[TodoItem]:
    """Lists what waits of one kind, due soonest first. Raises NotFound for those who may not do
    it."""
    waiting = waiting_for(todo, sight, clock.now())
    if waiting is None:
        raise NotFound
    found: Sequence[Any]
    if todo.opens is not None:
        opened = await _opened(session, todo, waiting)
        found = [row for row in opened if (row.due_at, row.id) > query.after]
    else:
        found = await _rows_behind(session, waiting, query)
    page = page_of(found, query.limit, lambda row: Cursor(row.due_at, row.id))
    items = await _items(session, sight, [(todo, row) for row in page.items])
    return Page(items, page.next_cursor, await count_rows(session, waiting))


async def _rows_behind(
    session: AsyncSession, waiting: Select[Any], query: PageQuery
) -> Sequence[Any]:
    """Returns one row more than the page shows."""
    rows = waiting.subquery("mine")
    statement = rows.select().order_by(rows.c.due_at, rows.c.id).limit(query.limit + 1)
    if query.cursor is not None:
        statement = statement.where(tuple_(rows.c.due_at, rows.c.id) > query.after)
    return (await session.execute(statement)).all()


async def _items(
    session: AsyncSession, sight: Sight, rows: Sequence[tuple[Todo, Any]]
) -> list[TodoItem]:
    now = clock.now()
    paths: dict[UUID, str] = {}
    for community_id in {row.community_id for _, row in rows}:
        places = {row.place_id for _, row in rows if row.community_id == community_id}
        paths |= await place_paths(session, community_id, places - {None})
    return [
        TodoItem(
            kind=todo.kind,
            subject=StaffSubjectOut(
                kind=todo.subject,
                id=row.id,
                parent_id=row.parent_id,
                community_id=row.community_id,
            ),
            community_name=sight.name_of(row.community_id),
            name=row.name,
            place_path=paths.get(row.place_id),
            since=row.since,
            due_at=row.due_at,
            is_overdue=row.due_at <= now,
        )
        for todo, row in rows
    ]


async def list_inbox(
    session: AsyncSession, sight: Sight, query: StaffInboxQuery, renderer: Renderer
) -> Page[StaffMessageOut]:
    """Lists the messages to an administrator, newest first, in their language."""
    statement = messages_to(sight)
    for value, column in (
        (query.is_unread, StaffMessage.read_at),
        (query.is_open, StaffMessage.closed_at),
    ):
        if value is not None:
            statement = statement.where(column.is_(None) == value)
    newest = Order((StaffMessage.told_at, StaffMessage.id), is_descending=True)
    page = await paginate(session, statement, query, newest, counts=True)
    locale = await _locale(session, sight.user_id)
    return page.with_items([_message_out(row, sight, locale, renderer) for row in page.items])


async def mark_read(
    session: AsyncSession, sight: Sight, message: StaffMessage, renderer: Renderer
) -> StaffMessageOut:
    message.mark_read(clock.now())
    return _message_out(message, sight, await _locale(session, message.user_id), renderer)


def _message_out(
    row: StaffMessage, sight: Sight, locale: Locale, renderer: Renderer
) -> StaffMessageOut:
    content: Any = shown(row, StaffMessage.content) or {}
    kind = content.get("kind", "unreadable")
    title, body = renderer.render(kind, content.get("variables", {}), locale)
    subject = content.get("subject")
    return StaffMessageOut(
        id=row.id,
        community_id=row.community_id,
        community_name=sight.name_of(row.community_id),
        kind=kind,
        subject=subject
        and StaffSubjectOut(
            kind=subject["kind"],
            id=subject["id"],
            parent_id=subject.get("parent_id"),
            community_id=row.community_id,
        ),
        title=title,
        body=body,
        told_at=row.told_at,
        read_at=row.read_at,
        closed_at=row.closed_at,
    )


async def _locale(session: AsyncSession, user_id: UUID) -> Locale:
    return (await session.get_one(User, user_id)).locale
