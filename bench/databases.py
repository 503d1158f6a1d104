"""The databases of a run."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.kernel.database import embedded

FOLDER = Path("var/bench")


@contextmanager
def a_database(purpose: str = "bench") -> Iterator[str]:
    """Creates a database on LINLI_BENCH_DATABASE_URL, else on a server under var/; drops it
    afterwards."""
    given = os.environ.get("LINLI_BENCH_DATABASE_URL")
    if given:
        server, _handle = make_url(given).set(drivername=embedded.DRIVER), None
    else:
        server, _handle = embedded.start(FOLDER)
    name = f"linli_{purpose}_{os.getpid()}"  # one per process: runs do not disturb each other
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    asyncio.run(_execute(server, drop, f"CREATE DATABASE {name}"))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_execute(server, drop))


def plain(url: str) -> str:
    """Returns the URL in the form that asyncpg itself takes."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


async def _execute(server: URL, *statements: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()
