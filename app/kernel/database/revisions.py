"""Revisions that the program knows and the database has, without loading Alembic."""

from functools import cache
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

FOLDER = Path(__file__).parents[3] / "migrations" / "versions"


@cache
def head() -> str | None:
    """The newest one, by the names of the files: history is linear, and they begin with it."""
    revisions = [path.name.partition("_")[0] for path in FOLDER.glob("*_*.py")]
    return max(revisions, default=None)


async def applied(session: AsyncSession) -> str | None:
    """The revision of the database; None before the first."""
    if await session.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = await session.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
