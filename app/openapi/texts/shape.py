"""The meaning of a field, and that of its being null."""

from typing import NamedTuple


class Meaning(NamedTuple):
    """A meaning, and when the field is null; one that is never null leaves the latter out."""

    text: str
    null: str = ""

    def sentence(self, *, is_nullable: bool) -> str:
        return f"{self.text}; null {self.null}." if is_nullable and self.null else f"{self.text}."
