"""The client for asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from types import TracebackType
from typing import Literal, Self, TypeVar

import httpx

from linli_client import core
from linli_client.act import Act
from linli_client.pages import Page
from linli_client.problem import NetworkError
from linli_client.session import MemoryStore, Store

T = TypeVar("T")


class AsyncClient:
    """What the clients of administrators and residents share."""

    REFRESH_PATH: str

    def __init__(
        self,
        base_url: str,
        *,
        store: Store | None = None,
        language: Literal["zh", "en"] = "zh",
        rules: core.Rules | None = None,
    ) -> None:
        rules = rules or core.Rules()
        self.state = core.State(store or MemoryStore(), self.REFRESH_PATH, rules, language)
        self._http = httpx.AsyncClient(base_url=base_url, timeout=rules.timeout_seconds)
        self._refreshing = asyncio.Lock()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._http.aclose()

    async def send(self, act: Act[T]) -> T:
        """Sends an act, and returns what is answered. Raises LinliProblem where it is refused, and
        NetworkError where no answer came: then send the same act again."""
        return await self._work(core.carry_out(self.state, act))

    async def pages(self, act: Act[Page[T]]) -> AsyncIterator[Page[T]]:
        """Yields the pages of a list, one request each."""
        while True:
            page = await self.send(act)
            yield page
            if not page.next_cursor:
                return
            act = act.after(page.next_cursor)

    async def all(self, act: Act[Page[T]]) -> list[T]:
        """Returns all elements of a list, page by page."""
        return [item async for page in self.pages(act) for item in page.items]

    async def _work(self, work: core.Work[T]) -> T:
        outcome: core.Outcome = None
        while True:
            try:
                step = work.send(outcome)
            except StopIteration as done:
                value: T = done.value
                return value
            outcome = await self._take(step)

    async def _take(self, step: core.Step) -> core.Outcome:
        if isinstance(step, core.Refresh):
            async with self._refreshing:
                await self._work(core.refresh(self.state, step.spent))
        elif isinstance(step, core.Request):
            return await self._send(step)
        else:
            await asyncio.sleep(step)
        return None

    async def _send(self, request: core.Request) -> core.Response | NetworkError:
        try:
            got = await self._http.request(
                request.method, request.url, headers=request.headers, content=request.content
            )
        except httpx.TimeoutException:
            return NetworkError("timeout")
        except httpx.TransportError:
            return NetworkError("offline")
        return core.Response(got.status_code, got.headers, got.content)
