"""Enums whose values people read: each member is declared with its words, Chinese first. They are
the one source for messages, sheets, refusals and the API documents."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Self, get_args

from typing_extensions import TypeAliasType

from app.kernel.errors import Text


class Worded(StrEnum):
    """Base of such enums. A member is written `CONFIRMED = "confirmed", "已报名", "confirmed"`."""

    _value_: str
    words: Text

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Make a member. The type checker reads this signature for a look-up by value as well, so
        that the words have defaults."""
        if not (zh and en):
            raise TypeError(f"{cls.__name__}: the value {value} has no words")
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = Text(zh, en)
        return member


def worded_enums(base: type[Worded] = Worded) -> Iterator[type[Worded]]:
    """Yields every enum of the application whose values have words."""
    for enum in base.__subclasses__():
        if enum.__module__.startswith("app."):
            yield enum


def words_of(some: TypeAliasType) -> dict[str, Text]:
    """Returns the words of some values of an enum, which have a name of their own."""
    return {value: value.words for value in get_args(some.__value__)}
