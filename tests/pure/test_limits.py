"""Ordinary requests are counted in memory, in windows that all share."""

from datetime import timedelta
from uuid import uuid4

import pytest

from app.kernel.web.limits import Limit, Tally, TooManyRequests
from tests.now import NOW

SECOND = timedelta(seconds=1)


def test_one_too_many_is_told_when_the_window_ends() -> None:
    tally, who = Tally(Limit("requests", 2, 60)), uuid4()
    tally.count(who, NOW)
    tally.count(who, NOW + SECOND)
    with pytest.raises(TooManyRequests) as refused:
        tally.count(who, NOW + 20 * SECOND)
    assert refused.value.headers == {
        "Retry-After": "40",
        "RateLimit-Policy": '"requests";q=2;w=60',
        "RateLimit": '"requests";r=0;t=40',
    }


def test_each_is_counted_alone() -> None:
    tally = Tally(Limit("requests", 1, 60))
    for _ in range(3):
        tally.count(uuid4(), NOW)


def test_the_next_window_begins_at_nought() -> None:
    tally, who = Tally(Limit("requests", 1, 60)), uuid4()
    tally.count(who, NOW)
    tally.count(who, NOW + 60 * SECOND)
