"""The headers of answers: those that a route sends, and those that every answer has."""

from collections.abc import Iterator
from typing import Any

from app.kernel.web.problem_pages import known
from app.kernel.web.problems import PROBLEM
from app.openapi.behind import Behind
from app.openapi.shapes import Document, Operation


def _header(kind: str, text: str, example: Any) -> Document:
    return {"required": True, "schema": {"type": kind}, "description": text, "example": example}


ETAG = _header("string", "The version, with its quotation marks.", '"3"')
LOCATION = _header(
    "string",
    "Path of what was created; a GET reads it.",
    "/v1/communities/0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7",
)
REPLAYED = _header("string", "`true` in the second and later answers to one key.", "true") | {
    "required": False,
    "schema": {"type": "string", "const": "true"},
}
REQUEST_ID = _header(
    "string",
    "Names the request in the service's log; problems have it as `request_id`.",
    "5f0c3b1e8d6a4f7c9b2e1d0a3c4b5e6f",
)
PROBLEM_HEADERS = {
    "Retry-After": _header("integer", "Seconds until it is worth trying again.", 2),
    "RateLimit": _header("string", "The limit, what is left of it, and seconds.", '"m";r=0;t=20'),
    "RateLimit-Policy": _header("string", "The limit: how often in how long.", '"m";q=600;w=60'),
    "WWW-Authenticate": _header("string", "How to authenticate.", "Bearer"),
}
HEADERS = {
    "Cache-Control": _header("string", "Who may keep it, and for how long.", "private, max-age=0"),
    "Content-Disposition": _header("string", "The name of the file.", 'attachment; filename="a"'),
    "Deprecation": _header("string", "Since when the operation is deprecated.", "@1798761600"),
    "ETag": ETAG,
    "Idempotent-Replayed": REPLAYED,
    "Link": _header(
        "string", "Path of what to call instead.", '</v1/me/home>; rel="successor-version"'
    ),
    "Location": LOCATION,
    "Sunset": _header("string", "When the operation may be gone.", "Sat, 01 Jan 2028 00:00:00 GMT"),
    "X-Request-Id": REQUEST_ID,
    **PROBLEM_HEADERS,
}
"""Every header that an answer may have, apart from those of HTTP itself and of safety."""
PREFIX = "#/components/headers/"
OF_LIMITS = {"Retry-After", "RateLimit", "RateLimit-Policy"}
SET_BY_ROUTES = ("Cache-Control", "ETag", "Location")
SHOWN_AT_ONCE = {"application/json", "text/html"}
"""Types of content that are no files, and have no name."""
SUCCESSES = {
    "200": "Done, or here it is",
    "201": "Created",
    "202": "Accepted; it is done later",
    "204": "Done; there is nothing to tell",
}


def reference(name: str) -> Document:
    return {"$ref": PREFIX + name.replace("-", "")}


def add_headers(operation: Operation, behind: Behind) -> None:
    """Adds headers to each answer, and its description to each that is a success."""
    for status, response in operation["responses"].items():
        response["description"] = SUCCESSES.get(status, response["description"])
        headers = {"X-Request-Id": _reference("X-Request-Id")}
        if status < "400":
            headers |= {name: _reference(name) for name in _of_success(response, behind)}
        else:
            headers |= _of_problems(response)
        response["headers"] = headers


def _of_success(response: Document, behind: Behind) -> Iterator[str]:
    if behind.is_conditional:
        yield from ("Cache-Control", "ETag")
    yield from (name for name in SET_BY_ROUTES if behind.sets_header(name))
    if response.get("content", {}).keys() - SHOWN_AT_ONCE:
        yield "Content-Disposition"
    if behind.may_replay:
        yield "Idempotent-Replayed"


def _of_problems(response: Document) -> Document:
    """Returns the headers of a response's problems; one that only some of them have may fail to
    come."""
    found = [_of_problem(code) for code in response["content"][PROBLEM]["examples"]]
    always = set.intersection(*found)
    return {
        name: _reference(name) if name in always else {**HEADERS[name], "required": False}
        for name in set.union(*found)
    }


def _of_problem(code: str) -> set[str]:
    error = next(error for error in known() if error.code == code)
    if error.status == 429:
        return OF_LIMITS
    return {*error.headers} | ({"Retry-After"} if error.retry_after is not None else set())


def _reference(name: str) -> Document:
    return {"$ref": PREFIX + name.replace("-", "")}
