"""Plain driver connections, on which hot functions run their statements."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

Row = Mapping[str, Any]


class Connection(Protocol):
    """The part of asyncpg that hot functions use; they neither begin nor commit."""

    async def fetch(self, sql: str, /, *arguments: Any) -> Sequence[Row]: ...
    async def execute(self, sql: str, /, *arguments: Any) -> str: ...


async def driver_connection(connection: AsyncConnection) -> Any:
    return (await connection.get_raw_connection()).driver_connection


async def connection_of(session: AsyncSession) -> Connection:
    """Returns the session's own connection, for a hot function inside a larger transaction."""
    await session.flush()
    # SQLAlchemy opens the transaction with its first statement.
    await session.execute(text("SELECT 1"))
    connection: Connection = await driver_connection(await session.connection())
    return connection
