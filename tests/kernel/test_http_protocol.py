"""The server bears what strangers send, over real sockets."""

import asyncio
import json
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from uvicorn import Config, Server

from app.kernel.web.bodies import BodyLimit
from app.kernel.web.http_protocol import MAX_HEAD_BYTES, MAX_HEADERS, MAX_PIPELINED, HttpProtocol

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST / HTTP/1.1\r\nHost: localhost\r\n"
PATIENCE_SECONDS = 30
"""Time for an answer that must come, however slow the machine is."""


class Hasty(HttpProtocol):
    """The protocol with limits that a test can wait for."""

    head_seconds = 0.3
    send_seconds = 0.3
    max_connections = 3


async def echo(scope: Any, receive: Any, send: Any) -> None:
    """Answers with the names of the headers after the body has come."""
    body = b""
    while scope["method"] == "POST" and (message := await receive())["type"] == "http.request":
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    shown = json.dumps([name.decode() for name, _ in scope["headers"]]).encode() + body
    if scope["path"] == "/long":
        shown = b"x" * 2**24
    length = (b"content-length", b"%d" % len(shown))
    await send({"type": "http.response.start", "status": 200, "headers": [length]})
    await send({"type": "http.response.body", "body": shown})


def no_sheets(_scope: Any) -> bool:
    return False


async def until_so(is_so: Callable[[], bool]) -> None:
    """Looks every hundredth of a second; the server tells nobody."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not is_so():  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0.01)


class Running:
    def __init__(self, server: Server, port: int) -> None:
        self.server, self.port = server, port

    def is_left(self) -> bool:
        return not self.server.server_state.connections

    async def connect(self) -> tuple[StreamReader, StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self.port)

    async def ask(self, *pieces: bytes) -> bytes:
        """Sends the pieces and returns what comes until the server closes."""
        reader, writer = await self.connect()
        try:
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
            return await asyncio.wait_for(reader.read(), PATIENCE_SECONDS)
        except ConnectionError:
            return b""
        finally:
            writer.close()


@asynccontextmanager
async def running(protocol: type[HttpProtocol]) -> AsyncIterator[Running]:
    app = BodyLimit(echo, no_sheets, document_seconds=0.3)
    config = Config(app, port=0, http=protocol, lifespan="off", log_config=None, access_log=False)
    server = Server(config)
    socket = config.bind_socket()
    config.load()
    serving = asyncio.create_task(server.serve(sockets=[socket]))
    try:
        await until_so(lambda: server.started)
        yield Running(server, socket.getsockname()[1])
    finally:
        server.should_exit = True
        await serving
        socket.close()


def assert_refused(answer: bytes, status: int) -> None:
    """A problem with the headers of safety."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status), answer[:200]
    for part in (b"application/problem+json", b"nosniff", b"strict-transport-security"):
        assert part in head
    for part in (b"content-security-policy", b"no-store", b"x-request-id", b"connection: close"):
        assert part in head.lower()
    assert json.loads(body)["status"] == status


LONG = b"x" * MAX_HEAD_BYTES


@pytest.mark.parametrize(
    "pieces",
    [
        (GET, b"X-Long: ", *[LONG] * 8),
        (GET, *[b"X-Short: 1\r\n"] * (MAX_HEADERS + 1)),
        (GET, *[b"X-Long: %b\r\n" % (b"x" * 4_000)] * 20),
        (b"GET /", *[LONG] * 8),
        (b"GET /?%b HTTP/1.1\r\n" % LONG,),
        (b"\r\n" * 1_000,) * 100,
        (POST, b"Transfer-Encoding: chunked\r\n\r\n0\r\nX-Trailer: ", *[LONG] * 8),
    ],
    ids=["value", "number", "sum", "line", "query", "nothing", "trailer"],
)
async def test_a_head_has_an_end(pieces: tuple[bytes, ...]) -> None:
    async with running(Hasty) as server:
        answer = await server.ask(*pieces)
    assert not answer or answer.split(b" ")[1] in (b"431", b"408")


async def test_what_is_too_large_is_a_problem() -> None:
    async with running(HttpProtocol) as server:
        assert_refused(await server.ask(GET + b"X-Long: " + LONG + b"\r\n\r\n"), 431)


@pytest.mark.parametrize(
    "sent",
    [
        b"nonsense\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        POST + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
        POST + b"Content-Length: -1\r\n\r\n",
        GET + b"X-A: 1\r\n folded\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)
async def test_what_is_no_http_is_a_problem(sent: bytes) -> None:
    async with running(HttpProtocol) as server:
        assert_refused(await server.ask(sent), 400)


async def test_a_head_that_does_not_come_is_not_waited_for() -> None:
    async with running(Hasty) as server:
        assert_refused(await server.ask(GET), 408)
        assert await server.ask() == b""


async def test_nor_is_the_second_one_of_a_connection() -> None:
    async with running(Hasty) as server:
        answer = await server.ask(GET + b"\r\n", GET)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"HTTP/1.1 408 " in answer


async def test_nor_is_a_body() -> None:
    async with running(Hasty) as server:
        answer = await server.ask(POST + b"Content-Length: 100\r\n\r\nthe beginning")
    assert answer.startswith(b"HTTP/1.1 408 ")


async def test_an_answer_that_nobody_reads_is_dropped() -> None:
    async with running(Hasty) as server:
        reader, writer = await server.connect()
        writer.write(b"GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n")
        await reader.read(1)
        await until_so(server.is_left)
        writer.close()


async def test_trailers_are_no_headers() -> None:
    chunks = b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\nok\r\n0\r\n"
    async with running(HttpProtocol) as server:
        answer = await server.ask(POST + chunks + b"X-Forwarded-For: 1.1.1.1\r\n\r\n")
    assert answer.endswith(b'"transfer-encoding", "connection"]ok')


async def test_there_is_a_last_connection() -> None:
    async with running(Hasty) as server:
        several = [await server.connect() for _ in range(Hasty.max_connections)]
        assert_refused(await server.ask(), 503)
        for _, writer in several:
            writer.close()
        await until_so(server.is_left)
        assert (await server.ask(GET + b"Connection: close\r\n\r\n")).startswith(b"HTTP/1.1 200 ")


async def test_few_requests_wait_on_one_connection() -> None:
    async with running(HttpProtocol) as server:
        answer = await server.ask((GET + b"\r\n") * 500)
    assert answer.count(b"HTTP/1.1 200 ") <= MAX_PIPELINED


async def test_what_is_well_formed_is_answered() -> None:
    """Two requests on one connection, in small pieces, with a body of a hundred kilobytes."""
    body = b"[" + b" " * 100_000 + b"]"
    pieces = [GET[:10], GET[10:], b"\r\n", POST, b"Content-Length: %d\r\n" % len(body)]
    async with running(HttpProtocol) as server:
        answer = await server.ask(*pieces, b"Connection: close\r\n\r\n", body[:5], body[5:])
    assert answer.count(b"HTTP/1.1 200 ") == 2
    assert answer.endswith(body)
