"""Catalog: the tables and columns that the database has."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

COLUMN = text(
    """
SELECT count(*) FROM pg_attribute
WHERE attrelid = to_regclass(:table) AND (attname = :column OR CAST(:column AS text) IS NULL)
    AND attnum > 0 AND NOT attisdropped
"""
)


async def is_there(session: AsyncSession, table: str, column: str | None = None) -> bool:
    """Returns whether the table, and its column where one is given, is there."""
    return bool(await session.scalar(COLUMN, {"table": table, "column": column}))
