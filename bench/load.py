"""The load: connections over loopback, each with one request at a time."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from httptools import HttpResponseParser

LOOPBACK = "127.0.0.1"
NO_ANSWER = 0
"""The status of a request that was not answered."""
LAST_ANSWERS_TIMEOUT_SECONDS = 15.0
"""The wait for requests that are under way when a round ends."""


@dataclass(slots=True)
class Round:
    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)
    latencies: list[float] = field(default_factory=list)
    """Latencies in seconds."""

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def quantile(self, share: float) -> float:
        """Returns a quantile of the latencies, in milliseconds."""
        return sorted(self.latencies)[int((len(self.latencies) - 1) * share)] * 1000


class _Caller(asyncio.Protocol):
    """One connection, kept alive, which sends a request when the last one has been answered."""

    def __init__(self, requests: Iterator[bytes], until: float, round_: Round) -> None:
        self._requests = requests
        self._until = until
        self._round = round_
        self._parser = HttpResponseParser(self)
        self._sent_at: float | None = None
        self._transport: asyncio.WriteTransport
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # TCP transports can be written to
        self._send()

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        assert self._sent_at is not None
        now = perf_counter()
        self._round.latencies.append(now - self._sent_at)
        self._round.statuses[self._parser.get_status_code()] += 1
        self._sent_at = None
        self._send()

    def connection_lost(self, _error: Exception | None) -> None:
        if self._sent_at is not None:
            self._round.statuses[NO_ANSWER] += 1
        if not self.done.done():
            self.done.set_result(None)

    def _send(self) -> None:
        now = perf_counter()
        request = next(self._requests, None) if now < self._until else None
        if request is None:
            self._transport.close()
            return
        self._sent_at = now
        self._transport.write(request)


async def rush(port: int, connections: int, requests: Iterator[bytes], seconds: float) -> Round:
    """Sends requests until there are no more or the time is over, and awaits the last answers."""
    loop = asyncio.get_running_loop()
    round_ = Round()
    began = perf_counter()
    made = [
        loop.create_connection(lambda: _Caller(requests, began + seconds, round_), LOOPBACK, port)
        for _ in range(connections)
    ]
    async with asyncio.timeout(seconds + LAST_ANSWERS_TIMEOUT_SECONDS):
        callers = [caller for _, caller in await asyncio.gather(*made)]
        await asyncio.gather(*(caller.done for caller in callers))
    round_.seconds = perf_counter() - began
    return round_
