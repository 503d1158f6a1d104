"""The fields of each answer that has personal data, with the roles that may ask for it: made anew
by `python -m tests.shown_fields`, and read by a person before it is committed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.cli.routes import Line, lines
from app.communities.permissions import PERMISSIONS, READS_MEMBERS
from app.features import PERSONAL_DATA
from app.kernel.privacy.personal_data import (
    DERIVED,
    can_hold_words,
    personal_columns,
    sealed_fields,
)
from tests.routes import DOCUMENTS, audience_of

FILE = Path(__file__).with_name("shown_fields.txt")
POINTERS = {
    *("participant_id", "user_id", "household_id", "household", "entered_by", "cast_by"),
    *("choices", "receipt", "author", "liaison_name", "liaison_phone"),
}
COMMON = {
    *("number", "title", "notices", "search_grams", "appid", "text_version", "content", "about"),
    *("name", "token"),
}
"""Names of personal columns that answers use for other things, too."""


def personal_names() -> set[str]:
    """Names of fields that can hold somebody's words, and of those that name somebody."""
    names = set(POINTERS)
    for data in PERSONAL_DATA:
        sealed = sealed_fields(data.model)
        for column in personal_columns(data.model):
            if can_hold_words(column) and not column.name.endswith(DERIVED):
                names.add(sealed[column.name].name if column.name in sealed else column.name)
    return names - COMMON


def described() -> str:
    """Returns the whole table: who may ask, and the fields, those with personal data marked."""
    names, parts = personal_names(), []
    for line in sorted(lines(), key=lambda one: (one.path, one.method)):
        fields = sorted(set(_fields(line)))
        if any(one.rpartition(".")[2] in names for one in fields):
            marked = [f"*{one}*" if one.rpartition(".")[2] in names else one for one in fields]
            parts.append(f"{line.method} {line.path}\n  {_who(line)}\n  {', '.join(marked)}\n")
    return "\n".join(parts)


def _who(line: Line) -> str:
    permissions = {rule for rule in line.rules if ":" in rule}
    if not permissions:
        return f"{line.audience}: {', '.join([*line.guards, *line.rules]) or 'anybody'}"
    roles = sorted(
        role
        for role, held in PERMISSIONS.items()
        if permissions <= held and ("member:review" not in permissions or role in READS_MEMBERS)
    )
    policies = sorted(set(line.rules) - permissions)
    return f"{', '.join(roles)} ({', '.join([*sorted(permissions), *policies])})"


def _fields(line: Line) -> Iterator[str]:
    document = DOCUMENTS[audience_of(line.path)]
    operation = document["paths"].get(line.path, {}).get(line.method.lower(), {})
    for status, response in operation.get("responses", {}).items():
        schema = response.get("content", {}).get("application/json", {}).get("schema", {})
        if status < "300":
            yield from _leaves(document["components"]["schemas"], schema, "", ())


def _leaves(
    schemas: dict[str, Any], schema: dict[str, Any], path: str, seen: tuple[str, ...]
) -> Iterator[str]:
    name = schema.get("$ref", "").rpartition("/")[2]
    if name in seen:
        return
    found = schemas[name] if name else schema
    below = (*seen, name) if name else seen
    for one in [*found.get("anyOf", ()), *([found["items"]] if "items" in found else ())]:
        yield from _leaves(schemas, one, path, below)
    properties: dict[str, Any] = found.get("properties", {})
    for field, inner in properties.items():
        deeper = path if field == "items" else f"{path}.{field}".lstrip(".")
        leaves = list(_leaves(schemas, inner, deeper, below))
        yield from leaves or [deeper]


if __name__ == "__main__":
    FILE.write_text(described(), encoding="utf-8")
