"""Migrations as a step of their own: one at a time, under an advisory lock."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import create_async_engine

INI = Path(__file__).parents[3] / "alembic.ini"
LOCK = text("SELECT pg_advisory_lock(7217435001)")
APP_ROLE = "linli_app"


async def migrate(url: str, revision: str = "head") -> None:
    """Up to the revision; down to it when it is `base` or begins with a minus."""
    is_down = revision == "base" or revision.startswith("-")
    move = command.downgrade if is_down else command.upgrade
    await _alone(url, lambda connection: move(_config(connection), revision))


async def check(url: str) -> None:
    """Raises `alembic.util.CommandError` when the models and the database are not alike."""
    await _alone(url, lambda connection: command.check(_config(connection)))


async def _alone(url: str, run: Callable[[Connection], object]) -> None:
    """On a connection that has the lock; it goes with the connection. A second runner waits."""
    engine = create_async_engine(url, pool_size=2)
    try:
        async with engine.connect() as holder, engine.connect() as connection:
            await holder.execute(LOCK)
            await connection.run_sync(run)
            await connection.commit()
    finally:
        await engine.dispose()


def _config(connection: Connection) -> Config:
    made = Config(str(INI))
    made.attributes["connection"] = connection
    return made


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
"""Plain DML and nothing else for the role that serves. The first revision runs it before any
table is made, so that each is granted as it is made."""
