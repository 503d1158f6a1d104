"""The load: so many connections, each with one request at a time, over loopback only."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from httptools import HttpResponseParser

LOOPBACK = "127.0.0.1"
LOST = 0
"""The status of what was not answered."""
PATIENCE = 15.0
"""Seconds for what is on its way when the time is over."""


@dataclass(slots=True)
class Round:
    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)
    """In seconds."""

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def quantile(self, share: float) -> float:
        """In milliseconds."""
        return sorted(self.latencies)[int((len(self.latencies) - 1) * share)] * 1000


class _Caller(asyncio.Protocol):
    """One connection, kept alive: asks, waits, asks again."""

    def __init__(self, requests: Iterator[bytes], until: float, told: Round) -> None:
        self._requests = requests
        self._until = until
        self._told = told
        self._parser = HttpResponseParser(self)
        self._asked_at: float | None = None
        self._transport: asyncio.WriteTransport
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # of a stream: it can be written to
        self._ask()

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        assert self._asked_at is not None
        now = perf_counter()
        self._told.latencies.append(now - self._asked_at)
        self._told.statuses[self._parser.get_status_code()] += 1
        self._asked_at = None
        self._ask()

    def connection_lost(self, _error: Exception | None) -> None:
        if self._asked_at is not None:
            self._told.statuses[LOST] += 1
        if not self.done.done():
            self.done.set_result(None)

    def _ask(self) -> None:
        now = perf_counter()
        request = next(self._requests, None) if now < self._until else None
        if request is None:
            self._transport.close()
            return
        self._asked_at = now
        self._transport.write(request)


async def rush(port: int, connections: int, requests: Iterator[bytes], seconds: float) -> Round:
    """Until there are no more requests, or the time is over; then what is on its way is awaited."""
    loop = asyncio.get_running_loop()
    told = Round()
    began = perf_counter()
    made = [
        loop.create_connection(lambda: _Caller(requests, began + seconds, told), LOOPBACK, port)
        for _ in range(connections)
    ]
    async with asyncio.timeout(seconds + PATIENCE):
        callers = [caller for _, caller in await asyncio.gather(*made)]
        await asyncio.gather(*(caller.done for caller in callers))
    told.seconds = perf_counter() - began
    return told
