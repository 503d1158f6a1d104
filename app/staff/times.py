"""Times of what waits, opened where a table does not show them."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.staff.todo import Todo


async def with_times(session: AsyncSession, todo: Todo, rows: Sequence[Any]) -> Sequence[Any]:
    """Returns the rows with their own instants, due soonest first. A row whose instant cannot be
    opened is left out."""
    if todo.opens is None or not rows:
        return rows
    opened = await todo.opens(session, {row.community_id for row in rows})
    dated = [
        SimpleNamespace(
            **{**row._mapping, "since": opened[row.id], "due_at": opened[row.id] + todo.within}
        )
        for row in rows
        if row.id in opened
    ]
    return sorted(dated, key=lambda row: (row.due_at, row.id))
