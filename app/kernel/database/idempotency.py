"""Idempotency records: the response of a request, stored under its key in the transaction of the
effect. The header and the routes stand in `kernel/web/idempotency.py`."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from hashlib import blake2b
from typing import Literal
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import FOREIGN_KEY_VIOLATION, LOCK_NOT_AVAILABLE, Base, sqlstate
from app.kernel.errors import Conflict, DomainError, NotFound, Text


class KeyReused(DomainError):
    status = 422
    code = "idempotency_key_reused"
    title = Text("此请求编号已用于其他内容", "This key was used for something else")


class KeyInFlight(Conflict):
    code = "idempotency_key_in_flight"
    title = Text("同一请求正在处理", "The same request is being processed")
    retry_after = 2


class IdempotencyRecord(CommunityScoped, Base):
    """The stored response of a key. Its id is made of actor, lane and key; its status is 0 while
    the request runs."""

    __tablename__ = "idempotency_keys"
    PRIVACY = "personal"
    fingerprint: Mapped[bytes]
    status: Mapped[int]
    location: Mapped[str | None]
    body: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(index=True)

    def replay(self, key: "Key") -> "StoredResponse | DomainError":
        return replay(self.fingerprint, StoredResponse(self.status, self.body, self.location), key)


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a request, and a fingerprint of what was asked under it."""

    value: str
    fingerprint: bytes

    def id_for(self, actor: UUID, lane: Literal["ordinary", "hot"]) -> UUID:
        """Returns the id of the record. Each lane has its own, for the hot lane writes a record
        last, behind locks that the ordinary one takes after its key: over one record the two
        would wait for each other."""
        name = actor.bytes + f"{lane}\0{self.value}".encode()
        return UUID(bytes=blake2b(name, digest_size=16).digest())


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """The response of an idempotent request; a replay has the same status, location and bytes."""

    status: int
    body: bytes
    location: str | None = None
    is_replayed: bool = False


def replay(fingerprint: bytes, stored: StoredResponse, key: Key) -> StoredResponse | DomainError:
    """Answers a request whose key has been used before, with the fingerprint stored then."""
    if fingerprint != key.fingerprint:
        return KeyReused()
    return replace(stored, is_replayed=True)


# ---------------------------------------------------------------- the ordinary lane


class Replayed(Exception):
    """The key has been used for this very request: its stored response is the answer."""

    def __init__(self, stored: StoredResponse) -> None:
        self.stored = stored


@dataclass(frozen=True, slots=True)
class KeyReservation:
    """A key taken by this request; a repeat waits for its transaction to end."""

    session: AsyncSession
    community_id: UUID
    id: UUID

    async def store(self, response: StoredResponse) -> None:
        await self.session.execute(
            update(IdempotencyRecord)
            .filter_by(community_id=self.community_id, id=self.id)
            .values(status=response.status, location=response.location, body=response.body)
        )


async def reserve(
    session: AsyncSession, community_id: UUID, actor: UUID, key: Key
) -> KeyReservation:
    """Takes the key before anything else is done, or raises Replayed."""
    row = {"community_id": community_id, "id": key.id_for(actor, "ordinary")}
    values = {"fingerprint": key.fingerprint, "status": 0, "body": b"", "created_at": clock.now()}
    try:
        taken = await session.scalar(
            insert(IdempotencyRecord)
            .values(row | values)
            .on_conflict_do_nothing()
            .returning(IdempotencyRecord.id)
        )
    except DBAPIError as error:
        if sqlstate(error) == LOCK_NOT_AVAILABLE:
            raise KeyInFlight from None
        if sqlstate(error) == FOREIGN_KEY_VIOLATION:
            raise NotFound from None  # the community of the path
        raise
    if taken is None:
        record = (await session.scalars(select(IdempotencyRecord).filter_by(**row))).one()
        outcome = record.replay(key)
        raise outcome if isinstance(outcome, DomainError) else Replayed(outcome)
    return KeyReservation(session, community_id, row["id"])


# ---------------------------------------------------------------- the hot lane


@cache
def store_rows_sql(table: str) -> str:
    """Returns the statement that stores the responses of a group: $2 ids of rows of `table` that
    the group has written, $3 ids of the records, $4 fingerprints, $5 locations, $6 bodies, $7 the
    instant. It is driven by `table`: Citus pulls a SELECT from unnest alone through its
    coordinator."""
    return f"""
INSERT INTO idempotency_keys AS k
    (community_id, id, fingerprint, status, location, body, created_at)
SELECT r.community_id, u.id, u.fingerprint, 201, u.location, u.body, $7
FROM {table} r
JOIN unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::text[], $6::bytea[])
    AS u (row_id, id, fingerprint, location, body) ON r.id = u.row_id
WHERE r.community_id = $1
"""
