"""Examples for the API documents: made from a schema, so that they always fit it."""

from collections.abc import Mapping
from re import compile as pattern
from typing import Any

Schema = Mapping[str, Any]

FORMATS = {
    "uuid": "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7",
    "date-time": "2026-12-12T01:00:00Z",
    "date": "2026-12-12",
    "binary": "",
}
LATER = {"date-time": "2026-12-12T03:00:00Z", "date": "2027-12-12"}
EARLIER = {"date-time": "2026-12-01T01:00:00Z", "date": "2026-12-01"}
ENDS = pattern(r"(ends|ended|closes|closed|finished|expires|undone)_at|valid_to|to|until|to_day")
"""Names of instants and days at which ends what begins at the ordinary one."""
BEGINNINGS = pattern(r"(created|submitted|announced|granted|requested|joined|updated)_at")
HAPPENED_LATER = pattern(
    r"(cancelled|completed|withdrawn|ended|undone|rejected|returned|revoked|corrected)_at"
    r"|(cancel|withdraw|leave|return|reject)_reason"
)
"""Names of what is null before something has happened; an example shows a row before that."""
CHOICES = ("anyOf", "oneOf", "allOf")
DIGITS = pattern(r"\^\[0-9\]\{(\d+)\}\$")
SOME_DIGITS = "340102003004005006"
SOME_TEXT = "文字"
MAX_DEPTH = 8


class Examples:
    """Makes one value for a schema, from the components that it refers to and from texts. A text
    stands under the name of its property, or under `Schema.property` where the name alone says too
    little."""

    def __init__(self, components: Mapping[str, Schema], texts: Mapping[str, str]) -> None:
        self._components = components
        self._texts = texts

    def example_of(self, schema: Schema, name: str = "", depth: int = MAX_DEPTH) -> Any:
        """Returns a value that the schema takes, at most `depth` levels deep."""
        if "$ref" in schema:
            target = self._components[schema["$ref"].rpartition("/")[2]]
            return self.example_of(target, name, depth - 1)
        is_given, value = _given(schema)
        if is_given:
            return value
        if choice := [one for word in CHOICES for one in schema.get(word, ())]:
            has_not_happened = {"type": "null"} in choice and HAPPENED_LATER.fullmatch(name)
            return None if has_not_happened else self.example_of(_not_null(choice), name, depth)
        if schema.get("type") == "object":
            return self._object(schema, depth)
        if schema.get("type") == "array":
            length = max(1, schema.get("minItems", 1)) if depth > 0 else 0
            return [self.example_of(schema.get("items", {}), name, depth - 1)] * length
        return self._plain(schema, name)

    def _object(self, schema: Schema, depth: int) -> dict[str, Any]:
        properties = schema.get("properties", {})
        shown = properties if depth > 0 else schema.get("required", ())
        return {
            name: self.example_of(properties[name], self._key(schema, name), depth - 1)
            for name in shown
        }

    def _key(self, schema: Schema, name: str) -> str:
        full = f"{schema.get('title')}.{name}"
        return full if full in self._texts else name

    def _plain(self, schema: Schema, name: str) -> Any:
        kind = schema.get("type")
        if kind in ("integer", "number"):
            low = schema.get("minimum", schema.get("exclusiveMinimum", 0))
            number = low if low > 0 else min(1, schema.get("maximum", 1))
            return int(number) if kind == "integer" else number
        if kind == "boolean":
            return True
        if kind == "string":
            return self._text(schema, name)
        return None if kind == "null" else {}

    def _text(self, schema: Schema, name: str) -> str:
        if (form := _form(schema.get("format", ""), name)) is not None:
            return form
        if digits := DIGITS.fullmatch(schema.get("pattern", "")):
            return SOME_DIGITS[: int(digits[1])]
        text = self._texts.get(name, SOME_TEXT)
        least, most = schema.get("minLength", 0), schema.get("maxLength", 1000)
        return (text * (least // len(text) + 1) if len(text) < least else text)[:most]


def _form(kind: str, name: str) -> str | None:
    """Returns a text of a format; instants and days that belong together are in their order."""
    if kind in LATER and ENDS.fullmatch(name):
        return LATER[kind]
    if kind in EARLIER and BEGINNINGS.fullmatch(name):
        return EARLIER[kind]
    return FORMATS.get(kind)


def _given(schema: Schema) -> tuple[bool, Any]:
    """Returns whether the schema names a value itself, and that value."""
    for several in ("examples", "enum"):
        if schema.get(several):
            return True, schema[several][0]
    for one in ("const", "default"):
        if schema.get(one) is not None:
            return True, schema[one]
    return False, None


def _not_null(several: list[Schema]) -> Schema:
    return next((one for one in several if one.get("type") != "null"), several[0])
