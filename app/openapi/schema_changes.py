"""Comparison of two schemas: the changes over which a client of the older one would stumble.

What comes in may be taken more widely and never more narrowly; what goes out may say more and never
less. Enums of answers may grow, as clients know; what they had may go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

Schema = Mapping[str, Any]
UPPER = ("maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties")
LOWER = ("minLength", "minimum", "exclusiveMinimum", "minItems", "minProperties")
TAKEN_AS_WELL = {("integer", "number")}
"""An old and a new type, of which the new one takes everything that the old one did."""


class Direction(Enum):
    """The place of a schema: in what clients send, or in what they are sent."""

    REQUEST = "request"
    ANSWER = "answer"


R, A = Direction.REQUEST, Direction.ANSWER


@dataclass(frozen=True)
class SchemaComparison:
    """Compares schemas of two documents, whose references it follows. Each pair is compared
    once in each direction, since schemas may contain each other."""

    old: Mapping[str, Schema]
    new: Mapping[str, Schema]
    seen: dict[tuple[int, int, Direction], tuple[Schema, Schema]] = field(default_factory=dict)
    """The schemas that have been compared, by their identities."""

    def breaks(self, where: str, old: Schema, new: Schema, to: Direction) -> Iterator[str]:
        """Yields a sentence for each change that breaks. `where` is the place that it names."""
        before, after = _variants(old, self.old), _variants(new, self.new)
        could, can = before.pop("null", None) is not None, after.pop("null", None) is not None
        if could != can and can is (to is A):
            yield f"{where}: null is {'sent' if can else 'refused'} now"
        if len(before) == len(after) == 1:
            [one], [other] = before.values(), after.values()
            yield from self._single(where, one, other, to)
            return
        for key in _lost(before.keys(), after.keys(), to):
            yield f"{where}: {key} is {'sent' if to is A else 'refused'} now"
        for key in before.keys() & after.keys():
            yield from self._single(where, before[key], after[key], to)

    def _single(self, where: str, old: Schema, new: Schema, to: Direction) -> Iterator[str]:
        if (id(old), id(new), to) in self.seen:
            return
        self.seen[id(old), id(new), to] = (old, new)
        yield from _type_breaks(where, old, new, to)
        yield from _value_breaks(where, old, new, to)
        if to is R:
            yield from _bound_breaks(where, old, new)
        yield from self._properties(where, old, new, to)
        for part, name in (("items", "[]"), ("additionalProperties", "{}")):
            if isinstance(old.get(part), dict) and isinstance(new.get(part), dict):
                yield from self.breaks(where + name, old[part], new[part], to)
        was_open = old.get("additionalProperties") is not False
        if to is R and was_open and new.get("additionalProperties") is False:
            yield f"{where}: further fields are refused now"

    def _properties(self, where: str, old: Schema, new: Schema, to: Direction) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        needed, needs = set(old.get("required", ())), set(new.get("required", ()))
        for name in sorted(before.keys() - after.keys()):
            yield f"{where}.{name}: the field is gone"
        for name in sorted(needs - needed if to is R else (needed - needs) & after.keys()):
            yield f"{where}.{name}: the field is {'required' if to is R else 'not always sent'} now"
        for name in sorted(before.keys() & after.keys()):
            yield from self.breaks(f"{where}.{name}", before[name], after[name], to)


def _variants(schema: Schema, named: Mapping[str, Schema]) -> dict[str, Schema]:
    """Returns the alternatives of a schema by name or type, without references."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        found = _variants(named[name], named)
        return dict.fromkeys([name], *found.values()) if len(found) == 1 else found
    several = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if several:
        return {key: one for part in several for key, one in _variants(part, named).items()}
    types = schema.get("type", "anything")
    if isinstance(types, list):
        return {kind: {**schema, "type": kind} for kind in types}
    return {str(types): schema}


def _lost(before: Any, after: Any, to: Direction) -> list[str]:
    return sorted(before - after if to is R else after - before)


def _type_breaks(where: str, old: Schema, new: Schema, to: Direction) -> Iterator[str]:
    before, after = old.get("type"), new.get("type")
    wider = (before, after) if to is R else (after, before)
    if before != after and wider not in TAKEN_AS_WELL:
        yield f"{where}: {before} is {after} now"
    elif old.get("format") != new.get("format") and (new if to is R else old).get("format"):
        yield f"{where}: the format {old.get('format')} is {new.get('format')} now"


def _value_breaks(where: str, old: Schema, new: Schema, to: Direction) -> Iterator[str]:
    before, after = _values(old), _values(new)
    if to is A:
        if before is not None and after is None:
            yield f"{where}: any value is sent now"
    elif after is not None:
        if before is None:
            yield f"{where}: only some values are taken now"
        else:
            for value in sorted(before - after):
                yield f"{where}: the value {value} is refused now"


def _values(schema: Schema) -> set[str] | None:
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return None if values is None else {str(value) for value in values}


def _bound_breaks(where: str, old: Schema, new: Schema) -> Iterator[str]:
    for bounds, sign in ((UPPER, 1), (LOWER, -1)):
        for name in bounds:
            before, after = old.get(name), new.get(name)
            if after is not None and (before is None or sign * after < sign * before):
                if before is None and sign < 0 and after <= 0 and name.startswith("min"):
                    continue
                yield f"{where}: {name} is {after} now"
    pattern = new.get("pattern")
    if pattern is not None and pattern != old.get("pattern"):
        yield f"{where}: another pattern is asked for now"
    if new.get("uniqueItems") and not old.get("uniqueItems"):
        yield f"{where}: no item may come twice now"
