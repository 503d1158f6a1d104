"""Idempotency-Key: same key and request, same answer; kept in the transaction of the effect."""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Header, Request, Response
from fastapi.routing import APIRoute
from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import LOCK_TIMEOUT, NO_SUCH_PARENT, Base, sqlstate
from app.kernel.errors import Conflict, DomainError, NotFound, Text
from app.kernel.web.dependencies import Session


class KeyMissing(DomainError):
    status = 400
    code = "idempotency_key_missing"
    title = Text("缺少请求编号", "The header Idempotency-Key is missing")


class KeyReused(DomainError):
    status = 422
    code = "idempotency_key_reused"
    title = Text("此请求编号已用于其他内容", "This key was used for something else")


class KeyInFlight(Conflict):
    code = "idempotency_key_in_flight"
    title = Text("同一请求正在处理", "The same request is being processed")
    retry_after = 2


class IdempotencyRecord(CommunityScoped, Base):
    """Under an id that is made of actor, lane and key; status 0 while it is being worked on."""

    __tablename__ = "idempotency_keys"
    PRIVACY = "personal"
    fingerprint: Mapped[bytes]
    status: Mapped[int]
    location: Mapped[str | None]
    body: Mapped[bytes]
    created_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True, slots=True)
class Key:
    value: str
    fingerprint: bytes

    def id_for(self, actor: UUID, lane: Literal["ordinary", "hot"]) -> UUID:
        """A lane has its own keys: the hot one keeps a key last, behind locks that the ordinary
        one takes after its key. Over one key they would wait for each other."""
        told = actor.bytes + f"{lane}\0{self.value}".encode()
        return UUID(bytes=blake2b(told, digest_size=16).digest())


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """Bytes made idempotent; a replay is the same bytes."""

    status: int
    body: bytes
    location: str | None = None
    is_replayed: bool = False

    def response(self) -> Response:
        headers = {"Location": self.location} if self.location else {}
        if self.is_replayed:
            headers["Idempotent-Replayed"] = "true"
        return Response(self.body, self.status, headers, "application/json")


def replay(fingerprint: bytes, kept: StoredResponse, key: Key) -> StoredResponse | DomainError:
    """What is answered when the key has been used before."""
    if fingerprint != key.fingerprint:
        return KeyReused()
    return replace(kept, is_replayed=True)


async def optional_key(
    request: Request,
    key: Annotated[
        str | None, Header(alias="Idempotency-Key", min_length=8, max_length=128)
    ] = None,
) -> Key | None:
    if key is None:
        return None
    target = f"{request.method} {request.url.path}?{request.url.query}"
    told = (target.encode(), await request.body())
    return Key(key, blake2b(b"\0".join(told), digest_size=16).digest())


async def required_key(key: Annotated[Key | None, Depends(optional_key)]) -> Key:
    if key is None:
        raise KeyMissing
    return key


OptionalKey = Annotated[Key | None, Depends(optional_key)]
RequiredKey = Annotated[Key, Depends(required_key)]


# ---------------------------------------------------------------- the ordinary lane


class Replayed(Exception):
    def __init__(self, answer: StoredResponse) -> None:
        self.answer = answer


@dataclass(frozen=True, slots=True)
class KeyReservation:
    """A key taken by this request; a repeat waits for its transaction to end."""

    session: AsyncSession
    community_id: UUID
    id: UUID

    async def keep(self, response: Response) -> None:
        await self.session.execute(
            update(IdempotencyRecord)
            .filter_by(community_id=self.community_id, id=self.id)
            .values(
                status=response.status_code,
                location=response.headers.get("location"),
                body=bytes(response.body),
            )
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
        if sqlstate(error) == LOCK_TIMEOUT:
            raise KeyInFlight from None
        if sqlstate(error) == NO_SUCH_PARENT:
            raise NotFound from None  # the community of the path
        raise
    if taken is None:
        kept = (await session.scalars(select(IdempotencyRecord).filter_by(**row))).one()
        outcome = replay(
            kept.fingerprint, StoredResponse(kept.status, kept.body, kept.location), key
        )
        raise outcome if isinstance(outcome, DomainError) else Replayed(outcome)
    return KeyReservation(session, community_id, row["id"])


def idempotent(actor: Callable[..., Awaitable[UUID]]) -> Any:
    """For `dependencies=` of a router whose routes are OnceRoutes."""

    async def reserve_key(
        request: Request,
        actor: Annotated[UUID, Depends(actor)],
        key: OptionalKey,
        session: Session,
    ) -> None:
        if key is not None:
            request.state.reservation = await reserve(session, _community(request), actor, key)
        elif request.state.is_create:
            raise KeyMissing

    return Depends(reserve_key)


def _community(request: Request) -> UUID:
    """Of the path; what belongs to no community keeps its answers with the platform's."""
    try:
        return UUID(request.path_params.get("community_id", PLATFORM.hex))
    except ValueError:
        raise NotFound from None


class IdempotentRoute(APIRoute):
    """Its 2xx answer is kept in its own transaction and given again for the same key.

    FastAPI commits (see `Session`) after the handler made here has returned.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            request.state.is_create = self.status_code == 201
            try:
                response = await answer(request)
            except Replayed as replayed:
                return replayed.answer.response()
            if (taken := getattr(request.state, "reservation", None)) is not None:
                await taken.keep(response)
            return response

        return handle


# ---------------------------------------------------------------- the hot lane


def store_with(table: str) -> str:
    """Keeps the answers of a group: $2 ids of rows of `table` that the group has written,
    $3 ids of the keys, $4 fingerprints, $5 locations, $6 bodies, $7 the instant.

    Driven by `table`, because Citus pulls a SELECT from unnest alone through its coordinator.
    """
    return f"""
INSERT INTO idempotency_keys AS k
    (community_id, id, fingerprint, status, location, body, created_at)
SELECT r.community_id, u.id, u.fingerprint, 201, u.location, u.body, $7
FROM {table} r
JOIN unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::text[], $6::bytea[])
    AS u (row_id, id, fingerprint, location, body) ON r.id = u.row_id
WHERE r.community_id = $1
"""
