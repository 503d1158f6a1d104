"""The problems of each operation: one schema, and an example for each code."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from app.communities.deps import active_participant
from app.communities.errors import ParticipantInactive, WitnessIsActor
from app.kernel.database.idempotency import KeyInFlight, KeyReused, ResponseGone
from app.kernel.errors import (
    MALFORMED,
    Broken,
    Busy,
    DomainError,
    Forbidden,
    Malformed,
    NotFound,
    Unauthenticated,
)
from app.kernel.files.cells import LINES
from app.kernel.web.conditional import VersionMissing, VersionStale, if_match
from app.kernel.web.idempotency import KeyMissing, ReplayHidden
from app.kernel.web.limits import TooManyRequests
from app.kernel.web.problems import PROBLEM, TooLarge, problems
from app.kernel.web.request_middleware import UnsupportedMediaType
from app.openapi.behind import Behind
from app.openapi.catalogue import errors
from app.openapi.shapes import SCHEMAS, Operation

PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "description": (
        "RFC 9457. Some codes have further members, which `openapi/problems.json` and the page of "
        "the code name; more members and more codes may be added."
    ),
    "required": ["type", "title", "status", "detail", "code", "request_id"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference", "description": "A page about it."},
        "title": {"type": "string", "description": "For people, in their language."},
        "status": {
            "type": "integer",
            "minimum": 400,
            "maximum": 599,
            "description": "The HTTP status.",
        },
        "detail": {"type": "string", "description": "What to do next."},
        "code": {
            "type": "string",
            "description": "The machine's key; it does not change, and more may be added.",
        },
        "request_id": {"type": "string"},
        "errors": {**MALFORMED.schema, "description": MALFORMED.text},
        "lines": {**LINES, "description": "Faults of a sheet, by line and column."},
        "line": {
            "type": "integer",
            "description": "Entry of the list that was sent to which it applies, from 1 on.",
        },
    },
    "additionalProperties": True,
}


def problem_schema() -> dict[str, Any]:
    """Returns the one schema of problems, with the codes so far: an open list, so no enum."""
    schema = deepcopy(PROBLEM_SCHEMA)
    schema["properties"]["code"]["x-known-codes"] = [error.code for error in errors()]
    return schema


def add_problems(operation: Operation, behind: Behind, schemas: Mapping[str, Any]) -> None:
    """Adds the problems that follow from what an operation takes and asks for."""
    _add(operation, general_problems(operation, behind))
    if _names_witness(operation, schemas):
        _add(operation, [WitnessIsActor])


def general_problems(operation: Operation, behind: Behind) -> list[type[DomainError]]:
    """Returns the problems that any operation of this kind can answer, whatever it does."""
    found: list[type[DomainError]] = [NotFound, Broken, Busy, TooManyRequests]
    if operation["security"]:
        found += [Unauthenticated, Forbidden]
    if active_participant in behind.calls:
        found.append(ParticipantInactive)
    if operation.get("parameters") or "requestBody" in operation:
        found.append(Malformed)
    if "requestBody" in operation:
        found += [TooLarge, UnsupportedMediaType]
    if behind.may_have_key:
        found += [KeyInFlight, KeyReused, ResponseGone]
        found += [ReplayHidden] * behind.replays_behind_guards
        found += [KeyMissing] * behind.must_have_key
    if if_match in behind.calls:
        found += [VersionMissing, VersionStale]
    return found


def _names_witness(operation: Operation, schemas: Mapping[str, Any]) -> bool:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
    return "witness" in schemas.get(name, {}).get("properties", {})


def _add(operation: Operation, errors: list[type[DomainError]]) -> None:
    """Adds problems to those that the operation names: one schema, an example for each code."""
    for status, response in problems(*errors).items():
        own = operation["responses"].setdefault(str(status), {"description": "", "content": {}})
        descriptions = filter(None, [own["description"], response["description"]])
        seen = own["content"].setdefault(PROBLEM, {}).setdefault("examples", {})
        news = response["content"][PROBLEM]["examples"]
        if news.keys() - seen.keys():
            own["description"] = "; ".join(dict.fromkeys("; ".join(descriptions).split("; ")))
        own["content"][PROBLEM] = {"examples": news | seen}
    for status, response in operation["responses"].items():
        if not status.startswith(("2", "3")):
            response["content"][PROBLEM]["schema"] = {"$ref": f"{SCHEMAS}Problem"}
