"""What a machine that is slow for a moment must not fail: phones that ask again, and looks that
are repeated until they are answered."""

import asyncio
from collections.abc import Awaitable, Callable

from httpx import AsyncBaseTransport, Request, Response, TransportError

TOO_LONG = 120


class Phone(AsyncBaseTransport):
    """Asks again, under the same key, when it is told to and when the answer got lost."""

    def __init__(self, network: AsyncBaseTransport) -> None:
        self._network = network

    async def handle_async_request(self, request: Request) -> Response:
        async with asyncio.timeout(TOO_LONG):
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


async def until(look: Callable[[], Awaitable[bool]]) -> None:
    """Fails when it is not so in the end."""
    async with asyncio.timeout(TOO_LONG):
        while True:
            if await look():
                return
            await asyncio.sleep(0.02)
