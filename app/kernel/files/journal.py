"""Journal of an import, by which it is undone: ids of new rows, values of changed rows
before and after, and whole rows that are gone. It is stored as JSON."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import CursorResult, Select, delete, insert, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Base
from app.kernel.errors import Conflict, Text

BATCH_SIZE = 1_000
"""Rows or keys in one statement."""
Plain = dict[str, Any]
Item = TypeVar("Item")
Row = TypeVar("Row")
Model = TypeVar("Model", bound=Base)


class ImportInUse(Conflict):
    """Refuses to undo an import on which something rests."""

    code = "imports.in_use"
    title = Text("已有内容依据此次导入，不能撤销", "Something rests on this import already")
    detail = Text(
        "请改为上传更正后的表格，或逐项修改。",
        "Send a corrected sheet instead, or change the entries one by one.",
    )


class ImportChangedSince(Conflict):
    """Refuses to undo an import whose rows have been changed since."""

    code = "imports.changed_since"
    title = Text("导入的内容此后已有改动，不能撤销", "What was imported has been changed since")
    detail = ImportInUse.detail


@dataclass(slots=True)
class Journal:
    """Each part by the name of the table, in the order in which it was written."""

    created: dict[str, list[str]] = field(default_factory=dict)
    changed: dict[str, list[Plain]] = field(default_factory=dict)
    """Rows with id, before and after."""
    removed: dict[str, list[Plain]] = field(default_factory=dict)
    touched: list[str] = field(default_factory=list)
    """Ids of what the sheet was about, where an undo asks what has become of it."""

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Journal":
        return cls(**stored)

    def stored(self) -> Plain:
        return asdict(self)

    def note_created(self, table: type[Base], ids: Collection[UUID]) -> None:
        self.created.setdefault(table.__tablename__, []).extend(map(str, ids))

    def note_changed(self, table: type[Base], row_id: UUID, before: Plain, after: Plain) -> None:
        change = {"id": str(row_id), "before": _plain(before), "after": _plain(after)}
        self.changed.setdefault(table.__tablename__, []).append(change)

    def note_removed(self, table: type[Base], values: Plain) -> None:
        self.removed.setdefault(table.__tablename__, []).append(_plain(values))

    def created_in(self, table: type[Base]) -> list[UUID]:
        return [UUID(id_) for id_ in self.created.get(table.__tablename__, ())]

    def changed_in(self, table: type[Base]) -> list[Plain]:
        return self.changed.get(table.__tablename__, [])

    def removed_in(self, table: type[Base]) -> list[Plain]:
        return self.removed.get(table.__tablename__, [])


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + BATCH_SIZE] for start in range(0, len(items), BATCH_SIZE))


async def find_in_batches(
    session: AsyncSession,
    select_by: Callable[[Collection[Item]], Select[Row]],
    keys: Collection[Item],
) -> list[Row]:
    """Returns the rows of all keys; a key may stand there twice."""
    found: list[Row] = []
    for batch in batches(list(dict.fromkeys(keys))):
        found += await session.scalars(select_by(batch))
    return found


async def insert_in_batches(session: AsyncSession, table: type[Base], rows: Sequence[Base]) -> None:
    """Inserts new rows as they stand, parents before children; the session does not hold them."""
    # One INSERT of plain values: the unit of work would sort and track 50,000 objects.
    names = [column.key for column in table.__table__.columns]
    for batch in batches(rows):
        values = [{name: getattr(row, name) for name in names} for row in batch]
        await session.execute(insert(table), values)


async def delete_created(
    session: AsyncSession, table: type[Base], community_id: UUID, ids: Sequence[UUID]
) -> None:
    """Deletes new rows, children before parents. Raises ImportChangedSince when one is gone."""
    for batch in batches(ids[::-1]):
        statement = delete(table).where(*_at(table, community_id, batch))
        done = await session.execute(statement)
        if not isinstance(done, CursorResult) or done.rowcount != len(batch):
            raise ImportChangedSince


async def restore_changed(
    session: AsyncSession, table: type[Model], community_id: UUID, changes: Sequence[Plain]
) -> list[Model]:
    """Gives changed rows their former values, and returns the rows. Raises ImportChangedSince for
    one that has other values than the import has given it."""
    restored: list[Model] = []
    for batch in batches(sorted(changes, key=lambda change: str(change["id"]))):
        ids = [UUID(change["id"]) for change in batch]
        query = select(table).where(*_at(table, community_id, ids))
        rows = {row.id: row for row in await session.scalars(query)}  # type: ignore[attr-defined]  # Each table has an id.
        for id_, change in zip(ids, batch, strict=True):
            _restore(rows.get(id_), change)
        restored += rows.values()
    await session.flush()
    return restored


def _restore(row: Base | None, change: Plain) -> None:
    if row is None:
        raise ImportChangedSince
    present = {name: getattr(row, name) for name in change["after"]}
    if _plain(present) != change["after"]:
        raise ImportChangedSince
    for name, value in change["before"].items():
        setattr(row, name, _typed(row, name, value))


def _at(table: type[Base], community_id: UUID, ids: Collection[UUID]) -> list[Any]:
    """The condition of rows by their keys; shared tables have no community."""
    at = [table.id.in_(ids)]  # type: ignore[attr-defined]  # Each table has an id.
    if issubclass(table, CommunityScoped):
        at.append(table.community_id == community_id)
    return at


def _plain(values: Mapping[str, Any]) -> Plain:
    return {name: _as_json(value) for name, value in values.items()}


def _as_json(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(row: Base, name: str, value: Any) -> Any:
    """Returns a value from JSON in the type of its column; sealed fields take it as it is."""
    column = inspect(type(row)).local_table.columns.get(name)
    if value is None or column is None or not isinstance(value, str):
        return value
    kind = column.type.python_type
    if kind is UUID:
        return UUID(value)
    return kind.fromisoformat(value) if issubclass(kind, date) else value
