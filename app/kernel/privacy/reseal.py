"""Resealing: every sealed value is brought under the key that seals now, into the present form, and
to the indexes of the present keys, while the service goes on.

A portion of rows is read, resealed and written, and then the position, so that it goes on where it
was stopped. A row is written only while it still holds the bytes that were read:
what somebody else writes meanwhile stays. Rows that somebody has locked are taken one by one."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import RowMapping, delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import Unopenable, is_current
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import TRANSIENT, Database, sqlstate
from app.kernel.privacy.damage import report
from app.kernel.privacy.reseal_positions import ResealPosition
from app.kernel.privacy.sealed_columns import SealedColumn

ROWS_AT_A_TIME = 500
NO_WAIT_FOR_DISK = text("SET LOCAL synchronous_commit = off")
TRIES = 5
"""Times that a row is tried which others hold; one that is still held then is missed."""


@dataclass(slots=True)
class Resealed:
    """Rows of a column: how many were looked at, written, damaged, and missed because others held
    or changed them; a second run finds those."""

    column: SealedColumn
    looked_at: int = 0
    written: int = 0
    damaged: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class _Change:
    tenant: UUID | None
    id: UUID
    before: bytes
    after: Mapping[str, bytes | None]


Row = RowMapping
OnPortion = Callable[[Resealed, int], None]
"""Called after each portion with the number of its rows."""


async def reseal_column(
    database: Database, column: SealedColumn, on_portion: OnPortion = lambda _so_far, _rows: None
) -> Resealed:
    done = Resealed(column)
    async with database.transaction() as session:
        position = await _read_position(session, column)
    while rows := await _read_rows(database, column, position):
        changes = [change for row in rows if (change := _change(column, row, done)) is not None]
        position = [rows[-1][name] for name in column.key]
        await _write(database, column, changes, position, done)
        done.looked_at += len(rows)
        on_portion(done, len(rows))
    async with database.transaction() as session:
        await session.execute(delete(ResealPosition).where(*_is_of(column)))
    return done


# ---------------------------------------------------------------- rows


async def _read_rows(
    database: Database, column: SealedColumn, position: Sequence[UUID]
) -> Sequence[Row]:
    key = ", ".join(column.key)
    after = f"AND ({key}) > ({', '.join(f':k{n}' for n in range(len(position)))})"
    statement = (
        f"SELECT {', '.join((*column.key, column.name, *column.indexes))} FROM {column.table}"
        f" WHERE {column.name} IS NOT NULL {after if position else ''}"
        f" ORDER BY {key} LIMIT {ROWS_AT_A_TIME}"
    )
    async with database.transaction() as session:
        values = {f"k{n}": value for n, value in enumerate(position)}
        return list((await session.execute(text(statement), values)).mappings())


def _change(column: SealedColumn, row: Row, done: Resealed) -> _Change | None:
    """Returns what is to be written; None for a row that is as it should be, or damaged."""
    stored = bytes(row[column.name])
    if is_current(stored) and _has_present_indexes(column, row):
        return None
    tenant = None if column.tenant is None else row[column.tenant]
    try:
        content, box = column.box.reseal(tenant, row["id"], stored)
        after: dict[str, bytes | None] = {column.name: box}
        if column.field is not None and column.indexes:
            value = column.field.decode(content)
            after |= column.field.indexes_for(column.model, tenant, value)
    except Unopenable:
        report(column.box, tenant, row["id"])
        done.damaged += 1
        return None
    return _Change(tenant, row["id"], stored, after)


def _has_present_indexes(column: SealedColumn, row: Row) -> bool:
    """A new key is registered only when the column that it takes is empty: what stands there is of
    the present key."""
    present = {n % 2 for n in keys.current().index}
    return all(
        (row[name] is not None) == ((0 if name.endswith("_even") else 1) in present)
        for name in column.indexes
    )


# ---------------------------------------------------------------- writing


async def _write(
    database: Database,
    column: SealedColumn,
    changes: Sequence[_Change],
    position: Sequence[UUID],
    done: Resealed,
) -> None:
    """Writes a portion, each community by itself, and then the position."""
    for tenant, group in groupby(changes, key=lambda change: change.tenant):
        await _write_group(database, column, tenant, list(group), done)
    async with _transaction(database) as session:
        await _save_position(session, column, position)


async def _write_group(
    database: Database,
    column: SealedColumn,
    tenant: UUID | None,
    changes: Sequence[_Change],
    done: Resealed,
) -> None:
    """Writes rows of one tenant. Those that others hold are written one by one, each in a
    transaction of its own: so two transactions never wait for each other."""
    try:
        async with _transaction(database) as session:
            written = await _write_free_rows(session, column, tenant, changes)
    except DBAPIError as error:
        if sqlstate(error) not in TRANSIENT:
            raise
        written = set()
    done.written += len(written)
    for change in changes:
        if change.id not in written:
            is_written = await _write_alone(database, column, change)
            done.written, done.missed = done.written + is_written, done.missed + (not is_written)


@asynccontextmanager
async def _transaction(database: Database) -> AsyncIterator[AsyncSession]:
    """One transaction that does not wait for the disk. What a crash loses is lost from the end on,
    the position first, and is resealed again."""
    async with database.transaction() as session:
        await session.execute(NO_WAIT_FOR_DISK)
        yield session


async def _write_free_rows(
    session: AsyncSession, column: SealedColumn, tenant: UUID | None, changes: Sequence[_Change]
) -> set[UUID]:
    ids = {"ids": [change.id for change in changes], "tenant": tenant}
    lock = (
        f"SELECT id FROM {column.table} WHERE {_of_tenant(column)}"
        f" {column.table}.id = ANY(CAST(:ids AS uuid[])) ORDER BY id"
        " FOR NO KEY UPDATE SKIP LOCKED"
    )
    free = set(await session.scalars(text(lock), _given(column, ids)))
    return await _update(session, column, tenant, [one for one in changes if one.id in free])


async def _write_alone(database: Database, column: SealedColumn, change: _Change) -> bool:
    for _ in range(TRIES):
        try:
            async with database.transaction() as session:
                return bool(await _update(session, column, change.tenant, [change]))
        except DBAPIError as error:
            if sqlstate(error) not in TRANSIENT:
                raise
    return False


async def _update(
    session: AsyncSession, column: SealedColumn, tenant: UUID | None, changes: Sequence[_Change]
) -> set[UUID]:
    """Writes the rows that still hold what was read, and returns their ids."""
    if not changes:
        return set()
    names = list(changes[0].after)
    news = [f"new{n}" for n in range(len(names))]
    arrays = ", ".join(f"CAST(:{new} AS bytea[])" for new in news)
    values_set = ", ".join(f"{name} = u.{new}" for name, new in zip(names, news, strict=True))
    statement = (
        f"UPDATE {column.table} SET {values_set}"
        f" FROM unnest(CAST(:ids AS uuid[]), CAST(:before AS bytea[]), {arrays})"
        f" AS u (id, before, {', '.join(news)})"
        f" WHERE {_of_tenant(column)} {column.table}.id = u.id"
        f" AND {column.table}.{column.name} = u.before RETURNING {column.table}.id"
    )
    values: dict[str, Any] = {
        "ids": [change.id for change in changes],
        "before": [change.before for change in changes],
        "tenant": tenant,
    }
    for name, new in zip(names, news, strict=True):
        values[new] = [change.after[name] for change in changes]
    return set(await session.scalars(text(statement), _given(column, values)))


def _of_tenant(column: SealedColumn) -> str:
    return "" if column.tenant is None else f"{column.table}.{column.tenant} = :tenant AND"


def _given(column: SealedColumn, values: dict[str, Any]) -> dict[str, Any]:
    """The values, without a tenant that the statement does not name."""
    return {name: value for name, value in values.items() if name != "tenant" or column.tenant}


# ---------------------------------------------------------------- the position


def _target() -> str:
    own = keys.current()
    return f"{own.number_to_seal_with}/{','.join(map(str, sorted(own.index)))}"


def _id_of(column: SealedColumn) -> UUID:
    return uuid5(PLATFORM, str(column))


def _is_of(column: SealedColumn) -> tuple[Any, ...]:
    return ResealPosition.community_id == PLATFORM, ResealPosition.id == _id_of(column)


async def _read_position(session: AsyncSession, column: SealedColumn) -> Sequence[UUID]:
    """Returns where a run to the same keys was stopped; empty for the beginning."""
    row = await session.get(ResealPosition, (PLATFORM, _id_of(column)))
    return row.position if row is not None and row.target == _target() else ()


async def _save_position(
    session: AsyncSession, column: SealedColumn, position: Sequence[UUID]
) -> None:
    values = {"target": _target(), "position": list(position)}
    row = insert(ResealPosition).values(community_id=PLATFORM, id=_id_of(column), **values)
    await session.execute(
        row.on_conflict_do_update(index_elements=["community_id", "id"], set_=values)
    )
