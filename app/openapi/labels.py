"""Labels of enums: beside their values in the documents, and in `openapi/labels.json`.

The documents follow the convention of openapi-generator, which openapi-typescript and others read
as well: `x-enum-descriptions` is a list as long as `enum`, each text Chinese first ("候补中
waitlisted").
`x-enum-varnames` stands where a value makes no good name in code ("14_17"). Clients that show one
language take labels.json.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from app.features import ENUMS, LABELS
from app.openapi.shapes import Document

Labels = dict[str, dict[str, dict[str, str]]]


def describe_enums(schemas: dict[str, Any]) -> None:
    """Add the labels to the enums among the components of a document."""
    for name, schema in _enums(schemas):
        schema["x-enum-descriptions"] = [
            f"{label.zh} {label.en}" for label in (LABELS[name][value] for value in schema["enum"])
        ]
        members = ENUMS.get(name)
        if members and any(member.name != member.value.upper() for member in members):
            schema["x-enum-varnames"] = [members(value).name for value in schema["enum"]]


def labels(documents: Mapping[str, Document]) -> Labels:
    """Returns the labels of each enum in the documents, by its name and its values."""
    found = {
        name: {value: LABELS[name][value]._asdict() for value in schema["enum"]}
        for document in documents.values()
        for name, schema in _enums(document["components"]["schemas"])
    }
    return dict(sorted(found.items()))


def _enums(schemas: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, schema) for name, schema in schemas.items() if "enum" in schema)
