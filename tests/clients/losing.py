"""A service over real HTTP that answers as it is told, and loses answers."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    method: str
    path: str
    headers: dict[str, str]
    body: str


@dataclass(frozen=True, slots=True)
class Reply:
    body: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    type: str = "application/json"
    is_lost: bool = False
    """The request was worked on, but its answer is lost on the way."""


Answers = Callable[[Seen], Reply]


def problem(status: int, code: str, *, headers: dict[str, str] | None = None, **more: Any) -> Reply:
    body = {"code": code, "title": "标题", "detail": "说明", "request_id": "r-1", "status": status}
    return Reply(body | more, status, headers or {}, "application/problem+json")


@contextmanager
def a_losing_service(answers: Answers) -> Iterator[tuple[str, list[Seen]]]:
    """Yields its base URL, and the requests that it has seen."""
    seen: list[Seen] = []

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            length = int(self.headers.get("content-length", 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(length).decode("utf-8", "replace")
            one = Seen(self.command, self.path, headers, body)

            seen.append(one)
            reply = answers(one)
            self.close_connection = True
            if reply.is_lost:
                return
            self.send_response(reply.status)
            for name, value in (reply.headers | {"content-type": reply.type}).items():
                self.send_header(name, value)
            self.end_headers()
            if reply.body is not None:
                self.wfile.write(json.dumps(reply.body).encode())

        do_GET = do_POST = do_PUT = do_DELETE = _answer

        def log_message(self, format: str, *args: Any) -> None:
            """The test's output is no place for it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", seen
        finally:
            server.shutdown()
            thread.join()
