"""The edges of what an API document takes: for each field of a body, parameter of a query and part
of a path the values at which programs break."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

TEXTS = (
    *("", " ", "\x00", "a\x00b", "\u200b\u200b", "\u3164\u3164", "\u2800\u2800", "\u00ad\u00ad"),
    *("\u0301\u0301", "e\u0301e\u0301", "\u0301" * 40, "\ud800\udbff", "\uffff\uffff", "a\r\nb\rc"),
    *("\U0010ffff\U0010ffff", "\u202eab", "a\u2028b", "=1+1", "<p>&<a href='//x'>x</a>", "%_\\%"),
    *("'; --", "-1", "null", "NaN", "\u0661\u0662\u0663", "\uff11\uff12\uff13", "ß", "\ufeffab"),
)
GROWING = ("x", "字", "\ufdfa", "\u0130", "\U0001f3f3", "e\u0301", "&", " x")
"""Written as often as a text may be long: some grow when they are normalised or written out."""
INSTANTS = (
    *("2000-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "2000-01-01T14:00:00+14:00"),
    *("2099-12-31T23:59:59.999999-12:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
    *("1900-01-01T00:00:00Z", "9999-12-29T00:00:00Z", "2026-11-27T08:00:00", "2026-02-30T00:00Z"),
    *("2026-12-31T23:59:60Z", "-0001-01-01T00:00:00Z", "infinity", 1700000000, -1, 1e300),
)
DAYS = (
    *("2000-01-01", "2100-01-01", "0001-01-01", "9999-12-31", "2026-02-29", "infinity"),
    *(0, "2026-11-27T00:00:00Z"),
)
IDS = (
    *("", "nothing", "00000000-0000-0000-0000-000000000000"),
    "{0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7}",
    *("ffffffff-ffff-ffff-ffff-ffffffffffff", "urn:uuid:0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7", 0),
)
NUMBERS = (
    *(0, -1, 1, 2**31 - 1, 2**31, 2**63, -(2**63) - 1, 10**30, 1.5, -0.0, 5e-324, 1e308),
    *(float("nan"), float("inf"), float("-inf"), "1", "1e999", "\u0661", True),
)
MAPS: tuple[dict[str, Any], ...] = (
    {},
    {"": ""},
    {"a\x00": "b\x00"},
    {"x" * 33: "yes"},
    {"\ud800": "\ud800"},
    {"canary-key": {}},
    {f"k{n}": "yes" for n in range(11)},
)
ANYTHING: tuple[Any, ...] = (
    None,
    True,
    [],
    {},
    [None],
    "",
    0,
    [[[[]]]],
    {"canary-key": {"canary-key": None}},
)


class EdgeCase(NamedTuple):
    """One value, and where in the body it stands."""

    path: Path
    value: Any

    def __str__(self) -> str:
        return f"{'/'.join(map(str, self.path))} = {json.dumps(self.value)[:60]}"

    def in_body(self, body: Any) -> Any:
        """Returns the body with this value in its place."""
        if not self.path:
            return self.value
        body = deepcopy(body)
        at = body
        for step in self.path[:-1]:
            at = at[step]
        at[self.path[-1]] = self.value
        return body


class Edges:
    def __init__(self, components: Mapping[str, Schema]) -> None:
        self._components = components

    def of_body(self, schema: Schema, body: Any, path: Path = ()) -> Iterator[EdgeCase]:
        """Yields the edges of a body and of all that stands in this one."""
        for value in self.of_value(schema):
            yield EdgeCase(path, value)
        for one in self._alternatives(schema):
            if isinstance(body, dict):
                for name, inner in one.get("properties", {}).items():
                    yield from self.of_body(inner, body.get(name), (*path, name))
            if isinstance(body, list) and body and "items" in one:
                yield from self.of_body(one["items"], body[0], (*path, 0))

    def of_value(self, schema: Schema) -> Iterator[Any]:
        """Yields the edges of one value, and what is no such value at all."""
        yield from ANYTHING
        for one in self._alternatives(schema):
            yield from self._of_kind(one)

    def _of_kind(self, schema: Schema) -> Iterator[Any]:
        kind = schema.get("type")
        if kind == "string":
            yield from self._of_text(schema)
        elif kind in ("integer", "number"):
            yield from NUMBERS
            for bound in ("minimum", "maximum"):
                if bound in schema:
                    yield from (schema[bound] - 1, schema[bound], schema[bound] + 1)
        elif kind == "array":
            yield from ([None] * 1001, ["x"] * 1001)
        elif kind == "object" and "properties" not in schema:
            yield from MAPS

    def _of_text(self, schema: Schema) -> Iterator[Any]:
        form = schema.get("format")
        if form == "date-time":
            yield from INSTANTS
        elif form == "date":
            yield from DAYS
        elif form == "uuid":
            yield from IDS
        else:
            yield from TEXTS
            most = schema.get("maxLength", 100)
            yield from (sign * (most // len(sign)) for sign in GROWING)
            yield "x" * (most + 1)

    def _alternatives(self, schema: Schema) -> Iterator[Schema]:
        if "$ref" in schema:
            yield from self._alternatives(self._components[schema["$ref"].rpartition("/")[2]])
            return
        several = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())]
        for one in several:
            yield from self._alternatives(one)
        if not several:
            yield schema
