"""Sealing for revisions: clear columns are sealed and sealed ones opened, a portion of rows at a
time, so that nobody waits for the others. The keys are those of the process that migrates.

    add_column("papers", sa.Column("text_sealed", sa.LargeBinary(), nullable=True))
    seal_column("papers", "text", "text_sealed")
    drop_column("papers", "text")

What the revision has done before is committed; interrupted, it can be run again. The present form
of boxes is used, as the program that migrates reads it."""

import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.database.distribution import prepare

ROWS_AT_A_TIME = 500
TENANT = "community_id"
SOURCE = "source_value"
LOG = logging.getLogger("alembic.runtime.migration")
Change = Callable[[UUID | None, UUID, Any], Mapping[str, Any]]
"""Makes the new values of columns from tenant, id and the present value of the source column."""


def seal_column(
    table: str,
    clear: str,
    sealed: str,
    *,
    tenant: str | None = TENANT,
    index: str | None = None,
    as_json: bool = False,
    sealed_as: str | None = None,
    length: int | None = None,
) -> None:
    """Seal what stands in a clear column (text, or JSON) into a column of bytes, with its index.

    `tenant` is `user_id` or None for tables of these kinds; `sealed_as` is the model's SEALED_AS,
    `length` its field's. Call it again after the clear column takes no more rows, where others
    write meanwhile: rows that are sealed already are left alone."""
    column = Column(sealed_as or table, sealed, length)

    def seal(owner: UUID | None, row_id: UUID, value: str) -> Mapping[str, Any]:
        text = _compact(value) if as_json else value
        indexes = {} if index is None else index_values(column, index, owner, text)
        return {sealed: column.seal(owner, row_id, text.encode()), **indexes}

    read = f"CAST(to_jsonb({clear}) AS text)" if as_json else f"CAST({clear} AS text)"
    change_rows(table, read, seal, tenant=tenant, condition=f"{sealed} IS NULL")


def open_column(
    table: str,
    clear: str,
    sealed: str,
    *,
    tenant: str | None = TENANT,
    as_json: bool = False,
    sealed_as: str | None = None,
    clear_type: str = "text",
) -> None:
    """Open what stands in a sealed column into a clear one, for the way down: into text, into
    JSONB where it was sealed as JSON, or into what `clear_type` says."""
    column = Column(sealed_as or table, sealed)

    def open_(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
        return {clear: column.open(owner, row_id, stored).decode()}

    casts = {clear: "jsonb" if as_json else clear_type}
    change_rows(table, sealed, open_, tenant=tenant, casts=casts, condition=f"{clear} IS NULL")


def index_values(column: Column, index: str, owner: UUID | None, text: str) -> dict[str, bytes]:
    """Returns the columns of the index that have a key, with what stands in them."""
    names = {n: index if n % 2 else f"{index}_even" for n in keys.current().index}
    return {name: column.blind(owner, text, n) for n, name in names.items()}


def change_rows(
    table: str,
    source: str,
    change: Change,
    *,
    tenant: str | None = TENANT,
    condition: str = "true",
    casts: Mapping[str, str] = {},
) -> None:
    """Change each row in which `source` (a column, or an expression over one) stands, in portions
    by primary key, each committed by itself. A row whose `source` somebody writes meanwhile is
    left to them."""
    key = ("id",) if tenant is None else (tenant, "id")
    with op.get_context().autocommit_block():
        for rows in _portions(table, key, source, condition):
            changed = [new for row in rows if (new := _changed(table, row, tenant, change))]
            if changed:
                columns = [name for name in changed[0] if name not in (*key, SOURCE)]
                update = _update(table, key, source, columns, casts)
                op.get_bind().execute(update, changed)
    prepare()


def _changed(
    table: str, row: Mapping[str, Any], tenant: str | None, change: Change
) -> dict[str, Any] | None:
    """One damaged value does not stop a revision: its row stays as it is, and is named."""
    owner = None if tenant is None else row[tenant]
    try:
        return {**row, **change(owner, row["id"], row[SOURCE])}
    except Unopenable:
        LOG.warning("%s %s of %s does not open: left as it is", table, row["id"], owner)
        return None


def _update(
    table: str, key: Sequence[str], source: str, columns: Iterable[str], casts: Mapping[str, str]
) -> sa.TextClause:
    values = ", ".join(
        f"{name} = CAST(:{name} AS {casts[name]})" if name in casts else f"{name} = :{name}"
        for name in columns
    )
    where = " AND ".join(f"{table}.{name} = :{name}" for name in key)
    return sa.text(f"UPDATE {table} SET {values} WHERE {where} AND {source} = :{SOURCE}")


def _portions(
    table: str, key: Sequence[str], source: str, condition: str
) -> Iterator[list[dict[str, Any]]]:
    names = ", ".join(key)
    first = (
        f"SELECT {names}, {source} AS {SOURCE} FROM {table}"
        f" WHERE {source} IS NOT NULL AND ({condition})"
    )
    after = f" AND ({names}) > ({', '.join(f':{name}' for name in key)})"
    order = f" ORDER BY {names} LIMIT {ROWS_AT_A_TIME}"
    statement, last = first + order, dict[str, Any]()
    while rows := op.get_bind().execute(sa.text(statement), last).mappings().all():
        yield [dict(row) for row in rows]
        statement, last = first + after + order, {name: rows[-1][name] for name in key}


def _compact(text: str) -> str:
    """JSON as `SealedJson` writes it."""
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
