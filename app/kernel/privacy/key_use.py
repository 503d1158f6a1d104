"""Counts of sealed values by key, and of rows by their indexes: what still needs a former key."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.crypto import keys
from app.kernel.crypto.boxes import FORM
from app.kernel.privacy.sealed_columns import SealedColumn, sealed_columns

COUNT_TIMEOUT = text("SET LOCAL statement_timeout = '10min'")
"""A count reads the whole table."""


async def count_by_key(session: AsyncSession, column: SealedColumn) -> Mapping[int, int]:
    """Returns the number of values of a column by the number of their key; those of the first
    form count by the negative of it."""
    await session.execute(COUNT_TIMEOUT)
    first, second = (f"get_byte({column.name}, {n})" for n in (0, 1))
    number = f"CASE WHEN {first} = {FORM} THEN {second} ELSE -{first} END"
    query = (
        f"SELECT {number} AS number, count(*) FROM {column.table}"
        f" WHERE octet_length({column.name}) > 1 GROUP BY 1"
    )
    return {number: count for number, count in await session.execute(text(query))}


async def count_with_key(session: AsyncSession, number: int) -> int:
    """Returns the number of values that are sealed with a key."""
    counts: Counter[int] = Counter()
    for column in sealed_columns():
        counts.update(await count_by_key(session, column))
    return counts[number] + counts[-number]


async def count_without_index(session: AsyncSession) -> int:
    """Returns the number of rows that one of the present index keys does not find."""
    return sum(
        [
            await _count(session, column, f"{name} IS NULL")
            for column, name in _index_columns({n % 2 for n in keys.current().index})
        ]
    )


async def count_with_index(session: AsyncSession, number: int) -> int:
    """Returns the number of rows that have something in the column of an index key."""
    return sum(
        [
            await _count(session, column, f"{name} IS NOT NULL")
            for column, name in _index_columns({number % 2})
        ]
    )


def _index_columns(parities: set[int]) -> list[tuple[SealedColumn, str]]:
    return [
        (column, name)
        for column in sealed_columns()
        for name in column.indexes
        if (0 if name.endswith("_even") else 1) in parities
    ]


async def _count(session: AsyncSession, column: SealedColumn, condition: str) -> int:
    await session.execute(COUNT_TIMEOUT)
    query = f"SELECT count(*) FROM {column.table} WHERE {column.name} IS NOT NULL AND {condition}"
    return await session.scalar(text(query)) or 0
