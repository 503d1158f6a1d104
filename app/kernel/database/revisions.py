"""Revisions that the program knows and the database has, without loading Alembic."""

import re
from functools import cache
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

REVISION = re.compile(r'^revision = "(\w+)"', re.MULTILINE)
FOLLOWED = re.compile(r'^down_revision: str \| None = "(\w+)"', re.MULTILINE)
FOLDER = Path(__file__).parents[3] / "migrations" / "versions"


@cache
def head() -> str | None:
    """The one that no other follows: history is linear, but files need not be named in its
    order."""
    files = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*_*.py")]
    revisions = {found[1] for text in files if (found := REVISION.search(text))}
    followed = {found[1] for text in files if (found := FOLLOWED.search(text))}
    return max(revisions - followed, default=None)


async def applied(session: AsyncSession) -> str | None:
    """The revision of the database; None before the first."""
    if await session.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = await session.scalar(text("SELECT version_num FROM alembic_version"))
    return revision
