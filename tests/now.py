"""The instant at which tests stand still."""

from datetime import UTC, datetime

NOW = datetime(2026, 12, 5, 4, 0, tzinfo=UTC)
