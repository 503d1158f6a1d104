"""What a machine that is slow for a moment must not fail: phones that ask again, and looks that
are repeated until they are answered."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager

from fastapi import FastAPI
from httpx import ASGITransport, AsyncBaseTransport, AsyncClient, Request, Response

TOO_LONG = 30


class Phone(AsyncBaseTransport):
    """Comes again when it is told to, under the same key."""

    def __init__(self, app: FastAPI) -> None:
        self._network = ASGITransport(app, raise_app_exceptions=False)

    async def handle_async_request(self, request: Request) -> Response:
        async with asyncio.timeout(TOO_LONG):
            while True:
                answer = await self._network.handle_async_request(request)
                if answer.status_code != 503:
                    return answer
                await asyncio.sleep(0.05)


def phone_of(app: FastAPI) -> AbstractAsyncContextManager[AsyncClient]:
    return AsyncClient(transport=Phone(app), base_url="http://linli.test")


async def until(look: Callable[[], Awaitable[bool]]) -> None:
    """Fails when it is not so in the end."""
    async with asyncio.timeout(TOO_LONG):
        while True:
            if await look():
                return
            await asyncio.sleep(0.02)
