"""Migrations as a step of their own: one at a time, under an advisory lock."""

import asyncio
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from app.kernel.database.instants import hold_range

INI = Path(__file__).parents[3] / "alembic.ini"
# Any number, as long as all versions of the program and nothing else lock it.
LOCK = text("SELECT pg_try_advisory_lock(7217435001)")
LOCK_AGAIN_SECONDS = 0.2
APP_ROLE = "linli_app"

Result = TypeVar("Result")


def alembic_config() -> Config:
    """Alembic's configuration for this program's revisions and models."""
    return Config(str(INI), cmd_opts=Namespace(quiet=True))


async def migrate(url: str, revision: str = "head", *, config: Config | None = None) -> None:
    """Bring the database up to the revision, or down when it is `base` or begins with a minus."""
    is_down = revision == "base" or revision.startswith("-")
    move = command.downgrade if is_down else command.upgrade
    await _run(url, lambda config: move(config, revision), config)
    if revision == "head":
        await run_alone(url, _hold_range)


def _hold_range(connection: Connection) -> None:
    for _ in hold_range(connection):
        connection.commit()


async def check(url: str, *, config: Config | None = None) -> None:
    """Raise `alembic.util.CommandError` when the models and the database are not alike."""
    await _run(url, command.check, config)


async def _run(url: str, run: Callable[[Config], object], config: Config | None) -> None:
    config = config or alembic_config()

    def run_on(connection: Connection) -> None:
        config.attributes["connection"] = connection
        run(config)

    await run_alone(url, run_on)


async def run_alone(url: str, run: Callable[[Connection], Result]) -> Result:
    """Run this while no other migration runs; a second runner waits for the first.

    A second connection has the lock, so that no rollback of a revision gives it up."""
    engine = create_async_engine(url, pool_size=2)
    try:
        async with engine.connect() as holder, engine.connect() as connection:
            await _lock(holder)
            result = await connection.run_sync(run)
            await connection.commit()
            return result
    finally:
        await engine.dispose()


async def _lock(holder: AsyncConnection) -> None:
    # Without a transaction, and asked again instead of waiting: CREATE INDEX CONCURRENTLY waits
    # for everybody who holds a snapshot.
    connection = await holder.execution_options(isolation_level="AUTOCOMMIT")
    while True:
        if await connection.scalar(LOCK):
            return
        await asyncio.sleep(LOCK_AGAIN_SECONDS)


GRANTS = f"""
DO $$ BEGIN
    BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
            CREATE ROLE {APP_ROLE} NOLOGIN;
        END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another database's migration
    END;
    GRANT USAGE ON SCHEMA public TO {APP_ROLE};
    GRANT SELECT ON alembic_version TO {APP_ROLE};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public
        GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP_ROLE};
END $$
"""
"""Gives the role that serves plain DML and nothing else. The first revision runs it before any
table is made, so that each is granted as it is made."""
