"""The outermost layer: what holds for every request and every answer, whoever makes it."""

import logging
from random import getrandbits
from re import compile as pattern
from time import perf_counter

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kernel.errors import DomainError, Text
from app.kernel.logs import request_id
from app.kernel.metrics import Requests
from app.kernel.web.bodies import IMPORTS
from app.kernel.web.problems import MethodNotAllowed, problem

log = logging.getLogger("linli.access")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""Methods that reach the router; it answers HEAD and PATCH with those that it knows."""
GIVEN = pattern(rb"[0-9A-Za-z._-]{1,64}")
"""Form of the ids that a gateway gives to requests; anything else is not from there."""
STRICT = b"default-src 'none'; frame-ancestors 'none'"
ALWAYS = (
    (b"strict-transport-security", b"max-age=63072000; includeSubDomains"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
UNLESS_SET = ((b"cache-control", b"no-store"), (b"content-security-policy", STRICT))
"""Lists that are validated by their ETag, and the pages of the documents, have their own."""
NOWHERE = "(none)"
"""The route of what no route has answered."""


class UnsupportedMediaType(DomainError):
    status = 415
    code = "unsupported_media_type"
    title = Text("不支持此内容类型", "This type of content is not taken here")
    detail = Text(
        "请以 application/json 发送内容；导入请以 text/csv 发送。",
        "Send application/json; imports are sent as text/csv.",
    )


class UnknownMethod(MethodNotAllowed):
    headers = {"Allow": "DELETE, GET, POST, PUT"}


class RequestMiddleware:
    """Pure ASGI, one layer: the id of the request, headers of safety, the kind of what is sent,
    figures, and (where asked for) a line of log without anything from the address."""

    def __init__(self, app: ASGIApp, requests: Requests, logs_requests: bool) -> None:
        self._app = app
        self._requests = requests
        self._logs_requests = logs_requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        began = perf_counter()
        headers = dict(scope["headers"])
        given = headers.get(b"x-request-id", b"")
        own = given if GIVEN.fullmatch(given) else b"%032x" % getrandbits(128)
        token = request_id.set(own.decode())
        # Counted when nothing is sent: the server answers so by itself.
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _with_headers(message.get("headers", ()), own)
            await send(message)

        try:
            if (refused := _refused(scope, headers)) is not None:
                await problem(Request(scope), refused)(scope, receive, send_with_headers)
            else:
                await self._app(scope, receive, send_with_headers)
        finally:
            self._count(scope, status, perf_counter() - began)
            request_id.reset(token)

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path_format", NOWHERE)
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        self._requests.count((method, route, status), seconds)
        if self._logs_requests:
            facts = {"method": method, "route": route, "status": status}
            log.info("request", extra=facts | {"ms": round(seconds * 1000, 1)})


def _with_headers(headers: object, own: bytes) -> list[tuple[bytes, bytes]]:
    complete: list[tuple[bytes, bytes]] = [*headers, *ALWAYS, (b"x-request-id", own)]  # type: ignore[misc]
    names = {name for name, _ in complete}
    complete += [header for header in UNLESS_SET if header[0] not in names]
    return complete


def _refused(scope: Scope, headers: dict[bytes, bytes]) -> DomainError | None:
    if scope["method"] not in METHODS:
        return UnknownMethod()
    has_body = b"transfer-encoding" in headers or headers.get(b"content-length", b"0") != b"0"
    if not has_body:
        return None
    expected = b"text/csv" if scope["path"].endswith(IMPORTS) else b"application/json"
    sent = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    return None if sent == expected else UnsupportedMediaType()
