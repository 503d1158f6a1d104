"""Dump of the database, as a thief reads it: every row of every table as text."""

from collections.abc import Collection, Mapping

from sqlalchemy import text

from app.features import METADATA
from app.kernel.database.engine import Database


async def dump(database: Database) -> Mapping[str, str]:
    """Returns all rows of each table that has some."""
    found: dict[str, str] = {}
    async with database.transaction() as session:
        for table in METADATA.tables:
            rows = (await session.scalars(text(f'SELECT t::text FROM "{table}" t'))).all()
            if rows:
                found[table] = "\n".join(rows)
    return found


def hits(dumped: Mapping[str, str], words: Collection[str]) -> list[str]:
    """Lists table and word for each word that stands somewhere, as text or as bytes."""
    return sorted(
        f"{table}: {word}"
        for table, rows in dumped.items()
        for word in words
        if word in rows or word.encode().hex() in rows
    )
