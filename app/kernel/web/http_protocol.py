"""The server's side of a connection, with limits before anything is known of the caller: uvicorn
bounds neither the head of a request nor the time that it takes."""

from asyncio import TimerHandle, Transport
from json import dumps
from random import getrandbits
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from app.kernel.errors import Busy, DomainError, Text
from app.kernel.web.problems import PROBLEM, body_of
from app.kernel.web.request_middleware import ALWAYS, UNLESS_SET

MAX_HEAD_BYTES, MAX_HEADERS = 32 * 1024, 100
"""Limits of a head: request line and headers together, and the number of headers."""
MAX_PIPELINED = 8
"""Requests that may wait on one connection; phones, browsers and proxies send one at a time."""


class NotHttp(DomainError):
    status = 400
    code = "not_http"
    title = Text("请求格式不正确", "The request is not valid HTTP")


class HeadTooLarge(DomainError):
    status = 431
    code = "head_too_large"
    title = Text("请求头过大", "The head of the request is too large")
    detail = Text("请减少请求头后重试。", "Send fewer or shorter headers.")


class HeadTooSlow(DomainError):
    status = 408
    code = "head_too_slow"
    title = Text("请求发送超时", "The head of the request took too long to arrive")
    detail = Text("请在网络通畅时重试。", "Send it again over a better connection.")


class _Refused(Exception):
    """Ends the parsing; what is answered is kept beside it."""


class HttpProtocol(HttpToolsProtocol):
    """Uvicorn's protocol with limits. What it refuses itself is a problem, as any refusal is."""

    head_seconds: float = 10
    """Time from the first byte of a request (or the beginning of the connection) to its last
    header."""
    send_seconds: float = 30
    """Time for which a caller may leave an answer unread."""
    max_connections: int = 2_000
    """Connections of one process."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._is_in_head = False
        self._head_bytes = 0
        """Bytes of the request line and of whole headers."""
        self._unseen_bytes = 0
        """Bytes since a head was complete or a piece of a body came: half a header, trailers."""
        self._refusal: DomainError = NotHttp()
        self._head_timer: TimerHandle | None = None
        self._send_timer: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > self.max_connections:
            self._refuse(Busy())
        else:
            self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timers()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        self._unseen_bytes += len(data)
        super().data_received(data)
        if self.transport.is_closing():
            return
        if self._unseen_bytes > MAX_HEAD_BYTES:
            self._refuse(HeadTooLarge())
        elif self._is_in_head or self._is_idle():
            self._await_head()

    def on_message_begin(self) -> None:
        self._is_in_head = True
        self._head_bytes = 0
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        self._count_head(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        # What comes behind the body are trailers; uvicorn would add them to the headers.
        if self._is_in_head:
            self._count_head(len(name) + len(value))
            if len(self.headers) >= MAX_HEADERS:
                raise self._refused(HeadTooLarge())
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._is_in_head = False
        self._unseen_bytes = 0
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None
        if len(self.pipeline) >= MAX_PIPELINED:
            raise self._refused(NotHttp())
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._unseen_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._unseen_bytes = 0
        super().on_message_complete()

    def pause_writing(self) -> None:
        if self._send_timer is None:
            self._send_timer = self.loop.call_later(self.send_seconds, self.transport.abort)
        super().pause_writing()

    def resume_writing(self) -> None:
        if self._send_timer is not None:
            self._send_timer.cancel()
            self._send_timer = None
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Answers what is not HTTP, or what a callback of the parser has refused."""
        self._refuse(self._refusal)

    def _count_head(self, size: int) -> None:
        self._head_bytes += size
        if self._head_bytes > MAX_HEAD_BYTES:
            raise self._refused(HeadTooLarge())

    def _refused(self, error: DomainError) -> _Refused:
        self._refusal = error
        return _Refused()

    def _is_idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _await_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(self.head_seconds, self._end_slow_head)

    def _end_slow_head(self) -> None:
        self._head_timer = None
        if self._is_in_head:
            self._refuse(HeadTooSlow())
        elif self._is_idle():
            self.transport.close()

    def _refuse(self, error: DomainError) -> None:
        """Answers and closes; where another answer is under way, nothing is mixed into it."""
        self._stop_timers()
        if self.transport.is_closing():
            return
        if self._is_idle():
            self.transport.write(_response(error))
        self.transport.close()

    def _stop_timers(self) -> None:
        for timer in (self._head_timer, self._send_timer):
            if timer is not None:
                timer.cancel()
        self._head_timer = self._send_timer = None


def _response(error: DomainError) -> bytes:
    own = f"{getrandbits(128):032x}"
    body = dumps(body_of(error, False, own), ensure_ascii=False).encode()
    headers = [
        *((b"content-type", PROBLEM.encode()), (b"content-length", b"%d" % len(body))),
        *((b"connection", b"close"), (b"x-request-id", own.encode())),
        *(ALWAYS + UNLESS_SET),
    ]
    if error.retry_after is not None:
        headers.append((b"retry-after", b"%d" % error.retry_after))
    head = STATUS_LINE[error.status] + b"".join(b"%b: %b\r\n" % header for header in headers)
    return head + b"\r\n" + body
