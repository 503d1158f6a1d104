"""The database: metadata, the pool, transactions, locks. Commits happen here and in `lane`."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from re import findall, sub
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import DateTime, LargeBinary, MetaData, Uuid, inspect, literal, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert
from sqlalchemy.event import listen
from sqlalchemy.exc import DBAPIError, DisconnectionError, InvalidRequestError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import (
    AsyncConnection,
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase, make_transient_to_detached

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


LOCK_TIMEOUT_SECONDS = 2
"""The longest wait for a lock or for a connection of the pool: beyond it a caller is told to come
back rather than left to wait in a line that grows."""


SERVER_SETTINGS = {
    "timezone": "UTC",
    "lock_timeout": f"{LOCK_TIMEOUT_SECONDS}s",
    "statement_timeout": f"{LOCK_TIMEOUT_SECONDS + 3}s",
    "idle_in_transaction_session_timeout": f"{5 * LOCK_TIMEOUT_SECONDS}s",
}
"""Limits that fit each other: a statement may wait for a lock and then work; a transaction may
run several and compute between them."""


def open_engine(url: str, *, pool_size: int = 16) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=LOCK_TIMEOUT_SECONDS,
        hide_parameters=True,
        connect_args={"server_settings": SERVER_SETTINGS},
    )
    listen(engine.sync_engine, "checkout", _refuse_dead_connection)
    return engine


def _refuse_dead_connection(connection: Any, *_: object) -> None:
    """Makes the pool open a new connection. asyncpg knows; no round trip is needed to ask."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError


EMITTED = "emitted"
LISTENED_KINDS = "listened_kinds"
DATABASE = "database"
AFTER_REFUSAL = "after_refusal"
"""Entries of `session.info`: whether an event was written, which kinds are worth writing, the
database, for what a long transaction says of itself before it ends, and what a refusal leaves to be
done."""
Work = Callable[[AsyncSession], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Database:
    """The one pool, with its two doors: sessions, and plain connections for the hot lane."""

    sessions: async_sessionmaker[AsyncSession]
    connect: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    emitted: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when events have been committed: wakes the worker of this process."""

    def __post_init__(self) -> None:
        info = {**(self.sessions.kw.get("info") or {}), DATABASE: self}
        self.sessions.configure(info=info)

    @classmethod
    def of(cls, engine: AsyncEngine, listened_kinds: frozenset[str] | None = None) -> "Database":
        """Open both doors of the engine. Given kinds of events, others are not written."""
        info = {LISTENED_KINDS: listened_kinds}
        sessions = async_sessionmaker(engine, expire_on_commit=False, info=info)
        return cls(sessions, engine.connect)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends, rolled back when it raises. What
        `after_refusal` has noted then follows in transactions of its own."""
        try:
            async with self.sessions.begin() as session:
                yield session
        except DomainError:
            for work in session.info.get(AFTER_REFUSAL, ()):
                async with self.transaction() as apart:
                    await work(apart)
            raise
        if session.info.get(EMITTED):
            self.emitted.set()


def after_refusal(session: AsyncSession, work: Work) -> None:
    """Has work done if this transaction ends with a DomainError, which undoes what it has done
    itself. By then its connection is free again: a request never holds two."""
    session.info.setdefault(AFTER_REFUSAL, []).append(work)


async def lock(session: AsyncSession, *rows: Base) -> None:
    """Locks rows until the transaction ends, and reads them again. Parents before children. Raises
    NotFound for a row that has been deleted since it was read."""
    await session.flush()  # else pending changes would be overwritten by the refresh
    for row in rows:
        try:
            await session.refresh(row, with_for_update={"key_share": True})
        except InvalidRequestError:
            raise NotFound from None


Scoped = TypeVar("Scoped", bound=CommunityScoped)


async def get_row(
    session: AsyncSession, model: type[Scoped], community_id: UUID, row_id: UUID
) -> Scoped:
    """Returns the row, or raises NotFound: a row of another community does not exist here."""
    row = await session.get(model, {"community_id": community_id, "id": row_id})
    if row is None:
        raise NotFound
    return row


async def warm_pool(database: Database, connections: int) -> None:
    """Open that many connections of the pool, so that the first rush finds them open."""
    async with AsyncExitStack() as stack:
        for _ in range(connections):
            connection = await stack.enter_async_context(database.connect())
            await connection.execute(text("SELECT 1"))


def violated(error: BaseException) -> str | None:
    """Returns the name of the violated constraint or index, without the number of a shard."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    cause = getattr(cause, "__cause__", None) or cause
    name = getattr(cause, "constraint_name", None)
    if name is None:
        quoted = findall(r'"([^"]+)"', str(cause).partition("\n")[0])
        name = quoted[-1] if quoted else None
    return name if name is None else sub(r"_\d+$", "", name)


@asynccontextmanager
async def savepoint(session: AsyncSession, **refusals: type[DomainError]) -> AsyncIterator[None]:
    """Flushes what the block does; a violated constraint is refused by the error of its name."""
    try:
        async with session.begin_nested():
            yield
    except Exception as error:
        known = refusals.get(violated(error) or "")
        if known is None:
            raise
        raise known from None


async def insert_once(session: AsyncSession, row: Base) -> bool:
    """Adds a new row unless a unique constraint forbids it, and returns whether it was added. No
    violation is provoked: PostgreSQL would write the key of the row, which may name a person, into
    its own log. Use `savepoint` only where the key names nobody."""
    await session.flush()  # Rows that it points to come first.
    state = inspect(row)
    values = {column.key: getattr(row, column.key) for column in state.mapper.column_attrs}
    given = {name: value for name, value in values.items() if value is not None}
    statement = insert(type(row)).values(given).on_conflict_do_nothing()
    if await session.scalar(statement.returning(literal(True))) is None:
        return False
    for name in values.keys() - given.keys():
        setattr(row, name, None)  # An attribute that was never set would be read when it is used.
    make_transient_to_detached(row)
    session.add(row)
    return True


LOCK_NOT_AVAILABLE = "55P03"
FOREIGN_KEY_VIOLATION = "23503"
UNIQUE_VIOLATION = "23505"
NUL_IN_TEXT = {"22021", "22P05"}
"""NUL, which PostgreSQL cannot store, in a text or in JSON."""
TRANSIENT = {
    *(LOCK_NOT_AVAILABLE, "57014", "40P01", "40001", "57P01", "57P03", "53300", "08003", "08006")
}
"""Lock or statement timed out, deadlock, serialisation failure, connection lost or refused."""


def sqlstate(error: BaseException) -> str | None:
    return getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlstate", None)


def refusal(error: BaseException) -> DomainError:
    """Translates a refusal of the database into an error for the caller."""
    state = sqlstate(error)
    if isinstance(error, PoolTimeout | OSError) or state in TRANSIENT:
        return Busy()
    if state in NUL_IN_TEXT:
        return Malformed(errors=[{"pointer": "", "code": "not_text"}])
    if state == FOREIGN_KEY_VIOLATION:
        return UnknownReference()
    return Conflict() if state == UNIQUE_VIOLATION else Broken()
