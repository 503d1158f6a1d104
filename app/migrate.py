"""The steps of `linli migrate`: keys are proven, the schema is moved, new keys are registered."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from app.features import METADATA
from app.kernel import clock
from app.kernel.database import migrations
from app.kernel.database.catalog import is_there
from app.kernel.database.engine import Database
from app.kernel.privacy.key_checks import KeyCheck
from app.kernel.privacy.key_registration import prove, register


async def migrate(
    url: str, revision: str = "head", *, is_new_secret_accepted: bool = False
) -> None:
    """Bring the database to a revision as its owner. Raises KeysRefused before anything is changed
    when the keys of this process are not those of the database."""
    assert METADATA.tables  # The sealed columns are those of all features.
    async with _session(url) as session:
        await prove(session, is_new_secret_accepted=is_new_secret_accepted)
    await migrations.migrate(url, revision)
    async with _session(url) as session:
        if await is_there(session, KeyCheck.__tablename__):
            await register(session, clock.now(), is_new_secret_accepted=is_new_secret_accepted)


@asynccontextmanager
async def _session(url: str) -> AsyncIterator[AsyncSession]:
    """One transaction without the limits of time that requests have."""
    engine = create_async_engine(url, hide_parameters=True)
    try:
        async with Database.of(engine).transaction() as session:
            yield session
    finally:
        await engine.dispose()
