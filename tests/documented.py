"""Whatever the tests see of the service is what the documents say: a transport that compares every
answer, and every request that was taken, with the documents in `openapi/`, and lets nothing pass
that they do not name."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from httpx import AsyncBaseTransport, Request, Response
from jsonschema_rs import Draft202012Validator, Registry

FOLDER = Path(__file__).parents[1] / "openapi"
PREFIXES = {"admin": "/admin/v1/", "resident": "/v1/"}
JSON, PROBLEM = "application/json", "application/problem+json"
OUTERMOST = {
    *("headers_ambiguous", "request_timeout", "method_not_allowed", "host_unknown"),
    "sealed_damaged",
}
"""Problems that any request may have; the introduction of the documents names them."""
EVERYWHERE = {
    *("content-length", "content-type", "content-security-policy", "strict-transport-security"),
    *("x-content-type-options", "referrer-policy", "x-robots-tag", "vary"),
    *("allow", "connection"),
    *("access-control-allow-origin", "access-control-expose-headers"),
    *("date", "server", "transfer-encoding"),
}
"""Headers of HTTP and of safety, which are no part of an operation."""
NOT_TO_BE_STORED = "no-store"
"""The Cache-Control of every answer that has no other one."""
USUAL = {"type", "title", "status", "detail", "code", "request_id"}
"""Members that every problem has."""
BATCHED = {"line"}
"""Member that any problem gets where it is about one of several things that were sent."""
Where = tuple[str | int, ...]


class UndocumentedError(AssertionError):
    """The service has sent, or taken, what its document does not say."""


class Documented(AsyncBaseTransport):
    """A network on which nothing undocumented is seen."""

    def __init__(self, network: AsyncBaseTransport, *, takes_what_it_is_sent: bool = False) -> None:
        """`takes_what_it_is_sent` leaves requests out: the service forgives some that no client
        would send by the document, such as numbers that are texts, and other ends of lines."""
        self._network = network
        self._compares_requests = not takes_what_it_is_sent

    async def handle_async_request(self, request: Request) -> Response:
        answer = await self._network.handle_async_request(request)
        await answer.aread()
        compare(request, answer, with_request=self._compares_requests)
        return answer

    async def aclose(self) -> None:
        await self._network.aclose()


class Found(NamedTuple):
    """An operation, and where it stands in its document."""

    document: "Document"
    where: Where
    spec: Mapping[str, Any]


class Document:
    """A document of `openapi/`, closed: its objects have no fields that it does not name."""

    def __init__(self, audience: str) -> None:
        whole = json.loads((FOLDER / f"{audience}.json").read_text(encoding="utf-8"))
        self.whole: dict[str, Any] = _closed(whole)
        self._registry = Registry([("urn:document", self.whole)])
        self._validators: dict[Where, Draft202012Validator] = {}
        self._paths: dict[int, list[tuple[list[str], str]]] = {}
        for path in self.whole["paths"]:
            parts = ["{}" if part.startswith("{") else part for part in path.split("/")]
            self._paths.setdefault(len(parts), []).append((parts, path))

    def find(self, method: str, path: str) -> Found | None:
        parts = path.split("/")
        fitting = [
            (sum(part[:1] == "{" for part in those), name)
            for those, name in self._paths.get(len(parts), ())
            if all(
                part[:1] == "{" or part == given for part, given in zip(those, parts, strict=True)
            )
        ]
        for _, name in sorted(fitting):
            if (spec := self.whole["paths"][name].get(method.lower())) is not None:
                return Found(self, ("paths", name, method.lower()), spec)
        return None

    def at(self, where: Where) -> tuple[Where, Any]:
        """Returns what stands at a place, and that place, whatever refers to it."""
        part: Any = self.whole
        for step in where:
            part = part[step]
        if "$ref" in part:
            return self.at(tuple(part["$ref"].removeprefix("#/").split("/")))
        return where, part

    def faults(self, where: Where, value: Any) -> Iterator[str]:
        """Yields what the schema at a place does not allow of a value."""
        if where not in self._validators:
            steps = "/".join(str(step).replace("~", "~0").replace("/", "~1") for step in where)
            reference = f"urn:document#/{quote(steps, safe='/~')}"
            self._validators[where] = Draft202012Validator(
                {"$ref": reference}, registry=self._registry, validate_formats=True
            )
        for fault in self._validators[where].iter_errors(value):
            yield f"{'/'.join(map(str, fault.instance_path))}: {fault.message[:300]}"


def _fits(parts: list[str], given: list[str]) -> bool:
    return all(part in ("{}", one) for part, one in zip(parts, given, strict=True))


@cache
def document(audience: str) -> Document:
    return Document(audience)


def _closed(part: Any) -> Any:
    if isinstance(part, list):
        return [_closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = {key: _closed(value) for key, value in part.items()}
    if part.get("type") == "object" and "properties" in part:
        closed.setdefault("additionalProperties", False)
    return closed


def compare(request: Request, answer: Response, *, with_request: bool = True) -> None:
    """Raises UndocumentedError for an exchange that the document does not describe."""
    path = request.url.path
    for audience, prefix in PREFIXES.items():
        if path.startswith(prefix):
            found = document(audience).find(request.method, path)
            if found is None:
                break
            of_request = _of_request(found, request, answer) if with_request else ()
            if faults := [*of_request, *_of_answer(found, answer)]:
                named = f"{request.method} {path} -> {answer.status_code}"
                raise UndocumentedError("\n  ".join([named, *faults]))


def _of_answer(found: Found, answer: Response) -> Iterator[str]:
    if _is_outermost(answer):
        return
    status = str(answer.status_code)
    if status not in found.spec["responses"]:
        yield f"no status {status}: {answer.text[:200]}"
        return
    where, response = found.document.at((*found.where, "responses", status))
    yield from _of_headers(found.document, where, response.get("headers", {}), answer)
    yield from _of_content(found.document, where, response.get("content", {}), answer)


def _is_outermost(answer: Response) -> bool:
    if answer.headers.get("content-type") != PROBLEM:
        return False
    return answer.json()["code"] in OUTERMOST


def _of_headers(
    document: Document, where: Where, headers: Mapping[str, Any], answer: Response
) -> Iterator[str]:
    known = {name.lower(): name for name in headers}
    for name, value in answer.headers.items():
        if name in known:
            at, header = document.at((*where, "headers", known[name]))
            given = int(value) if header["schema"]["type"] == "integer" else value
            yield from (f"{name}: {fault}" for fault in document.faults((*at, "schema"), given))
        elif name not in EVERYWHERE and (name, value) != ("cache-control", NOT_TO_BE_STORED):
            yield f"no header {name}: {value}"
    for name in headers:
        _, header = document.at((*where, "headers", name))
        if header.get("required") and name.lower() not in answer.headers:
            yield f"{name} is not there"


def _of_content(
    document: Document, where: Where, contents: Mapping[str, Any], answer: Response
) -> Iterator[str]:
    kind = answer.headers.get("content-type", "").partition(";")[0]
    if not contents:
        if answer.content:
            yield f"a body, of {kind}"
        return
    if kind not in contents:
        yield f"no content {kind!r}"
        return
    if kind not in (JSON, PROBLEM):
        return
    content, value = contents[kind], answer.json()
    yield from document.faults((*where, "content", kind, "schema"), value)
    if kind == PROBLEM:
        if value["code"] not in content["examples"]:
            yield f"no problem {value['code']}"
        else:
            yield from faults_of_members(value)


@cache
def members() -> dict[str, dict[str, Any]]:
    """Returns the declared members of each problem, by its code."""
    entries = json.loads((FOLDER / "problems.json").read_text())
    return {entry["code"]: entry["members"] for entry in entries}


def faults_of_members(problem: Mapping[str, Any]) -> Iterator[str]:
    """Yields a fault where a problem has other members than its error declares."""
    declared = members()[problem["code"]]
    given = problem.keys() - USUAL - BATCHED
    if given != declared.keys():
        yield f"{problem['code']} has the members {sorted(given)}, not {sorted(declared)}"
    for name in given & declared.keys():
        faults = Draft202012Validator(declared[name]["schema"]).iter_errors(problem[name])
        yield from (f"{problem['code']}.{name}: {fault.message}" for fault in faults)


def _of_request(found: Found, request: Request, answer: Response) -> Iterator[str]:
    """Yields what was taken although no client made of the document could send it."""
    if answer.status_code >= 300:
        return
    parameters = [
        found.document.at((*found.where, "parameters", number))[1]
        for number in range(len(found.spec.get("parameters", ())))
    ]
    names = {one["name"] for one in parameters if one["in"] == "query"}
    yield from (f"takes {name} in the query" for name in request.url.params if name not in names)
    for one in parameters:
        if one["in"] == "header" and one["required"] and one["name"] not in request.headers:
            yield f"does not need {one['name']}"
    yield from _of_body(found, request)


def _of_body(found: Found, request: Request) -> Iterator[str]:
    body = found.spec.get("requestBody", {})
    kind = request.headers.get("content-type", "").partition(";")[0]
    if not request.content:
        if body.get("required"):
            yield "needs no body"
    elif kind not in body.get("content", {}):
        yield f"takes {kind}"
    elif kind == JSON:
        where = (*found.where, "requestBody", "content", kind, "schema")
        faults = found.document.faults(where, json.loads(request.content))
        yield from (f"takes {fault}" for fault in faults)
