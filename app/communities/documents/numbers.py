"""Public numbers of documents: short number of the community, year, serial, 8 random characters.

`12-2026-000345-7KQX3MPA`: the first part names the community to ask, the last cannot be guessed.
"""

from hashlib import blake2b
from re import compile as pattern
from secrets import choice
from typing import NamedTuple
from uuid import UUID

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters without those that readers confuse."""
CHANCE_LENGTH = 8
FORM = pattern(rf"([1-9][0-9]{{0,8}})-([0-9]{{4}})-([0-9]{{6,9}})-([{LETTERS}]{{{CHANCE_LENGTH}}})")


class Number(NamedTuple):
    short_number: int
    year: int
    serial: int
    chance: str

    @classmethod
    def new(cls, short_number: int, year: int, serial: int) -> "Number":
        return cls(
            short_number, year, serial, "".join(choice(LETTERS) for _ in range(CHANCE_LENGTH))
        )

    @classmethod
    def read(cls, text: str) -> "Number | None":
        """Parses a number as people type it; None for text that is no number."""
        read = FORM.fullmatch(text.strip().upper())
        return read and cls(int(read[1]), int(read[2]), int(read[3]), read[4])

    def __str__(self) -> str:
        return f"{self.short_number}-{self.year}-{self.serial:06d}-{self.chance}"


def counter_id(kind: str, year: int) -> UUID:
    """Derives the id of the counter of a kind and year."""
    return UUID(bytes=blake2b(f"{kind}/{year}".encode(), digest_size=16).digest())
