"""How much a caller may send, for how long, and in what shape. A body is read to its end before the
application is called, so that all of it is judged here."""

import asyncio
from collections.abc import Callable
from re import compile as pattern

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kernel.errors import Busy, DomainError, Malformed, Text, Unauthenticated
from app.kernel.web.problems import TooLarge, problem

IMPORTS = "/imports"
"""How the path of a route ends that takes a sheet instead of JSON."""
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET_TYPES = frozenset({b"text/csv", XLSX_TYPE.encode()})
MAX_SHEET_BYTES = 5 * 1024 * 1024
MAX_BODY_BYTES = 256 * 1024
DOCUMENT_SECONDS, SHEET_SECONDS = 15, 60
"""Time in which a body must have come, however slowly it began."""
SMALL_BYTES = 16 * 1024
"""A body up to this size is always read: the number of connections bounds how many there are."""
HELD_BYTES, HELD_SHEET_BYTES = 16 * 1024 * 1024, 64 * 1024 * 1024
"""Bytes of larger bodies that a process holds at a time, of anybody and of who may send sheets."""
PLAIN_BYTES = 2_048
"""A document up to this size costs nothing, whatever its shape."""
MAX_DEPTH, MAX_ITEMS, MAX_VALUES = 20, 1_000, 20_000
"""Levels of a JSON document, items of one array or object, and values in all."""
STRING = pattern(rb'"(?:[^"\\]|\\.)*"?')
NO_STRUCTURE = pattern(rb"[^\[\]{},]+")
OPENING, CLOSING = b"[{", b"]}"


class RequestTimeout(DomainError):
    status = 408
    code = "request_timeout"
    title = Text("请求发送超时", "The request took too long to arrive")
    detail = Text("请在网络通畅时重试。", "Send it again over a better connection.")


class Held:
    """Bytes that a process holds for bodies that are under way."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.bytes = 0


class BodyLimit:
    """Middleware that reads bodies. FastAPI's `max_body_size` would answer in plain text."""

    def __init__(
        self,
        app: ASGIApp,
        may_send_sheet: Callable[[Scope], bool],
        document_seconds: float = DOCUMENT_SECONDS,
    ) -> None:
        self._app = app
        self._may_send_sheet = may_send_sheet
        self._document_seconds = document_seconds
        self._held, self._held_sheets = Held(HELD_BYTES), Held(HELD_SHEET_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not has_body(scope):
            return await self._app(scope, receive, send)
        is_sheet = scope["path"].endswith(IMPORTS)
        reading = self._reading_of_sheet(scope) if is_sheet else self._reading_of_document()
        try:
            body = await reading.read(receive)
            if not is_sheet:
                require_modest(body)
            await self._app(scope, _replay(body, receive), send)
        except _Gone:
            return  # nobody waits for an answer
        except _Refused as refused:
            await problem(Request(scope), refused.error)(scope, receive, send)
        finally:
            reading.release()

    def _reading_of_document(self) -> "_Reading":
        return _Reading(self._held, MAX_BODY_BYTES, self._document_seconds, TooLarge)

    def _reading_of_sheet(self, scope: Scope) -> "_Reading":
        """A stranger is told to log in before a large sheet is read."""
        if self._may_send_sheet(scope):
            return _Reading(self._held_sheets, MAX_SHEET_BYTES, SHEET_SECONDS, TooLarge)
        return _Reading(self._held_sheets, SMALL_BYTES, self._document_seconds, Unauthenticated)


class _Gone(Exception):
    """The caller has hung up before the body was complete."""


class _Refused(Exception):
    """A body that is not read to its end, or not parsed; what is still to come is left."""

    def __init__(self, error: DomainError) -> None:
        error.headers = {**error.headers, "Connection": "close"}
        self.error = error


class _Reading:
    """The reading of one body, and what it holds of the bytes that a process may hold."""

    def __init__(self, held: Held, most: int, seconds: float, beyond: type[DomainError]) -> None:
        self._held = held
        self._most, self._seconds, self._beyond = most, seconds, beyond
        self._taken = 0

    async def read(self, receive: Receive) -> bytes:
        try:
            async with asyncio.timeout(self._seconds):
                return await self._read(receive)
        except TimeoutError:
            raise _Refused(RequestTimeout()) from None

    async def _read(self, receive: Receive) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise _Gone
            pieces.append(message.get("body", b""))
            size += len(pieces[-1])
            self._take(size)
            if not message.get("more_body", False):
                return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def _take(self, size: int) -> None:
        if size > self._most:
            raise _Refused(self._beyond())
        if size <= SMALL_BYTES:
            return
        self._held.bytes += size - self._taken
        self._taken = size
        if self._held.bytes > self._held.most:
            raise _Refused(Busy())

    def release(self) -> None:
        self._held.bytes -= self._taken
        self._taken = 0


def has_body(scope: Scope) -> bool:
    """Returns whether the request announces a body; another one has none (RFC 9112, 6.3)."""
    # A loop, for every request asks: a generator costs three times as much.
    for name, value in scope["headers"]:
        if name == b"transfer-encoding" or (name == b"content-length" and value != b"0"):
            return True
    return False


def require_modest(document: bytes) -> None:
    """Refuses a JSON document that is deeper or wider than any of ours, before it is parsed and
    each of its parts is judged."""
    if len(document) <= PLAIN_BYTES:
        return
    signs = NO_STRUCTURE.sub(b"", STRING.sub(b"", document))
    if len(signs) > 2 * MAX_VALUES:
        raise _immodest("too_many_values")
    items = [1]
    for sign in signs:
        _count(sign, items)
        if len(items) > MAX_DEPTH + 1:
            raise _immodest("too_deep")
        if items[-1] > MAX_ITEMS:
            raise _immodest("too_many_items")


def _count(sign: int, items: list[int]) -> None:
    """Counts a sign: `items` has the number of items of each level that is open."""
    if sign in OPENING:
        items.append(1)
    elif sign not in CLOSING:
        items[-1] += 1
    elif len(items) > 1:
        items.pop()


def _immodest(code: str) -> _Refused:
    return _Refused(Malformed(errors=[{"pointer": "/body", "code": code}]))


def _replay(body: bytes, receive: Receive) -> Receive:
    """Returns a channel that gives the body, and then what `receive` gives."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay
