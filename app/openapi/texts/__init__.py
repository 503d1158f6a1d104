"""Texts of fields and parameters that no docstring describes. The docstring of a field comes first;
what a name means alike in many schemas stands here once, or as `Schema.field` where it differs."""

from collections.abc import Mapping
from typing import Any

from app.openapi.shapes import Document
from app.openapi.texts.common import COMMON
from app.openapi.texts.jobs import JOBS
from app.openapi.texts.parameters import PATH, QUERY
from app.openapi.texts.people import PEOPLE
from app.openapi.texts.service import SERVICE
from app.openapi.texts.shape import Meaning

FIELDS: Mapping[str, Meaning] = COMMON | PEOPLE | SERVICE | JOBS

LISTS = frozenset({"actions", "skills", "times"})
"""Fields that are lists and mean the same everywhere. Other lists share but their name with what is
one value elsewhere."""


def describe_fields(schemas: Mapping[str, Any]) -> None:
    """Add the meanings to the fields of named schemas that have no description."""
    for name, schema in schemas.items():
        for field, part in schema.get("properties", {}).items():
            general = FIELDS.get(field) if _is_plain(part) or field in LISTS else None
            meaning = FIELDS.get(f"{name}.{field}", general)
            if meaning is not None and not part.get("description"):
                part["description"] = meaning.sentence(is_nullable=is_nullable(part))


def _is_plain(schema: Document) -> bool:
    return "$ref" not in schema and schema.get("type") != "array"


def is_nullable(schema: Document) -> bool:
    """Returns whether a value may be null."""
    return any(one.get("type") == "null" for one in schema.get("anyOf", ()))


def describe_parameter(parameter: Document) -> Document:
    """Returns a parameter with a description."""
    name = parameter["name"]
    if parameter.get("description"):
        return parameter
    if parameter["in"] == "query":
        return parameter | {"description": QUERY[name]}
    thing = name.removesuffix("_id").replace("_", " ")
    return parameter | {"description": PATH.get(name, f"Id of the {thing}.")}
