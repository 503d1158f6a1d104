"""What an operation says beyond what FastAPI knows: texts, keys, headers, examples."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from app.features import EXAMPLES
from app.kernel.web.bodies import XLSX_TYPE
from app.kernel.web.examples import Examples
from app.openapi.dependencies import must_have_key
from app.openapi.problems import add_problems
from app.openapi.shapes import Document, Operation

ADMIN_MARK = "admin_"
KEY_TEXT = (
    "Made by the client, one for each thing it wants done. The same key with the same request "
    "gets the same answer again (`Idempotent-Replayed: true`), for 72 hours."
)
KEY_EXAMPLE = "6f1c2c9e-5a0b-4d0e-9a53-1b7f9f1f2a10"


def complete(operation: Operation, needs: set[Any], schemas: Mapping[str, Any]) -> None:
    """Completes an operation in its place."""
    operation["operationId"] = operation["operationId"].removeprefix(ADMIN_MARK)
    text = " ".join(operation.get("description", "").split())
    operation["summary"] = _first_sentence(text)
    operation["description"] = text
    _document_key(operation, needs)
    add_problems(operation, needs, schemas)
    _add_headers(operation)
    _document_sheet(operation)
    for content in _contents(operation):
        if "schema" in content and not content.keys() & {"example", "examples"}:
            content["example"] = Examples(schemas, EXAMPLES).example_of(content["schema"])


def _document_sheet(operation: Operation) -> None:
    """An import takes XLSX where FastAPI knows of CSV alone."""
    content = operation.get("requestBody", {}).get("content", {})
    if "text/csv" in content:
        if operation["operationId"] in EXAMPLES:
            content["text/csv"]["example"] = EXAMPLES[operation["operationId"]]
        binary = {"type": "string", "format": "binary", "title": "Workbook"}
        content[XLSX_TYPE] = {"schema": binary, "example": "(a workbook)"}


def _first_sentence(text: str) -> str:
    return text.partition(". ")[0].removesuffix(".")


def _contents(operation: Operation) -> Iterator[dict[str, Any]]:
    """Yields the contents of the request's body and of successful answers."""
    yield from operation.get("requestBody", {}).get("content", {}).values()
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            yield from response.get("content", {}).values()


def _document_key(operation: Operation, needs: set[Any]) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == "Idempotency-Key":
            parameter["required"] = must_have_key(operation, needs)
            parameter["description"] = KEY_TEXT
            parameter["example"] = KEY_EXAMPLE
            parameter["schema"] = {"type": "string", "minLength": 8, "maxLength": 128}


def _add_headers(operation: Operation) -> None:
    for status, response in operation["responses"].items():
        response["description"] = SUCCESSES.get(status, response["description"])
        if (headers := HEADERS.get(status)) is not None:
            response.setdefault("headers", {}).update(deepcopy(headers))


def _header(kind: str, text: str) -> Document:
    return {"schema": {"type": kind}, "description": text}


SUCCESSES = {
    "200": "Done, or here it is",
    "201": "Created",
    "202": "Accepted; it is done later",
    "204": "Done; there is nothing to tell",
}
HEADERS = {
    "201": {"Location": _header("string", "Where what was created is read.")},
    "401": {"WWW-Authenticate": _header("string", "Bearer")},
    "429": {"Retry-After": _header("integer", "Seconds.")},
    "503": {"Retry-After": _header("integer", "Seconds.")},
}
