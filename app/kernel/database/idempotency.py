"""Idempotency records: the response of a request, sealed under its key in the transaction of the
effect. The header and the routes stand in `kernel/web/idempotency.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from typing import Literal
from uuid import UUID

from pydantic_core import from_json, to_json
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import FOREIGN_KEY_VIOLATION, LOCK_NOT_AVAILABLE, Base, sqlstate
from app.kernel.errors import Conflict, DomainError, NotFound, Text


class KeyReused(DomainError):
    status = 422
    code = "idempotency_key_reused"
    title = Text("此提交编号已用于其他内容", "This key was used for something else")
    detail = Text("请换一个新的提交编号。", "Send it with a new Idempotency-Key.")


class KeyInFlight(Conflict):
    code = "idempotency_key_in_flight"
    title = Text("此次提交正在处理", "The same request is being processed")
    detail = Text(
        "请稍后用同一提交编号重试。", "Try again in a moment, with the same Idempotency-Key."
    )
    retry_after = 2


class ResponseGone(Conflict):
    code = "idempotency_response_gone"
    title = Text("此次提交已办理，其结果不再保存", "This was done; its response is no longer kept")


LIFETIME = timedelta(hours=72)


class IdempotencyRecord(CommunityScoped, Base):
    """The stored response of a key. Its id is made of actor, lane and key, and like the
    fingerprint it is keyed: who has the table alone learns neither who asked nor what. Its status
    is 0 while the request runs."""

    __tablename__ = "idempotency_keys"
    PRIVACY = "personal"
    fingerprint: Mapped[bytes]
    status: Mapped[int]
    response_sealed: Mapped[bytes | None]
    """Headers in one line of JSON, then the body."""
    expires_at: Mapped[datetime] = mapped_column(index=True)

    def replay(self, key: "Key", now: datetime) -> "StoredResponse | DomainError":
        row = (self.fingerprint, self.status, self.response_sealed, self.expires_at)
        return replay(self.community_id, self.id, row, key, now)


RESPONSE = Column(IdempotencyRecord.__tablename__, "response_sealed")


def seal_response(community_id: UUID, record_id: UUID, response: "StoredResponse") -> bytes:
    """Returns headers and body as a record stores them."""
    content = to_json(response.headers) + b"\n" + response.body
    return RESPONSE.seal(community_id, record_id, content)


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a request, and a keyed fingerprint of what was asked under it."""

    value: str
    fingerprint: bytes

    def id_for(self, actor: UUID, lane: Literal["ordinary", "hot"]) -> UUID:
        """Returns the id of the record. Each lane has its own, for the hot lane writes a record
        last, behind locks that the ordinary one takes after its key: over one record the two
        would wait for each other."""
        name = actor.bytes + f"{lane}\0{self.value}".encode()
        # The digest in the middle was the id before ids were keyed: so a migration could keep
        # the records that it found.
        digest = blake2b(name, digest_size=16).digest()
        return UUID(bytes=keyed_digest("idempotency record", digest))

    @classmethod
    def of(cls, value: str, *asked: bytes) -> "Key":
        """Makes the key of a request that asks for `asked`."""
        digest = blake2b(b"\0".join(asked), digest_size=16).digest()
        return cls(value, keyed_digest("idempotency fingerprint", digest))


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """The response of an idempotent request; a replay has the same status, headers and bytes."""

    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    is_replayed: bool = False
    expires_at: datetime | None = None
    """The instant from which it is not replayed; after LIFETIME at the latest."""

    def ends_at(self, now: datetime) -> datetime:
        """Returns when its record ends, to the full hour: a record does not date its request."""
        last = _full_hour(now + LIFETIME)
        return last if self.expires_at is None else min(last, self.expires_at)


def _full_hour(instant: datetime) -> datetime:
    hours = -(-int(instant.timestamp()) // 3600)
    return datetime.fromtimestamp(hours * 3600, UTC)


Row = tuple[bytes, int, bytes | None, datetime]
"""Fingerprint, status, sealed response and end of a record."""


def replay(
    community_id: UUID, record_id: UUID, row: Row, key: Key, now: datetime
) -> StoredResponse | DomainError:
    """Answers a request whose key has been used before."""
    fingerprint, status, sealed, expires_at = row
    if fingerprint != key.fingerprint:
        return KeyReused()
    if expires_at <= now or sealed is None:
        return ResponseGone()
    try:
        head, _, body = RESPONSE.open(community_id, record_id, sealed).partition(b"\n")
    except Unopenable:
        return ResponseGone()
    return StoredResponse(status, body, from_json(head), is_replayed=True)


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
            .values(
                status=response.status,
                response_sealed=seal_response(self.community_id, self.id, response),
                expires_at=response.ends_at(clock.now()),
            )
        )


async def reserve(
    session: AsyncSession, community_id: UUID, actor: UUID, key: Key
) -> KeyReservation:
    """Takes the key before anything else is done, or raises Replayed."""
    row = {"community_id": community_id, "id": key.id_for(actor, "ordinary")}
    now = clock.now()
    values = {"fingerprint": key.fingerprint, "status": 0, "expires_at": now + LIFETIME}
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
        outcome = record.replay(key, now)
        raise outcome if isinstance(outcome, DomainError) else Replayed(outcome)
    return KeyReservation(session, community_id, row["id"])


# ---------------------------------------------------------------- the hot lane


@cache
def store_rows_sql(table: str) -> str:
    """Returns the statement that stores the responses of a group: $2 ids of rows of `table` that
    the group has written, $3 ids of the records, $4 fingerprints, $5 statuses, $6 sealed
    responses, $7 the ends of the records. It is driven by `table`: Citus pulls a SELECT from
    unnest alone through its coordinator."""
    return f"""
INSERT INTO idempotency_keys AS k
    (community_id, id, fingerprint, status, response_sealed, expires_at)
SELECT r.community_id, u.id, u.fingerprint, u.status, u.response, u.expires_at
FROM {table} r
JOIN unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::int[], $6::bytea[], $7::timestamptz[])
    AS u (row_id, id, fingerprint, status, response, expires_at) ON r.id = u.row_id
WHERE r.community_id = $1
"""
