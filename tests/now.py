"""The instant at which the clock of tests stands still."""

from datetime import UTC, datetime

NOW = datetime(2026, 12, 5, 4, 0, tzinfo=UTC)
