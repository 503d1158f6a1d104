"""Retries, so that a machine that is slow for a moment fails no test: phones that ask again, and
conditions that are checked until they hold."""

import asyncio
from collections.abc import Awaitable, Callable

from httpx import AsyncBaseTransport, Request, Response, TransportError

TIMEOUT_SECONDS = 120


class Phone(AsyncBaseTransport):
    """Repeats a request, under the same key, when the service is busy or its answer is lost."""

    def __init__(self, network: AsyncBaseTransport) -> None:
        self._network = network

    async def handle_async_request(self, request: Request) -> Response:
        async with asyncio.timeout(TIMEOUT_SECONDS):
            while True:
                answer = await self._answer(request)
                if answer is not None and answer.status_code != 503:
                    return answer
                await asyncio.sleep(0.05)

    async def _answer(self, request: Request) -> Response | None:
        try:
            answer = await self._network.handle_async_request(request)
            await answer.aread()
        except TransportError:
            return None
        return answer

    async def aclose(self) -> None:
        await self._network.aclose()


async def until(is_met: Callable[[], Awaitable[bool]]) -> None:
    """Returns when the condition holds. Fails if it does not within TIMEOUT_SECONDS."""
    async with asyncio.timeout(TIMEOUT_SECONDS):
        while True:
            if await is_met():
                return
            await asyncio.sleep(0.02)
