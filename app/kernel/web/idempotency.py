"""Idempotency-Key: the same key and request give the same response."""

from collections.abc import Awaitable, Callable, Coroutine
from hashlib import blake2b
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Header, Request, Response
from fastapi.routing import APIRoute

from app.kernel.database.columns import PLATFORM
from app.kernel.database.idempotency import Key, Replayed, StoredResponse, reserve
from app.kernel.errors import DomainError, NotFound, Text
from app.kernel.web.dependencies import Session


class KeyMissing(DomainError):
    status = 400
    code = "idempotency_key_missing"
    title = Text("缺少请求编号", "The header Idempotency-Key is missing")


def response_of(stored: StoredResponse) -> Response:
    """Makes the response that a hot lane has stored, or that a replay gives again."""
    headers = {"Location": stored.location} if stored.location else {}
    if stored.is_replayed:
        headers["Idempotent-Replayed"] = "true"
    return Response(stored.body, stored.status, headers, "application/json")


def _to_store(response: Response) -> StoredResponse:
    location = response.headers.get("location")
    return StoredResponse(response.status_code, bytes(response.body), location)


async def optional_key(
    request: Request,
    key: Annotated[
        str | None, Header(alias="Idempotency-Key", min_length=8, max_length=128)
    ] = None,
) -> Key | None:
    if key is None:
        return None
    target = f"{request.method} {request.url.path}?{request.url.query}"
    content = b"\0".join((target.encode(), await request.body()))
    return Key(key, blake2b(content, digest_size=16).digest())


async def required_key(key: Annotated[Key | None, Depends(optional_key)]) -> Key:
    if key is None:
        raise KeyMissing
    return key


OptionalKey = Annotated[Key | None, Depends(optional_key)]
RequiredKey = Annotated[Key, Depends(required_key)]


def idempotent(actor: Callable[..., Awaitable[UUID]]) -> Any:
    """Dependency of a router of IdempotentRoutes: reserves the key of the actor's request."""

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
    """Returns the community of the path; records of other paths are stored at the platform's."""
    try:
        return UUID(request.path_params.get("community_id", PLATFORM.hex))
    except ValueError:
        raise NotFound from None


class IdempotentRoute(APIRoute):
    """A route whose 2xx response is stored in its own transaction and replayed for the same key.

    FastAPI commits (see `Session`) after the handler made here has returned.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        ordinary = super().get_route_handler()

        async def handle(request: Request) -> Response:
            # Said before the route is called, because its dependencies ask for it.
            request.state.is_create = self.status_code == 201
            try:
                response = await ordinary(request)
            except Replayed as replayed:
                return response_of(replayed.stored)
            if (reservation := getattr(request.state, "reservation", None)) is not None:
                await reservation.store(_to_store(response))
            return response

        return handle
