"""Databases to measure on."""

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
def a_database(what: str = "bench") -> Iterator[str]:
    """Of its own, gone afterwards; on LINLI_BENCH_DATABASE_URL, or on a server under var/."""
    given = os.environ.get("LINLI_BENCH_DATABASE_URL")
    if given:
        server, _handle = make_url(given).set(drivername=embedded.DRIVER), None
    else:
        server, _handle = embedded.start(FOLDER)
    name = f"linli_{what}_{os.getpid()}"  # two runs do not meet
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    asyncio.run(_execute(server, drop, f"CREATE DATABASE {name}"))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        asyncio.run(_execute(server, drop))


def plain(url: str) -> str:
    """As asyncpg itself takes it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


async def _execute(server: URL, *statements: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()
