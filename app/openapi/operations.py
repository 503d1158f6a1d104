"""Texts, parameters and problems of an operation, beyond what FastAPI knows."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from re import compile as pattern
from typing import Any

from app.features import EXAMPLES
from app.kernel.web.bodies import XLSX_TYPE
from app.kernel.web.conditional import if_match
from app.openapi.behind import Behind
from app.openapi.ends import tell_of_end
from app.openapi.problems import add_problems
from app.openapi.sent_headers import add_headers
from app.openapi.shapes import SCHEMAS, Document, Operation
from app.openapi.texts import describe_parameter
from app.openapi.titles import title_and_rest

ADMIN_MARK = "admin_"
KEY = "Idempotency-Key"
KEY_TEXT = (
    "Made by the client, one for each thing it wants done. The same key with the same request "
    "gets the same answer again (`Idempotent-Replayed: true`), for 72 hours."
)
KEY_EXAMPLE = "6f1c2c9e-5a0b-4d0e-9a53-1b7f9f1f2a10"
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": (
        "The `ETag` of the version that the change is based on, with its quotation marks; `*` "
        "changes whatever is there."
    ),
    "schema": {"type": "string", "pattern": '^(\\*|"[^"]*")$', "maxLength": 64},
    "example": '"3"',
}
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "The `ETag` of the answer that the client has: it is not sent again (304).",
    "schema": {"type": "string"},
    "example": '"0c8a2f6e1b7d4a5390ce7d21f4b6a8d3e5f70912"',
}
NOT_MODIFIED = {"description": "The client has it already"}
PLACES = ("path", "query", "header")
PART_OF_PATH = pattern(r"{(\w+)}")
BINARY = {"type": "string", "format": "binary"}


def complete(operation: Operation, path: str, behind: Behind, schemas: Mapping[str, Any]) -> None:
    """Completes an operation in its place."""
    operation["operationId"] = operation["operationId"].removeprefix(ADMIN_MARK)
    operation["summary"], rest = title_and_rest(operation.pop("description", ""))
    if rest:
        operation["description"] = rest
    # Without it an operation would need what the document asks for in general.
    operation.setdefault("security", [])
    if parameters := list(_parameters(operation, path, behind)):
        operation["parameters"] = parameters
    if behind.is_conditional:
        operation["responses"]["304"] = dict(NOT_MODIFIED)
    _describe_sheets(operation)
    add_problems(operation, behind, schemas)
    add_headers(operation, behind)
    tell_of_end(operation)


def _parameters(operation: Operation, path: str, behind: Behind) -> Iterator[Document]:
    """Yields the parameters, those of the path in its order."""
    order = PART_OF_PATH.findall(path)
    given = [one for one in operation.get("parameters", ()) if one["name"] != "If-Match"]
    given += [IF_MATCH] * (if_match in behind.calls) + [IF_NONE_MATCH] * behind.is_conditional
    for one in sorted(given, key=lambda one: (PLACES.index(one["in"]), _place(order, one))):
        yield _key(behind) if one["name"] == KEY else describe_parameter(dict(one))


def _place(order: list[str], parameter: Document) -> int:
    return order.index(parameter["name"]) if parameter["in"] == "path" else 0


def _key(behind: Behind) -> Document:
    return {
        "name": KEY,
        "in": "header",
        "required": behind.must_have_key,
        "description": KEY_TEXT,
        "schema": {"type": "string", "minLength": 8, "maxLength": 128},
        "example": KEY_EXAMPLE,
    }


def _describe_sheets(operation: Operation) -> None:
    """An import takes XLSX where FastAPI knows of CSV alone; both are bytes."""
    content = operation.get("requestBody", {}).get("content", {})
    if "text/csv" in content:
        example = EXAMPLES.get(operation["operationId"], "")
        content["text/csv"] = {"schema": dict(BINARY), "example": example}
        content[XLSX_TYPE] = {"schema": dict(BINARY), "example": "(a workbook)"}
        # A large sheet waits, and the answer shows how far it has come.
        operation["responses"]["202"] = deepcopy(operation["responses"]["200"])


def schema_name(content: Document) -> str:
    """Returns the name of the schema of a content, empty where it has none."""
    reference: str = content.get("schema", {}).get("$ref", "")
    return reference.removeprefix(SCHEMAS)
