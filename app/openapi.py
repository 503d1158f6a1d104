"""The OpenAPI documents: the application's own, split by audience, pruned and completed."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.communities.errors import WitnessIsActor
from app.features import EXAMPLES, TAGS
from app.kernel.database.idempotency import KeyInFlight, KeyReused
from app.kernel.errors import (
    Broken,
    Busy,
    DomainError,
    Forbidden,
    Malformed,
    NotFound,
    Unauthenticated,
)
from app.kernel.web.bodies import XLSX_TYPE
from app.kernel.web.conditional import VersionMissing, VersionStale, if_match
from app.kernel.web.examples import Examples
from app.kernel.web.idempotency import KeyMissing, optional_key, required_key
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import PROBLEM, TooLarge, problems
from app.kernel.web.request_middleware import UnsupportedMediaType

Document = dict[str, Any]
Operation = dict[str, Any]

AUDIENCES = {"resident": "/v1/", "admin": "/admin/v1/"}
ADMIN_MARK = "admin_"
SCHEMAS = "#/components/schemas/"
TITLES = {
    "resident": "Linli for residents (邻里 居民接口)",
    "admin": "Linli for administrators (邻里 管理接口)",
}
INTRODUCTION = """\
Times are RFC 3339 in UTC. Lists are pages: follow `next_cursor`. Every POST takes an
`Idempotency-Key`; those that create need one. What is not a success is
`application/problem+json` (RFC 9457): switch on `code`; `type` leads to a page about it."""
PROBLEM_SCHEMA = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457. Some codes have further members, named on their page.",
    "required": ["type", "title", "status", "detail", "code", "request_id"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "A page about it."},
        "title": {"type": "string", "description": "For people, in their language."},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "description": "What to do next."},
        "code": {"type": "string", "description": "The machine's key; it does not change."},
        "request_id": {"type": "string"},
        "errors": {
            "type": "array",
            "description": "What is malformed; never what was sent.",
            "items": {
                "type": "object",
                "required": ["pointer", "code"],
                "properties": {"pointer": {"type": "string"}, "code": {"type": "string"}},
            },
        },
    },
    "additionalProperties": True,
}
KEY_TEXT = (
    "Made by the client, one for each thing it wants done. The same key with the same request "
    "gets the same answer again (`Idempotent-Replayed: true`), for 72 hours."
)
KEY_EXAMPLE = "6f1c2c9e-5a0b-4d0e-9a53-1b7f9f1f2a10"


def documents(app: FastAPI) -> dict[str, Document]:
    """One for each audience, and in it only what it reaches."""
    whole = deepcopy(app.openapi())
    needs = dict(_needs(app))
    return {name: _part(whole, name, prefix, needs) for name, prefix in AUDIENCES.items()}


def written(document: Document) -> str:
    """The same bytes whenever and wherever it is written."""
    return json.dumps(document, sort_keys=True, indent=2, ensure_ascii=False) + "\n"


def _needs(app: FastAPI) -> Iterator[tuple[tuple[str, str], set[Any]]]:
    """Yields path and method of each operation, and the functions it depends on."""
    for route in app.routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                yield (route.path_format, method.lower()), called(route.dependant)


def called(dependant: Dependant) -> set[Any]:
    """Every function behind a route, itself included."""
    return {dependant.call}.union(*(called(inner) for inner in dependant.dependencies))


def _part(
    whole: Document, name: str, prefix: str, needs: Mapping[tuple[str, str], set[Any]]
) -> Document:
    paths = deepcopy({path: item for path, item in whole["paths"].items() if _is(path, prefix)})
    schemas = whole.get("components", {}).get("schemas", {}) | {"Problem": PROBLEM_SCHEMA}
    examples: dict[str, Any] = {}
    for path, item in paths.items():
        for method, operation in item.items():
            _complete(operation, needs[path, method], schemas)
            _share_examples(operation, examples)
    tags = {tag for item in paths.values() for one in item.values() for tag in one["tags"]}
    return {
        "openapi": whole["openapi"],
        "info": {
            "title": TITLES[name],
            "version": version("linli"),
            "description": INTRODUCTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "The service that serves this document"}],
        "tags": [{"name": tag, "description": TAGS.get(tag, tag)} for tag in sorted(tags)],
        "paths": paths,
        "components": _reached(paths, whole, schemas) | {"examples": examples},
    }


def _is(path: str, prefix: str) -> bool:
    return path.startswith(prefix)


def _complete(operation: Operation, needs: set[Any], schemas: Mapping[str, Any]) -> None:
    operation["operationId"] = operation["operationId"].removeprefix(ADMIN_MARK)
    text = " ".join(operation.get("description", "").split())
    operation["summary"] = _first_sentence(text)
    operation["description"] = text
    _document_key(operation, needs)
    _add_problems(operation, general_problems(operation, needs))
    if _names_witness(operation, schemas):
        _add_problems(operation, [WitnessIsActor])
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


def general_problems(operation: Operation, needs: set[Any]) -> list[type[DomainError]]:
    """Returns the problems that any operation of this kind can answer, whatever it does."""
    found: list[type[DomainError]] = [NotFound, Broken, Busy, TooManyRequests]
    if operation.get("security"):
        found += [Unauthenticated, Forbidden]
    if operation.get("parameters") or "requestBody" in operation:
        found.append(Malformed)
    if "requestBody" in operation:
        found += [TooLarge, UnsupportedMediaType]
    if optional_key in needs:
        found += [KeyInFlight, KeyReused]
        found += [KeyMissing] * _must_have_key(operation, needs)
    if if_match in needs:
        found += [VersionMissing, VersionStale]
    return found


def _names_witness(operation: Operation, schemas: Mapping[str, Any]) -> bool:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return "witness" in schemas.get(name, {}).get("properties", {})


def _must_have_key(operation: Operation, needs: set[Any]) -> bool:
    return required_key in needs or "201" in operation["responses"]


def _document_key(operation: Operation, needs: set[Any]) -> None:
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == "Idempotency-Key":
            parameter["required"] = _must_have_key(operation, needs)
            parameter["description"] = KEY_TEXT
            parameter["example"] = KEY_EXAMPLE
            parameter["schema"] = {"type": "string", "minLength": 8, "maxLength": 128}


def _add_problems(operation: Operation, errors: list[type[DomainError]]) -> None:
    """Adds problems to those that the operation names: one schema, an example for each code."""
    for status, response in problems(*errors).items():
        own = operation["responses"].setdefault(str(status), {"description": "", "content": {}})
        descriptions = filter(None, [own["description"], response["description"]])
        seen = own["content"].setdefault(PROBLEM, {}).setdefault("examples", {})
        news = response["content"][PROBLEM]["examples"]
        if news.keys() - seen.keys():
            own["description"] = "; ".join(dict.fromkeys("; ".join(descriptions).split("; ")))
        own["content"] = {PROBLEM: {"examples": news | seen}}
    for status, response in operation["responses"].items():
        if not status.startswith(("2", "3")):
            response["content"][PROBLEM]["schema"] = {"$ref": f"{SCHEMAS}Problem"}


def _share_examples(operation: Operation, shared: dict[str, Any]) -> None:
    """A problem looks the same wherever it is met, so it is shown once."""
    for response in operation["responses"].values():
        examples = response.get("content", {}).get(PROBLEM, {}).get("examples", {})
        for code, example in examples.items():
            shared[code] = example
            examples[code] = {"$ref": f"#/components/examples/{code}"}


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


def _reached(paths: Document, whole: Document, schemas: Mapping[str, Any]) -> Document:
    """The components that the paths lead to, and no others."""
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
