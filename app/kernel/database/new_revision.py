"""A new revision, made from what the models have and a database at the newest revision lacks."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.operations.ops import MigrationScript
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.kernel import clock
from app.kernel.database.migrations import alembic_config, migrate, run_alone

ID_FORMAT = "%Y%m%d%H%M"
SCRATCH = f"linli_scratch_{os.getpid()}"


async def make_revision(
    server: URL,
    name: str,
    docstring: str,
    *,
    may_be_empty: bool = False,
    config: Config | None = None,
) -> Path | None:
    """Write a revision after the newest one and return its path, or None without a difference.

    It makes a scratch database on the server, and drops it again."""
    config = config or alembic_config()
    config.attributes["docstring"] = docstring

    def drop_empty(_context: Any, _revision: Any, scripts: list[MigrationScript]) -> None:
        if not may_be_empty and scripts[0].upgrade_ops and scripts[0].upgrade_ops.is_empty():
            scripts.clear()

    def generate(connection: Connection) -> Path | None:
        config.attributes["connection"] = connection
        revision = command.revision(
            config,
            name,
            autogenerate=True,
            rev_id=next_id(clock.now(), newest_id(config)),
            process_revision_directives=drop_empty,
        )
        written = revision[0] if isinstance(revision, list) and revision else revision
        return Path(written.path) if written else None  # type: ignore[union-attr]  # no list here

    async with _scratch_database(server) as url:
        await migrate(url, config=config)
        return await run_alone(url, generate)


def newest_id(config: Config) -> str | None:
    return ScriptDirectory.from_config(config).get_current_head()


def next_id(now: datetime, newest: str | None) -> str:
    """The minute of now, or the one after the newest revision: ids grow along the history."""
    minute = now.strftime(ID_FORMAT)
    if newest is None or newest < minute:
        return minute
    after = datetime.strptime(newest, ID_FORMAT) + timedelta(minutes=1)
    return after.strftime(ID_FORMAT)


@asynccontextmanager
async def _scratch_database(server: URL) -> AsyncIterator[str]:
    drop = f"DROP DATABASE IF EXISTS {SCRATCH} WITH (FORCE)"
    await _run(server, drop, f"CREATE DATABASE {SCRATCH}")
    try:
        yield server.set(database=SCRATCH).render_as_string(hide_password=False)
    finally:
        await _run(server, drop)


async def _run(server: URL, *statements: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
    finally:
        await engine.dispose()
