"""Serves the simulator on loopback, in a thread of its own."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

from uvicorn import Config, Server
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.integrations.wechat.simulator.server import DROP, Simulator
from app.integrations.wechat.simulator.world import World

LOOPBACK = "127.0.0.1"
"""The only address it listens at: whoever reaches it can be anybody."""


class Droppable(HttpToolsProtocol):
    """Lets the application cut the connection, which HTTP has no word for. Writes no access log,
    however logging is set up: the addresses hold secrets."""

    def __init__(self, config: Config, *others: Any, **more: Any) -> None:
        super().__init__(config, *others, **more)
        self.access_log = False

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {DROP: {"drop": self.transport.abort}}


@asynccontextmanager
async def serving(
    appid: str, secret: str, port: int = 0, *, accepts_mock_code: bool = False
) -> AsyncIterator[str]:
    """Tells where it is: http://127.0.0.1:port. Port 0 takes a free one.

    The door is open at once; who knocks before the server is up waits for it.
    """
    door = _door(port)
    world = World(appid, secret, accepts_mock_code)
    server = Server(_config(world))
    thread = Thread(target=server.run, args=([door],), name="wechat simulator", daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{door.getsockname()[1]}"
    finally:
        server.should_exit = True
        await asyncio.to_thread(thread.join)
        door.close()


def _door(port: int) -> socket.socket:
    # Named TCP, it answers at once: asyncio turns Nagle's delay off only for what it knows as TCP.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    door.bind((LOOPBACK, port))
    door.listen(128)
    return door


def _config(world: World) -> Config:
    return Config(
        Simulator(world),
        loop="asyncio",
        http=Droppable,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
