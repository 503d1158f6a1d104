"""Schemas that every generator of clients understands."""

import json
from typing import Any

from app.openapi.shapes import Document


def plain(schema: Any, is_named: bool = False) -> Any:
    """Returns a schema in words that old generators know, too, and without the titles that are
    made of a field's name. The title of a schema that is a class stays."""
    if isinstance(schema, list):
        return [plain(one) for one in schema]
    if isinstance(schema, float) and schema.is_integer():
        return int(schema)
    if not isinstance(schema, dict):
        return schema
    changed = {
        key: _plain_names(value) if key == "properties" else plain(value)
        for key, value in schema.items()
        if key not in VALUES
    }
    changed |= {key: schema[key] for key in VALUES & schema.keys()}
    if not is_named and isinstance(changed.get("title"), str):
        del changed["title"]
    return _with_keys(_without_object_default(changed))


VALUES = {"default", "example", "examples", "enum", "const"}
"""Keys of a schema whose values are no schemas."""


def _without_object_default(schema: Document) -> Document:
    """Says a default that is an object in words: generators for Go write no valid program of it."""
    if not isinstance(schema.get("default"), dict):
        return schema
    words = f"Unless given: `{json.dumps(schema['default'])}`."
    described = {"description": f"{schema.get('description', '')}\n\n{words}".strip()}
    return {key: part for key, part in schema.items() if key != "default"} | described


def _plain_names(properties: Document) -> Document:
    return {name: plain(schema) for name, schema in properties.items()}


def _with_keys(schema: Document) -> Document:
    """A map says what its keys look like, and all its values are alike."""
    if "patternProperties" not in schema:
        return schema
    [(pattern, value)] = schema["patternProperties"].items()
    rest = {key: part for key, part in schema.items() if key != "patternProperties"}
    names = {**schema.get("propertyNames", {}), "pattern": pattern}
    return rest | {"propertyNames": names, "additionalProperties": value}
