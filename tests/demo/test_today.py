"""Shifts of the demo's day: at any moment there is one to sign up for and check in at."""

from datetime import UTC, datetime, timedelta

from app.demo.today import LENGTH, next_starts
from app.service_records.check_ins.rules import OPENS_BEFORE

NOON = datetime(2026, 11, 28, 4, 0, tzinfo=UTC)


def test_at_any_moment_a_shift_takes_sign_ups_and_check_ins() -> None:
    for seconds in range(0, 3600, 7):
        now = NOON + timedelta(seconds=seconds)
        starts = next_starts(now)
        assert all(now < start and start.minute % 15 == 0 for start in starts)
        assert any(LENGTH <= start - now <= OPENS_BEFORE for start in starts)
