"""The service as a process of its own, which can be killed."""

import asyncio
import json
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process, create_subprocess_exec
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from httpx import AsyncClient, AsyncHTTPTransport, HTTPError, Limits, Response

from tests.client import SETTINGS
from tests.retries import Phone, until

START = "from app.cli import main; main()"


def environment(database_url: str, **more: str) -> dict[str, str]:
    """The demo's settings, as an operator would give them."""
    ring = {name: secret.get_secret_value() for name, secret in SETTINGS.token_keys.items()}
    sealing = {n: secret.get_secret_value() for n, secret in SETTINGS.sealing_keys.items()}
    given = {
        "LINLI_ENVIRONMENT": "demo",
        "LINLI_DATABASE_URL": database_url,
        "LINLI_TOKEN_KEYS": json.dumps(ring),
        "LINLI_TOKEN_KEY_ID": SETTINGS.token_key_id,
        "LINLI_SECRET_KEY": SETTINGS.secret_key.get_secret_value(),
        "LINLI_SEALING_KEYS": json.dumps(sealing),
        "LINLI_INDEX_KEY": SETTINGS.index_key.get_secret_value(),
        "LINLI_WECHAT_API_BASE_URL": SETTINGS.wechat_api_base_url,
        "LINLI_WECHAT_APPID": SETTINGS.wechat_appid,
        "LINLI_WECHAT_SECRET": SETTINGS.wechat_secret.get_secret_value(),
        "LINLI_HOSTS": json.dumps(["127.0.0.1", "localhost"]),
        "LINLI_METRICS_PORT": "0",
        "LINLI_PORT": str(free_port()),
    }
    return given | more


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


class Service:
    """One at a time on one port; clients see it go and come back."""

    def __init__(self, database_url: str) -> None:
        given = environment(database_url, LINLI_REQUESTS_PER_MINUTE="100000")
        self.base = f"http://127.0.0.1:{given['LINLI_PORT']}"
        self._environment = os.environ | given
        self._process: Process | None = None

    async def start(self) -> None:
        self._process = await create_subprocess_exec(
            *(sys.executable, "-c", START, "serve"),
            env=self._environment,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        async with AsyncClient() as http:
            await until(partial(self._is_ready, http))

    async def _is_ready(self, http: AsyncClient) -> bool:
        try:
            return (await http.get(f"{self.base}/readyz")).is_success
        except HTTPError:
            return False

    async def end(self, by: signal.Signals) -> int:
        """Its exit code; minus the signal, when uvicorn has passed it on after draining."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(by)
        return await self._process.wait()


@asynccontextmanager
async def a_service(database_url: str) -> AsyncIterator[Service]:
    service = Service(database_url)
    await service.start()
    try:
        yield service
    finally:
        await service.end(signal.SIGKILL)


async def keep_killing(service: Service, times: int) -> None:
    for _ in range(times):
        await asyncio.sleep(0.25)
        await service.end(signal.SIGKILL)
        await service.start()


@asynccontextmanager
async def a_crowd(service: Service) -> AsyncIterator[AsyncClient]:
    """Phones that see the service go and come back."""
    network = AsyncHTTPTransport(limits=Limits(max_connections=32))
    async with (
        asyncio.timeout(300),
        AsyncClient(transport=Phone(network), base_url=service.base, timeout=60) as http,
    ):
        yield http


async def twice(send: Callable[[], Awaitable[Response]]) -> tuple[Response, Response]:
    """Sends it once more with the same key, to be sure."""
    return await send(), await send()
