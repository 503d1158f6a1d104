"""CHECKs that revisions set: rows are read for them while others write."""

import asyncio

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.kernel.database.migration_checks import set_check

SLOW = "pg_sleep(0.1) IS NOT NULL"
"""A rule that takes a tenth of a second a row."""
IS_VALIDATING = text(
    "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'ALTER TABLE papers VALIDATE%'"
    " AND state = 'active' AND datname = current_database()"
)


def revise(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"transaction_per_migration": True})
    with Operations.context(context), context.begin_transaction(_per_migration=True):
        set_check("papers", "ck_papers_slow", SLOW)


async def test_who_writes_does_not_wait_while_a_table_is_read_for_a_new_check(
    own_engine: AsyncEngine,
) -> None:
    async with own_engine.begin() as connection:
        await connection.execute(text("CREATE TABLE papers (n int)"))
        await connection.execute(text("INSERT INTO papers SELECT generate_series(1, 20)"))
    async with own_engine.connect() as migrating, own_engine.connect() as watching:
        revision = asyncio.create_task(migrating.run_sync(revise))
        while not await watching.scalar(IS_VALIDATING):
            assert not revision.done(), "it was over before anybody could look"
            await watching.rollback()
        async with own_engine.begin() as writer:
            await writer.execute(text("SET LOCAL lock_timeout = '100ms'"))
            await writer.execute(text("INSERT INTO papers VALUES (21)"))
        await revision
