"""Values that are sealed at rest and open for the program: whoever sees the row may read them, so
that its guard is all that stands before them, and whoever steals the database may not."""

from enum import StrEnum
from typing import Any, Self, TypeVar, overload
from uuid import UUID

from pydantic_core import from_json

from app.kernel.privacy.damage import SealedDamaged
from app.kernel.privacy.sealed import Row, SealedField, SealedJson, tenant

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)

GAP = "…"
"""Stands for words that cannot be opened: one damaged row takes no list down."""


class AtRest(SealedField[Value]):
    """A sealed field that opens where it is read: `row.reason`. Names, phones and memberships are
    no such fields: they are `Sealed`, read by `own` and `reveal`."""

    @overload
    def __get__(self, row: None, _owner: type) -> Self: ...
    @overload
    def __get__(self, row: Row, _owner: type) -> Value: ...
    def __get__(self, row: Row | None, _owner: type) -> Self | Value:
        if row is None:
            return self
        opened: Any
        try:
            opened = self.open_for(type(row), tenant(row), row.id, getattr(row, self.column))
        except SealedDamaged:
            opened = self.gap()
        return opened  # type: ignore[no-any-return]  # None stands in nullable columns alone.

    def gap(self) -> Value:
        """Returns what is shown of a damaged value. Raises SealedDamaged where nothing can be."""
        raise SealedDamaged


class WordsAtRest(AtRest[Value]):
    """Sealed words: `text = WordsAtRest[str]("text_sealed")`, or of `str | None`."""

    def encode(self, value: Value) -> bytes:
        return str(value).encode()

    def decode(self, content: bytes) -> Value:
        return content.decode()  # type: ignore[return-value]  # Value is str, perhaps with None.

    def gap(self) -> Value:
        return GAP  # type: ignore[return-value]  # Value is str, perhaps with None.


class ChoiceAtRest(AtRest[Choice | None]):
    """A sealed value of few: `age_band = ChoiceAtRest("age_band_sealed", AgeBand)`. It has no
    index, which would tell its values apart. A damaged one is an unknown one, as None is."""

    def __init__(self, column: str, choices: type[Choice]) -> None:
        super().__init__(column)
        self.choices = choices

    def encode(self, value: Choice | None) -> bytes:
        return str(value).encode()

    def decode(self, content: bytes) -> Choice:
        return self.choices(content.decode())

    def gap(self) -> None:
        return None


class BytesAtRest(AtRest[bytes | None]):
    """Sealed bytes of any length: a file."""

    def encode(self, value: bytes | None) -> bytes:
        return value or b""

    def decode(self, content: bytes) -> bytes:
        return content

    def gap(self) -> None:
        return None


class JsonAtRest(AtRest[Any], SealedJson):
    """A sealed value of JSON, or None."""

    def gap(self) -> None:
        return None


class PointerAtRest(AtRest[UUID]):
    """A sealed pointer to a row, found by its keyed index alone: nobody can follow it who has the
    tables and no keys."""

    def encode(self, value: UUID) -> bytes:
        return str(value).encode()

    def decode(self, content: bytes) -> UUID:
        return UUID(content.decode())

    def gap(self) -> UUID:
        """Points to nobody."""
        return UUID(int=0)


class PaddedJson(SealedJson):
    """Sealed JSON whose length tells nothing of what it is: at least `least` bytes, and beyond
    that a power of two."""

    def __init__(self, column: str, *, least: int) -> None:
        super().__init__(column)
        self.least = least

    def encode(self, value: Any) -> bytes:
        content = super().encode(value)
        length = self.least
        while length <= len(content):
            length *= 2
        # JSON ends before blanks; one byte is left for the end mark of the box.
        return content.ljust(length - 1)

    def decode(self, content: bytes) -> Any:
        return from_json(content)
