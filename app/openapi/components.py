"""The components that a document's paths lead to, and no others."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.openapi.sent_headers import HEADERS
from app.openapi.shapes import Document

COMPONENTS = "#/components/"


def reached_components(
    paths: Document,
    shared: Mapping[str, Mapping[str, Any]],
    whole: Document,
    schemas: Mapping[str, Any],
) -> Document:
    """Returns the components that the paths lead to, by their kinds."""
    headers = {name.replace("-", ""): header for name, header in HEADERS.items()}
    there: dict[str, Mapping[str, Any]] = {**shared, "headers": headers, "schemas": schemas}
    reached: dict[str, dict[str, Any]] = {}
    waiting = list(_references(paths))
    while waiting:
        kind, name = waiting.pop()
        if name not in (found := reached.setdefault(kind, {})):
            found[name] = there[kind][name]
            waiting += _references(found[name])
    return reached | {"securitySchemes": _schemes(paths, whole)}


def _schemes(paths: Document, whole: Document) -> Document:
    operations = [one for item in paths.values() for one in item.values()]
    used = {name for one in operations for scheme in one["security"] for name in scheme}
    schemes = whole.get("components", {}).get("securitySchemes", {})
    return {
        name: schemes[name]
        | {"bearerFormat": "JWT", "description": "The access token of a login; 15 minutes."}
        for name in sorted(used)
    }


def _references(part: Any) -> Iterator[tuple[str, str]]:
    """Yields kind and name of each component that a part of a document refers to."""
    if isinstance(part, dict):
        reference = part.get("$ref", "")
        if isinstance(reference, str) and reference.startswith(COMPONENTS):
            kind, _, name = reference.removeprefix(COMPONENTS).partition("/")
            yield kind, name
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)
