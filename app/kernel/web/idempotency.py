"""Idempotency-Key: the same key and request give the same response."""

import json
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from functools import wraps
from typing import Annotated, Any, TypeVar
from uuid import UUID

from fastapi import Depends, Header, Request, Response
from fastapi.routing import APIRoute

from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.idempotency import Key, Replayed, StoredResponse, reserve
from app.kernel.errors import DomainError, NotFound, Text
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import FOR_WRITES


class KeyMissing(DomainError):
    status = 400
    code = "idempotency_key_missing"
    title = Text("缺少提交编号", "The header Idempotency-Key is missing")
    detail = Text(
        "请在请求头 Idempotency-Key 中给出提交编号，重试时不变。",
        "Send a key for each act, and the same key when you try again.",
    )


class ReplayHidden(NotFound):
    """The key has been used, and the route's guards do not show the caller its row any more."""

    code = "idempotency_replay_hidden"
    title = Text(
        "此次提交已办理，但您现在无法查看其结果",
        "This was done, but you may no longer see its result",
    )


AnyEndpoint = TypeVar("AnyEndpoint", bound=Callable[..., Any])
CREATED = "__creates__"
"""Name of the attribute of a function of a route under which `replayed_while_there` stores the
model."""
_replay: ContextVar[StoredResponse | None] = ContextVar("replay", default=None)
"""The stored response of the request that is being handled, until its guards have admitted the
caller."""


def replayed_while_there(model: type[CommunityScoped]) -> Callable[[AnyEndpoint], AnyEndpoint]:
    """Decorates the function of a route that creates a row which its person may have deleted. Its
    stored response is not given again once the row is gone."""

    def mark(endpoint: AnyEndpoint) -> AnyEndpoint:
        setattr(endpoint, CREATED, model)
        return endpoint

    return mark


def response_of(stored: StoredResponse) -> Response:
    """Makes the response that a hot lane has stored, or that a replay gives again."""
    headers = {"content-type": "application/json", **stored.headers}
    if stored.is_replayed:
        headers["Idempotent-Replayed"] = "true"
    return Response(stored.body, stored.status, headers)


def _to_store(response: Response) -> StoredResponse:
    headers = {name: value for name, value in response.headers.items() if name != "content-length"}
    return StoredResponse(response.status_code, bytes(response.body), headers)


async def optional_key(
    request: Request,
    key: Annotated[
        str | None, Header(alias="Idempotency-Key", min_length=8, max_length=128)
    ] = None,
) -> Key | None:
    if key is None:
        return None
    target = f"{request.method} {request.url.path}?{request.url.query}"
    version = request.headers.get("if-match")
    asked = [target, version] if version else [target]
    return Key.of(key, *(one.encode() for one in asked), await request.body())


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
        if key is None:
            if request.state.is_create:
                raise KeyMissing
            return
        try:
            request.state.reservation = await reserve(session, _community(request), actor, key)
        except Replayed as replayed:
            if replayed.stored.body:
                await _require_there(request, session, replayed.stored)
                # The guards of the route come first: the caller may have lost the right to see it.
                _replay.set(replayed.stored)
                return
            raise

    # What a read shows is not stored: it may be more than its caller may see later.
    setattr(reserve_key, FOR_WRITES, True)
    return Depends(reserve_key)


async def _require_there(request: Request, session: Session, stored: StoredResponse) -> None:
    """Raises ReplayHidden where the row that the request has created is gone."""
    model: type[CommunityScoped] | None = request.state.created_model
    if model is None:
        return
    row_id = UUID(json.loads(stored.body)["id"])
    if await session.get(model, {"community_id": _community(request), "id": row_id}) is None:
        raise ReplayHidden


def _community(request: Request) -> UUID:
    """Returns the community of the path; records of other paths are stored at the platform's."""
    try:
        return UUID(request.path_params.get("community_id", PLATFORM.hex))
    except ValueError:
        raise NotFound from None


class IdempotentRoute(APIRoute):
    """A route whose 2xx response is stored in its own transaction and replayed for the same key,
    to a caller whom its guards still admit.

    FastAPI commits (see `Session`) after the handler made here has returned.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        assert self.dependant.call is not None
        self.dependant.call = _unless_replayed(self.dependant.call)
        ordinary = super().get_route_handler()

        async def handle(request: Request) -> Response:
            # Said before the route is called, because its dependencies ask for it.
            request.state.is_create = self.status_code == 201
            request.state.created_model = getattr(self.endpoint, CREATED, None)
            token = _replay.set(None)
            try:
                response = await ordinary(request)
            except Replayed as replayed:
                return response_of(replayed.stored)
            except NotFound as hidden:
                raise hidden if _replay.get() is None else ReplayHidden from None
            finally:
                _replay.reset(token)
            if (reservation := getattr(request.state, "reservation", None)) is not None:
                await reservation.store(_to_store(response))
            return response

        return handle


def _unless_replayed(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    """Returns the function of a route so that it does nothing where its response is stored."""

    @wraps(endpoint)
    async def call(*args: Any, **values: Any) -> Any:
        if (stored := _replay.get()) is not None:
            raise Replayed(stored)
        return await endpoint(*args, **values)

    return call
