"""Reads that wait share connections; equal ones share an answer that is never too old."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from app.kernel.errors import Busy
from app.kernel.lane.reads import Reads


class Counter:
    """Counts connections and reads, and lets reads through once it is open."""

    def __init__(self) -> None:
        self.handed_out = 0
        self.begun: list[str] = []
        self.open = asyncio.Event()
        self.error: Exception | None = None

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[Any]:
        if self.error is not None:
            raise self.error
        self.handed_out += 1
        yield Connection()

    def read(self, name: str) -> Callable[[Any], Awaitable[str]]:
        async def run(_connection: Any) -> str:
            self.begun.append(name)
            await self.open.wait()
            return f"{name} {len(self.begun)}"

        return run


class Connection:
    def is_closed(self) -> bool:
        return False


def asked(*asking: Awaitable[str]) -> list["asyncio.Future[str]"]:
    return [asyncio.ensure_future(one) for one in asking]


async def a_moment() -> None:
    await asyncio.sleep(0.01)


class TestReads:
    @pytest.fixture(autouse=True)
    def arrange(self) -> None:
        self.counter = Counter()
        self.reads = Reads(self.counter.connect, connections=1, max_waiting=3)

    async def test_those_that_wait_share_a_connection(self) -> None:
        self.counter.open.set()
        answers = await asyncio.gather(*(self.reads.submit(self.counter.read(n)) for n in "abc"))
        assert answers == ["a 1", "b 2", "c 3"]
        assert self.counter.handed_out == 1

    async def test_like_ones_that_wait_are_read_once(self) -> None:
        asking = asked(
            *(self.reads.submit(self.counter.read("a"), share_key="a") for _ in range(4))
        )
        await a_moment()
        self.counter.open.set()
        assert await asyncio.gather(*asking) == ["a 1", "a 2", "a 2", "a 2"]

    async def test_who_asks_after_it_has_begun_gets_a_newer_one(self) -> None:
        first = asked(self.reads.submit(self.counter.read("a"), share_key="a"))
        await a_moment()
        assert self.counter.begun == ["a"]
        second = asked(self.reads.submit(self.counter.read("a"), share_key="a"))
        self.counter.open.set()
        assert await asyncio.gather(*first, *second) == ["a 1", "a 2"]

    async def test_one_who_goes_away_takes_nothing_from_the_others(self) -> None:
        asking = asked(
            *(self.reads.submit(self.counter.read("a"), share_key="a") for _ in range(3))
        )
        await a_moment()
        asking[1].cancel()
        self.counter.open.set()
        assert await asking[2] == "a 2"

    async def test_what_nobody_wants_any_more_is_not_read(self) -> None:
        asking = asked(*(self.reads.submit(self.counter.read(n)) for n in "ab"))
        await a_moment()
        asking[1].cancel()
        self.counter.open.set()
        await asking[0]
        await a_moment()
        assert self.counter.begun == ["a"]

    async def test_one_that_fails_does_not_keep_the_others_from_being_read(self) -> None:
        async def fail(_connection: Any) -> str:
            raise LookupError

        self.counter.open.set()
        asking = asked(self.reads.submit(fail), self.reads.submit(self.counter.read("a")))
        with pytest.raises(LookupError):
            await asking[0]
        assert await asking[1] == "a 1"

    async def test_each_hears_why_there_is_no_connection(self) -> None:
        self.counter.error = OSError("away")
        asking = asked(*(self.reads.submit(self.counter.read(n)) for n in "abc"))
        answers = await asyncio.gather(*asking, return_exceptions=True)
        assert [type(one) for one in answers] == [OSError] * 3

    async def test_the_line_is_bounded(self) -> None:
        asking = asked(*(self.reads.submit(self.counter.read(n)) for n in "abcd"))
        await a_moment()
        with pytest.raises(Busy):
            await self.reads.submit(self.counter.read("e"))
        self.counter.open.set()
        assert len(await asyncio.gather(*asking)) == 4

    async def test_nobody_waits_longer_than_for_a_connection(self) -> None:
        hasty = Reads(self.counter.connect, connections=1, max_waiting=3, timeout_seconds=0.0)
        asking = asked(*(hasty.submit(self.counter.read(n)) for n in "ab"))
        await a_moment()
        self.counter.open.set()
        answers = await asyncio.gather(*asking, return_exceptions=True)
        assert isinstance(answers[1], Busy)
