"""Shapes that every body shares."""

from datetime import datetime
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import (
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


def _is_text(value: object) -> object:
    """JSON has no instants: a number would be taken for seconds since 1970."""
    if isinstance(value, str | datetime):
        return value
    raise ValueError("not an RFC 3339 text")


Instant = Annotated[AwareDatetime, BeforeValidator(_is_text)]
"""An instant that comes in: RFC 3339 with an offset."""

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
