"""Shapes that every body shares."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from re import ASCII
from re import compile as compile_pattern
from typing import Annotated, Any, ClassVar, get_args, get_origin

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from app.kernel.text import composed, shows_something, without_format

# No control characters, nor those that turn the direction of what follows.
PLAIN = r"^[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$"
# The same, but lines may end.
LINES = r"^[^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]*$"
LONGEST_WRITTEN = 4
"""A text may come in this many times as long as it is stored, written with letters and marks
apart. What is longer is refused before it is looked into."""


@dataclass(frozen=True, slots=True)
class TextRule:
    """Rule for a text that comes in. Its length is looked at first, then it gets its one form,
    then it is judged."""

    least: int
    most: int
    pattern: str
    is_line: bool

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.chain_schema(
            [
                core_schema.str_schema(max_length=self.most * LONGEST_WRITTEN),
                core_schema.no_info_plain_validator_function(self._in_one_form),
                self._judged(),
            ]
        )

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return handler(self._judged())

    def _judged(self) -> CoreSchema:
        return core_schema.str_schema(
            min_length=self.least, max_length=self.most, pattern=self.pattern
        )

    def _in_one_form(self, text: str) -> str:
        try:
            text = composed(text)
        except ValueError:
            raise PydanticCustomError("marks_piled_up", "marks are piled up") from None
        text = (without_format(text) if self.is_line else text).strip()
        if text and not shows_something(text):
            raise PydanticCustomError("nothing_to_see", "nothing of it can be seen")
        return text


def line(most: int, *, least: int = 1) -> Any:
    """One line of text, for `Annotated[str, line(40)]`."""
    return TextRule(least, most, PLAIN, is_line=True)


def lines(most: int, *, least: int = 1) -> Any:
    """Several lines of text."""
    return TextRule(least, most, LINES, is_line=False)


Name = Annotated[str, line(50)]
"""A person's name: one character is enough for some, others need fifty."""
Reason = Annotated[str, lines(500, least=2)]
"""Why: told to the person whom it concerns."""


def _instant_text(value: object) -> object:
    """Pydantic takes a number, and a text of digits, for seconds since 1970."""
    is_form = isinstance(value, str) and INSTANT_TEXT.fullmatch(value.strip())
    if is_form or isinstance(value, datetime):
        return value
    raise ValueError("not an RFC 3339 text")


def _day_text(value: object) -> object:
    is_form = isinstance(value, str) and DAY_TEXT.fullmatch(value.strip())
    if is_form or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise ValueError("not a day of the form YYYY-MM-DD")


def _utc_in_this_century(value: datetime) -> datetime:
    if not EARLIEST <= value <= LATEST:
        raise ValueError(f"not between {EARLIEST:%Y-%m-%d} and {LATEST:%Y-%m-%d}")
    return value.astimezone(UTC)


def day_in_this_century(value: date) -> date:
    """Returns the day; ValueError for one of another century."""
    if not FIRST_DAY <= value <= LAST_DAY:
        raise ValueError(f"not between {FIRST_DAY} and {LAST_DAY}")
    return value


INSTANT_TEXT = compile_pattern(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)", ASCII
)
DAY_TEXT = compile_pattern(r"\d{4}-\d\d-\d\d", ASCII)
# What is computed from an instant (terms of notice, ends of terms, another zone's day) stays far
# from the ends of the calendar, where Python overflows and PostgreSQL's driver means infinity.
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 1, 1)
Instant = Annotated[
    AwareDatetime, BeforeValidator(_instant_text), AfterValidator(_utc_in_this_century)
]
"""An instant that comes in: RFC 3339 with an offset, of the years 2000 to 2099."""
Day = Annotated[date, BeforeValidator(_day_text), AfterValidator(day_in_this_century)]
"""A calendar day that comes in, of the same years."""

Gcj02Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Gcj02Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]


class In(BaseModel):
    """Base of bodies and queries: unknown fields are refused, texts are trimmed."""

    model_config = ConfigDict(
        extra="forbid",
        str_strip_whitespace=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
    )
    maps: ClassVar[set[str]] = set()
    """Names of all fields, of any body, whose keys the caller chooses."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        In.maps |= {
            field.alias or name
            for name, field in cls.model_fields.items()
            if _is_map(field.annotation)
        }


def _is_map(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(map(_is_map, get_args(annotation)))


class ReasonIn(In):
    """Why something is done: told to those whom it concerns, or kept in the audit entry."""

    reason: Reason


class Out(BaseModel):
    """Base of answers, shaped from rows."""

    model_config = ConfigDict(
        from_attributes=True,
        hide_input_in_errors=True,
        json_schema_serialization_defaults_required=True,
    )
