"""The components that a document's paths lead to, and no others."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.openapi.shapes import SCHEMAS, Document


def reached_components(paths: Document, whole: Document, schemas: Mapping[str, Any]) -> Document:
    """Returns the components that the paths lead to."""
    reached: dict[str, Any] = {}
    waiting = list(_references(paths))
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = schemas[name]
            waiting += _references(schemas[name])
    operations = [one for item in paths.values() for one in item.values()]
    used = {name for one in operations for scheme in one.get("security", ()) for name in scheme}
    schemes = whole.get("components", {}).get("securitySchemes", {})
    return {
        "schemas": reached,
        "securitySchemes": {
            name: schemes[name]
            | {"bearerFormat": "JWT", "description": "The access token of a login; 15 minutes."}
            for name in sorted(used)
        },
    }


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        reference = part.get("$ref", "")
        if isinstance(reference, str) and reference.startswith(SCHEMAS):
            yield reference.removeprefix(SCHEMAS)
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)
