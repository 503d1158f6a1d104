"""The outermost layer: what holds for every request and every answer, whoever makes it."""

import logging
from collections.abc import Collection, Sequence
from random import getrandbits
from re import compile as pattern
from time import perf_counter

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kernel.errors import DomainError, NotFound, Text
from app.kernel.logs import request_id
from app.kernel.metrics import Requests
from app.kernel.privacy.origin import NO_REQUEST, set_origin
from app.kernel.web.bodies import IMPORTS, SHEET_TYPES, has_body
from app.kernel.web.problems import MethodNotAllowed, problem

log = logging.getLogger("linli.access")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
"""Methods that reach the router; it answers HEAD and PATCH with those that it knows."""
GIVEN = pattern(rb"[0-9A-Za-z._-]{1,64}")
"""Form of the ids that gateways and clients give to requests. They stand beside our own in the log,
for nobody else may choose the id by which a request is found."""
SINGLE = (b"host", b"authorization", b"content-type", b"idempotency-key", b"if-match")
"""Headers of which readers would choose different ones if there were two."""
PROBES = frozenset({"/healthz", "/readyz"})
"""Paths that are asked under the address of a machine."""
ENCODED_SLASHES = (b"%2f", b"%5c", b"%00")
"""No part of a path holds a slash; decoded, it would name another route than a proxy has seen."""
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
        "请以 application/json 发送内容；导入请发送 CSV（text/csv）或 XLSX 表格。",
        "Send application/json; imports are sheets, CSV (text/csv) or XLSX.",
    )


class HeadersAmbiguous(DomainError):
    status = 400
    code = "headers_ambiguous"
    title = Text("请求头缺失或重复", "A header is missing or repeated")
    detail = Text("请按接口说明补全后重试。", "Complete the headers and send it again.")


class HostUnknown(DomainError):
    status = 421
    code = "host_unknown"
    title = Text("此域名不属于本服务", "This host is not served here")
    detail = Text("请核对访问的域名。", "Check the host of the address.")


class UnknownMethod(MethodNotAllowed):
    headers = {"Allow": "DELETE, GET, POST, PUT"}


class RequestMiddleware:
    """Pure ASGI, one layer: the id of the request, headers of safety, the kind of what is sent,
    figures, and (where asked for) a line of log without anything from the address. A route that
    `is_silent` has neither figures nor lines, except of its faults: counting its answers would
    count what people do in secret."""

    def __init__(
        self, app: ASGIApp, requests: Requests, hosts: Collection[str], logs_requests: bool
    ) -> None:
        self._app = app
        self._requests = requests
        self._hosts = frozenset(host.lower().encode() for host in hosts)
        self._logs_requests = logs_requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        began = perf_counter()
        headers = dict(scope["headers"])
        own = b"%032x" % getrandbits(128)
        token = request_id.set(own.decode())
        set_origin(NO_REQUEST)
        # Counted when nothing is sent: the server answers so by itself.
        status = 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _with_headers(message.get("headers", ()), own)
            await send(message)

        try:
            refused = _refused(scope, headers) or self._misdirected(scope, headers)
            if refused is not None:
                await problem(Request(scope), refused)(scope, receive, send_with_headers)
            else:
                await self._app(scope, receive, send_with_headers)
        finally:
            self._count(scope, status, perf_counter() - began)
            request_id.reset(token)

    def _misdirected(self, scope: Scope, headers: dict[bytes, bytes]) -> DomainError | None:
        is_known = _without_port(headers[b"host"]) in self._hosts or scope["path"] in PROBES
        return None if is_known or not self._hosts else HostUnknown()

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        if status < 500 and getattr(scope.get("route"), "is_silent", False):
            return
        route = getattr(scope.get("route"), "path_format", NOWHERE)
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        self._requests.count((method, route, status), seconds)
        if self._logs_requests:
            facts: dict[str, object] = {"method": method, "route": route, "status": status}
            facts |= _given_id(scope)
            log.info("request", extra=facts | {"ms": round(seconds * 1000, 1)})


def _with_headers(headers: object, own: bytes) -> list[tuple[bytes, bytes]]:
    complete: list[tuple[bytes, bytes]] = [*headers, *ALWAYS, (b"x-request-id", own)]  # type: ignore[misc]
    names = {name for name, _ in complete}
    complete += [header for header in UNLESS_SET if header[0] not in names]
    return complete


def _given_id(scope: Scope) -> dict[str, str]:
    given = dict(scope["headers"]).get(b"x-request-id", b"")
    return {"client_request_id": given.decode()} if GIVEN.fullmatch(given) else {}


def _without_port(host: bytes) -> bytes:
    name, colon, port = host.lower().rpartition(b":")
    return name if colon and port.isdigit() else host.lower()


def _refused(scope: Scope, headers: dict[bytes, bytes]) -> DomainError | None:
    if _are_ambiguous(scope["headers"], headers):
        return HeadersAmbiguous()
    if scope["method"] not in METHODS:
        return UnknownMethod()
    if b"%" in (path := scope.get("raw_path") or b""):
        path = path.lower()
        if any(encoded in path for encoded in ENCODED_SLASHES):
            return NotFound()
    if not has_body(scope):
        return None
    expected = SHEET_TYPES if scope["path"].endswith(IMPORTS) else {b"application/json"}
    sent = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    return None if sent in expected else UnsupportedMediaType()


def _are_ambiguous(given: Sequence[tuple[bytes, bytes]], headers: dict[bytes, bytes]) -> bool:
    if b"host" not in headers:
        return True
    if len(given) == len(headers):
        return False
    names = [name for name, _ in given]
    return any(names.count(name) > 1 for name in SINGLE)
