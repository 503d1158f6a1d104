"""The database: metadata, the pool, transactions, locks. Commits happen here and in `lane`."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from re import findall, sub
from time import monotonic
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import DateTime, LargeBinary, MetaData, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.event import listen
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.errors import (
    Broken,
    Busy,
    Conflict,
    DomainError,
    Malformed,
    NotFound,
    UnknownReference,
)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[Any] = {
        datetime: DateTime(timezone=True),
        bytes: LargeBinary,
        dict[str, Any]: JSONB,
        list[UUID]: ARRAY(Uuid),
    }


PATIENCE = 2
"""Seconds that a lock or a connection of the pool is waited for (security.md S30)."""


SERVER_SETTINGS = {
    "timezone": "UTC",
    "lock_timeout": f"{PATIENCE}s",
    "statement_timeout": f"{PATIENCE + 3}s",
    "idle_in_transaction_session_timeout": f"{5 * PATIENCE}s",
}
"""A statement may wait for a lock and then work; a transaction may do both, and think."""


def open_engine(url: str, *, pool_size: int = 16) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=PATIENCE,
        hide_parameters=True,
        connect_args={"server_settings": SERVER_SETTINGS},
    )
    listen(engine.sync_engine, "checkout", _refuse_dead_connection)
    return engine


def _refuse_dead_connection(connection: Any, *_: object) -> None:
    """The pool then makes a new one. asyncpg knows; no round trip is needed to ask."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


EMITTED = "emitted"


@dataclass(frozen=True, slots=True)
class Database:
    """The one pool, with its two doors: sessions, and plain connections for the hot lane."""

    sessions: async_sessionmaker[AsyncSession]
    connect: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    emitted: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when something has been committed that has to be followed: wakes this process' worker."""

    @classmethod
    def of(cls, engine: AsyncEngine) -> "Database":
        return cls(async_sessionmaker(engine, expire_on_commit=False), engine.connect)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends, rolled back when it raises."""
        async with self.sessions.begin() as session:
            yield session
        if session.info.get(EMITTED):
            self.emitted.set()


async def lock(session: AsyncSession, *rows: Base) -> None:
    """Reads the rows again and holds them until the transaction ends. Parents before children."""
    await session.flush()  # what is pending would be read over
    for row in rows:
        await session.refresh(row, with_for_update={"key_share": True})


Scoped = TypeVar("Scoped", bound=CommunityScoped)


async def get_row(
    session: AsyncSession, model: type[Scoped], community_id: UUID, row_id: UUID
) -> Scoped:
    """The row, or NotFound: what lies in another community does not exist."""
    row = await session.get(model, {"community_id": community_id, "id": row_id})
    if row is None:
        raise NotFound
    return row


async def set_clock(connection: AsyncConnection) -> None:
    """By the database's time, which decides what is in time."""
    asked_at = monotonic()
    told = await connection.scalar(text("SELECT clock_timestamp()"))
    clock.set_by(told, asked_at, monotonic())


def violated(error: BaseException) -> str | None:
    """The name of the constraint or index that refused, also where a shard's name stands in it."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    cause = getattr(cause, "__cause__", None) or cause
    name = getattr(cause, "constraint_name", None)
    if name is None:
        quoted = findall(r'"([^"]+)"', str(cause).partition("\n")[0])
        name = quoted[-1] if quoted else None
    return name if name is None else sub(r"_\d+$", "", name)


LOCK_TIMEOUT = "55P03"
NO_SUCH_PARENT = "23503"
NOT_TEXT = {"22021", "22P05"}
"""NUL, which PostgreSQL cannot store, in a text or in JSON."""
TRY_AGAIN = {LOCK_TIMEOUT, "57014", "40P01", "40001", "57P01", "57P03", "53300", "08003", "08006"}
"""Lock or statement timed out, deadlock, serialisation failure, connection lost or refused."""


def sqlstate(error: BaseException) -> str | None:
    return getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlstate", None)


def refusal(error: BaseException) -> DomainError:
    """What the database refused, as something a caller can be told."""
    state = sqlstate(error)
    if isinstance(error, PoolTimeout | OSError) or state in TRY_AGAIN:
        return Busy()
    if state in NOT_TEXT:
        return Malformed(errors=[{"pointer": "", "code": "not_text"}])
    if state == NO_SUCH_PARENT:
        return UnknownReference()
    return Conflict() if state == "23505" else Broken()
