"""The time, read here and nowhere else: a steady clock, set by the database's."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_frozen: datetime | None = None
_began = time.time() - time.monotonic()
"""Unix time at which the steady clock stood at nought. It never jumps with the machine's."""


def now() -> datetime:
    """The present instant, aware, UTC."""
    return _frozen or datetime.fromtimestamp(_began + time.monotonic(), UTC)


def set_by(told: datetime, asked_at: float, heard_at: float) -> None:
    """What the database told, between two readings of `time.monotonic()`."""
    global _began
    _began = told.timestamp() - (asked_at + heard_at) / 2


def skew() -> timedelta:
    """How far the machine's own clock is ahead of the database's, or (negative) behind."""
    return timedelta(seconds=time.time() - time.monotonic() - _began)


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """For tests, and for the past of the demo town: the time stands still at `at`."""
    global _frozen
    before, _frozen = _frozen, at
    try:
        yield
    finally:
        _frozen = before
