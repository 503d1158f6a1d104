"""The hashes of passwords: how many may wait, and who may have one made."""

import asyncio

import pytest

from app.identity.administrators.passwords import MAX_WAITING, is_right
from app.kernel.errors import Busy


async def test_too_many_at_once_are_told_to_come_back() -> None:
    attempts = [is_right("a wrong password", None) for _ in range(MAX_WAITING + 3)]
    answers = await asyncio.gather(*attempts, return_exceptions=True)
    assert sum(isinstance(answer, Busy) for answer in answers) == 3
    assert not await is_right("a wrong password", None)


async def test_a_caller_who_is_gone_holds_no_place() -> None:
    for _ in range(MAX_WAITING + 3):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await is_right("a wrong password", None)
        await asyncio.sleep(0.06)
    assert not await is_right("a wrong password", None)
