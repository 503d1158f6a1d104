"""Shapes that every body shares."""

from datetime import UTC, date, datetime
from re import compile as compile_pattern
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

# No control characters, nor those that turn the direction of what follows.
PLAIN = r"^[^\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"
# The same, but lines may end.
LINES = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*$"


def line(most: int, *, least: int = 1) -> Any:
    """One line of text, for `Annotated[str, line(40)]`."""
    return StringConstraints(min_length=least, max_length=most, pattern=PLAIN)


def lines(most: int, *, least: int = 1) -> Any:
    """Several lines of text."""
    return StringConstraints(min_length=least, max_length=most, pattern=LINES)


Name = Annotated[str, line(40, least=2)]
Reason = Annotated[str, lines(500, least=2)]
"""Why: told to the person whom it concerns."""


def _calendar_text(value: object) -> object:
    """Pydantic takes a number, and a text of digits, for seconds since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and CALENDAR_TEXT.match(value.strip())):
        return value
    raise ValueError("not an RFC 3339 text")


def _day_text(value: object) -> object:
    if isinstance(value, str) and not CALENDAR_TEXT.fullmatch(value.strip()):
        raise ValueError("not a day of the form YYYY-MM-DD")
    return _calendar_text(value)


def _utc_within_calendar(value: datetime) -> datetime:
    if not EARLIEST <= value <= LATEST:
        raise ValueError(f"not between {EARLIEST:%Y-%m-%d} and {LATEST:%Y-%m-%d}")
    return value.astimezone(UTC)


CALENDAR_TEXT = compile_pattern(r"\d{4}-\d\d-\d\d")
# PostgreSQL's driver takes the ends of Python's calendar for infinity and gives them back without
# an offset; time zones and terms of notice reach beyond them. So instants stay away from both.
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(9999, 12, 30, tzinfo=UTC)
Instant = Annotated[
    AwareDatetime, BeforeValidator(_calendar_text), AfterValidator(_utc_within_calendar)
]
"""An instant that comes in: RFC 3339 with an offset."""
Day = Annotated[date, BeforeValidator(_day_text)]
"""A calendar day that comes in."""

Gcj02Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Gcj02Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]


class In(BaseModel):
    """Base of bodies and queries: unknown fields are refused, texts are NFC and trimmed."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _composed(cls, given: object) -> object:
        """Top-level texts in NFC, so that what looks alike is alike."""
        if not isinstance(given, dict):
            return given
        return {
            name: normalize("NFC", value) if isinstance(value, str) else value
            for name, value in given.items()
        }


class ReasonIn(In):
    """Why something is done: told to those whom it concerns, or kept in the audit entry."""

    reason: Reason


class Out(BaseModel):
    """Base of answers, shaped from rows."""

    model_config = ConfigDict(from_attributes=True, hide_input_in_errors=True)
