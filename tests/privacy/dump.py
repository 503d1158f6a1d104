"""A dump of the database, as somebody has it who stole a backup: every row of every table, and no
key."""

import json
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

Row = Mapping[str, Any]
TABLES = """
SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename
"""


class Cell(NamedTuple):
    """One value, and where it stands."""

    table: str
    column: str
    value: Any

    @property
    def place(self) -> str:
        return f"{self.table}.{self.column}"


@dataclass(frozen=True, slots=True)
class Dump:
    tables: Mapping[str, list[Row]]

    def rows(self) -> Iterator[tuple[str, Row]]:
        for table, rows in self.tables.items():
            for row in rows:
                yield table, row

    def cells(self) -> Iterator[Cell]:
        for table, row in self.rows():
            for column, value in row.items():
                if value is not None:
                    yield Cell(table, column, value)


async def dump_of(engine: AsyncEngine) -> Dump:
    async with engine.connect() as connection:
        names = (await connection.scalars(text(TABLES))).all()
        tables: dict[str, list[Row]] = {}
        for name in names:
            rows = await connection.execute(text(f'SELECT * FROM "{name}"'))
            tables[name] = [dict(row) for row in rows.mappings()]
    return Dump(tables)


def texts_of(value: Any) -> Iterator[str]:
    """Yields a value in each form in which somebody would read it."""
    if isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
        yield value.hex()
        yield b64encode(value).decode()
        yield urlsafe_b64encode(value).decode()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        yield json.dumps(value, ensure_ascii=False, default=str)
    else:
        yield str(value)


def ids_of(row: Row) -> Iterator[UUID]:
    """Yields every id in a row, those inside of JSON too."""
    for value in row.values():
        yield from _ids_in(value)


def _ids_in(value: Any) -> Iterator[UUID]:
    if isinstance(value, UUID):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _ids_in(inner)
    elif isinstance(value, str) and len(value) == 36:
        try:
            yield UUID(value)
        except ValueError:
            return


def moments_of(row: Row) -> Iterator[tuple[str, int]]:
    """Yields when a row was written: in seconds by its instants, in hundredths by its ids, which
    carry their time (UUID version 7) of another clock than the one that tests set."""
    for value in row.values():
        if isinstance(value, datetime):
            yield "second", int(value.timestamp())
    for id_ in ids_of(row):
        if id_.version == 7:
            yield "hundredth", (id_.int >> 80) // 10
