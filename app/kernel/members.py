"""Members that problems have beside the usual ones: each declared once, with schema and example."""

from collections.abc import Mapping
from typing import Any, NamedTuple

Schema = Mapping[str, Any]


class Member(NamedTuple):
    """One member of a problem: its JSON schema, its meaning, and a value as an example."""

    schema: Schema
    text: str
    example: Any


def instant(text: str, example: str = "2026-12-12T01:00:00Z") -> Member:
    return Member({"type": "string", "format": "date-time"}, text, example)


def later_instant(text: str) -> Member:
    """The end of what an `instant` beside it begins."""
    return instant(text, "2026-12-12T03:00:00Z")


def day(text: str) -> Member:
    return Member({"type": "string", "format": "date"}, text, "2026-12-12")


def number(text: str, example: int = 1) -> Member:
    return Member({"type": "integer"}, text, example)


def yes_or_no(text: str) -> Member:
    return Member({"type": "boolean"}, text, True)


def word(text: str, *known: str) -> Member:
    """A text for programs; `known` are the values so far."""
    return Member({"type": "string"}, f"{text} ({', '.join(known)})" if known else text, known[0])


def phrase(text: str, example: str) -> Member:
    return Member({"type": "string"}, text, example)


def phrases(text: str, *examples: str) -> Member:
    return Member({"type": "array", "items": {"type": "string"}}, text, list(examples))


def maybe(member: Member) -> Member:
    """The same, or null."""
    return Member({"anyOf": [member.schema, {"type": "null"}]}, member.text, member.example)
