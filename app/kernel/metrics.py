"""Metrics: counters of requests, and Prometheus text on a loopback port of its own."""

import asyncio
from bisect import bisect_left
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from errno import EADDRINUSE
from typing import Any

from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

LOOPBACK = "127.0.0.1"
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Seconds."""
TRIES = 32
"""Ports: each process of a service takes the next that is free."""

Key = tuple[str, str, int]
"""Method, template of the route, status."""
QueueMetrics = Mapping[str, float]
"""Values of gauges by name; `name/label` is one of several of a kind."""


class Requests(Collector):
    """Answers by method, route and status, and how long they took. One writer: the event loop."""

    def __init__(self) -> None:
        self._seen: dict[Key, list[float]] = {}

    def count(self, key: Key, seconds: float) -> None:
        row = self._seen.get(key)
        if row is None:
            row = self._seen[key] = [0.0] * (len(BOUNDS) + 2)
        row[bisect_left(BOUNDS, seconds)] += 1
        row[-1] += seconds

    def collect(self) -> Iterable[Metric]:
        family = HistogramMetricFamily(
            "linli_request_seconds",
            "Answers and how long they took",
            labels=["method", "route", "status"],
        )
        for (method, route, status), row in list(self._seen.items()):
            family.add_metric([method, route, str(status)], list(_cumulated(row)), row[-1])
        yield family


def _cumulated(row: list[float]) -> Iterator[tuple[str, float]]:
    total = 0.0
    for bound, many in zip((*map(str, BOUNDS), "+Inf"), row, strict=False):
        total += many
        yield bound, total


class Gauges(Collector):
    """Read when they are asked for, on the loop that owns what they look at."""

    def __init__(
        self, read: Callable[[], Awaitable[QueueMetrics]], timeout_seconds: float = 2.0
    ) -> None:
        self._read = read
        self._timeout_seconds = timeout_seconds
        self._loop = asyncio.get_running_loop()

    def collect(self) -> Iterable[Metric]:
        reading = asyncio.run_coroutine_threadsafe(self._wait(), self._loop)
        families: dict[str, GaugeMetricFamily] = {}
        for name, value in reading.result(self._timeout_seconds + 1).items():
            kind, _, label = name.partition("/")
            labels = ["name"] if label else []
            family = families.setdefault(kind, GaugeMetricFamily(kind, kind, labels=labels))
            family.add_metric([label] if label else [], value)
        return families.values()

    async def _wait(self) -> QueueMetrics:
        """A database that does not answer is a gauge too."""
        try:
            async with asyncio.timeout(self._timeout_seconds):
                return {"linli_up": 1, **await self._read()}
        except Exception:
            return {"linli_up": 0}


@asynccontextmanager
async def served(port: int, *collectors: Collector) -> AsyncIterator[int]:
    """Serve metrics on the port, or the next free one; 0 picks any. Yields the port."""
    registry = CollectorRegistry()
    for collector in collectors:
        registry.register(_Undescribed(collector))
    server, thread = _listen(port, registry)
    try:
        yield server.server_port
    finally:
        await asyncio.to_thread(server.shutdown)
        server.server_close()
        thread.join()


class _Undescribed(Collector):
    """Collector that is not asked at registration, when the loop could not answer."""

    def __init__(self, inner: Collector) -> None:
        self._inner = inner

    def collect(self) -> Iterable[Metric]:
        return self._inner.collect()

    def describe(self) -> Iterable[Metric]:
        return []


def _listen(port: int, registry: CollectorRegistry) -> tuple[Any, Any]:
    for tried in range(port, port + TRIES):
        try:
            return start_http_server(tried, LOOPBACK, registry)
        except OSError as taken:
            if taken.errno != EADDRINUSE:
                raise
    raise OSError(EADDRINUSE, f"no free port from {port} on for metrics")
