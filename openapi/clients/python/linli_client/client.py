"""The client with plain calls; several threads may share one."""

from __future__ import annotations

import time
from collections.abc import Iterator
from threading import Lock
from types import TracebackType
from typing import Literal, Self, TypeVar

import httpx

from linli_client import core
from linli_client.act import Act
from linli_client.pages import Page
from linli_client.problem import NetworkError
from linli_client.session import MemoryStore, Store

T = TypeVar("T")


class Client:
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
        self._http = httpx.Client(base_url=base_url, timeout=rules.timeout_seconds)
        self._refreshing = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def send(self, act: Act[T]) -> T:
        """Sends an act, and returns what is answered. Raises LinliProblem where it is refused, and
        NetworkError where no answer came: then send the same act again."""
        return self._work(core.carry_out(self.state, act))

    def pages(self, act: Act[Page[T]]) -> Iterator[Page[T]]:
        """Yields the pages of a list, one request each."""
        while True:
            page = self.send(act)
            yield page
            if not page.next_cursor:
                return
            act = act.after(page.next_cursor)

    def all(self, act: Act[Page[T]]) -> list[T]:
        """Returns all elements of a list, page by page."""
        return [item for page in self.pages(act) for item in page.items]

    def _work(self, work: core.Work[T]) -> T:
        outcome: core.Outcome = None
        while True:
            try:
                step = work.send(outcome)
            except StopIteration as done:
                value: T = done.value
                return value
            outcome = self._take(step)

    def _take(self, step: core.Step) -> core.Outcome:
        if isinstance(step, core.Refresh):
            with self._refreshing:
                self._work(core.refresh(self.state, step.spent))
        elif isinstance(step, core.Request):
            return self._send(step)
        else:
            time.sleep(step)
        return None

    def _send(self, request: core.Request) -> core.Response | NetworkError:
        try:
            got = self._http.request(
                request.method, request.url, headers=request.headers, content=request.content
            )
        except httpx.TimeoutException:
            return NetworkError("timeout")
        except httpx.TransportError:
            return NetworkError("offline")
        return core.Response(got.status_code, got.headers, got.content)
