"""The simulator as an application: WeChat's manners on the wire, and the faults in them."""

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, cast
from urllib.parse import parse_qsl, urlsplit

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.integrations.wechat.simulator.api import INTERFACES, answer, loaded
from app.integrations.wechat.simulator.asked import MESSAGES, Asked, No, Silence
from app.integrations.wechat.simulator.control import control
from app.integrations.wechat.simulator.faults import Action
from app.integrations.wechat.simulator.world import World

MARK = (b"x-wxsim", b"1")
PAGE = "<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
SILENCE = 30.0
"""Seconds after which a connection that gets no answer is cut."""
DROP = "wxsim.drop"
"""The extension of the server that cuts a connection."""
GARBAGE = bytes(range(128, 256))


HERE = ("127.0.0.1", "localhost")
"""Hosts under which it is asked. A page that a developer has open is not among them, whether it
posts from elsewhere or has its own name point here."""


class Reply(NamedTuple):
    status: int
    content: bytes
    content_type: str
    errcode: int | None = None


def _is_local(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    given = {name: value.decode("latin-1") for name, value in headers}
    site = given.get(b"sec-fetch-site", "none")
    origin = given.get(b"origin")
    return (
        urlsplit(f"//{given.get(b'host', '')}").hostname in HERE
        and site in ("none", "same-origin")
        and (origin is None or urlsplit(origin).hostname in HERE)
    )


class Gone(Exception):
    """The caller has not waited."""


class Simulator:
    def __init__(self, world: World) -> None:
        self._world = world
        self._control: ASGIApp = control(world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise NotImplementedError(scope["type"])
        if not _is_local(scope["headers"]):
            return await Response(status_code=403)(scope, receive, _marked(send))
        if scope["path"].startswith("/_sim/"):
            return await self._control(scope, receive, _marked(send))
        asked = await _read(scope, receive)
        action = self._world.faults.meeting(asked)
        try:
            reply = await self._reply(scope, asked, action, receive)
            await _idle(receive, action.delay_after_effect_ms / 1000)
            if action.drop_after_effect:
                raise Silence
            await _write(_spoiled(reply, action), action.slow_drip_ms / 1000, receive, send)
        except Gone:
            return
        except Silence:
            await self._cut(scope)

    async def _reply(self, scope: Scope, asked: Asked, action: Action, receive: Receive) -> Reply:
        """Done, journalled, and what is answered."""
        rid = self._world.rid()
        await _idle(receive, action.delay_ms / 1000)
        if action.drop:
            self._world.note(asked, 0, None, rid)
            raise Silence
        try:
            reply = self._done(scope, asked, action, rid)
        except Silence:
            self._world.note(asked, 0, None, rid)
            await _idle(receive, SILENCE)
            raise
        self._world.note(asked, reply.status, reply.errcode, rid)
        return reply

    def _done(self, scope: Scope, asked: Asked, action: Action, rid: str) -> Reply:
        headers = dict(scope["headers"])
        if asked.path not in INTERFACES:
            return _page(404)
        if asked.method == "POST" and b"content-length" not in headers:
            return _page(412)
        if action.http_status is not None:
            return _page(action.http_status)
        try:
            if action.errcode is not None:
                raise No(action.errcode)
            content = answer(self._world, asked)
        except No as no:
            message = f"{MESSAGES.get(no.errcode, 'error')}, rid: {rid}"
            content = {"errcode": no.errcode, "errmsg": message}
        plain = asked.path.startswith("/sns/")
        content_type = "text/plain" if plain else "application/json; encoding=utf-8"
        return Reply(200, json.dumps(content).encode(), content_type, content.get("errcode"))

    async def _cut(self, scope: Scope) -> None:
        drop = cast(Callable[[], None], scope["extensions"][DROP]["drop"])
        drop()
        await asyncio.sleep(0.01)  # until the server has noticed


def _page(status: int) -> Reply:
    return Reply(status, PAGE.format(status).encode(), "text/html")


def _spoiled(reply: Reply, action: Action) -> Reply:
    if action.garbage:
        reply = reply._replace(content=GARBAGE)
    if action.too_long:
        reply = reply._replace(content=b" " * 1024 * 1024 + reply.content)
    if action.truncate is not None:
        reply = reply._replace(content=reply.content[: action.truncate])
    if action.wrong_content_type:
        reply = reply._replace(content_type="image/jpeg")
    return reply


async def _read(scope: Scope, receive: Receive) -> Asked:
    content = b""
    while True:
        message = await receive()
        content += message.get("body", b"")
        if not message.get("more_body", False):
            break
    query = dict(parse_qsl(scope["query_string"].decode(), keep_blank_values=True))
    body = loaded(content)
    given: dict[str, Any] = body if isinstance(body, dict) else {}
    return Asked(scope["method"], scope["path"], query, content, given)


async def _idle(receive: Receive, seconds: float) -> None:
    """Waits, or raises Gone as soon as the caller has gone."""
    if seconds <= 0:
        return
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return
    raise Gone


async def _write(reply: Reply, drip: float, receive: Receive, send: Send) -> None:
    headers = [
        MARK,
        (b"content-type", reply.content_type.encode()),
        (b"content-length", str(len(reply.content)).encode()),
    ]
    await send({"type": "http.response.start", "status": reply.status, "headers": headers})
    for part in _parts(reply.content, drip):
        await send({"type": "http.response.body", "body": part, "more_body": True})
        await _idle(receive, drip)
    await send({"type": "http.response.body", "body": b""})


def _parts(content: bytes, drip: float) -> Iterator[bytes]:
    size = 1 if drip > 0 else max(1, len(content))
    for start in range(0, len(content), size):
        yield content[start : start + size]


def _marked(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], MARK]
        await send(message)

    return sent
