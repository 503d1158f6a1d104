"""Every operation of the application, with its dependencies and the smallest request that fits."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getclosurevars, isfunction, signature
from typing import Any
from uuid import uuid4

from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from app.features import EXAMPLES
from app.kernel.database.engine import Database, open_engine
from app.kernel.web.examples import Examples
from app.openapi import Document, called, documents
from tests.client import an_app

APP = an_app(Database.of(open_engine("postgresql+asyncpg://nowhere/none")))
DOCUMENTS: dict[str, Document] = documents(APP)


@dataclass(frozen=True)
class Operation:
    method: str
    path: str
    route: APIRoute
    needs: frozenset[Any]
    """The functions that it depends on, itself included."""
    spec: dict[str, Any]
    """Its object in the document, with what it refers to, apart from schemas."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_admin(self) -> bool:
        return self.path.startswith("/admin/")

    @property
    def document(self) -> Document:
        return DOCUMENTS[audience_of(self.path)]

    @property
    def permissions(self) -> set[str]:
        """Permissions that its guards require before they look for a row."""
        guards = [call for call in self.needs if isfunction(call) and len(_asks(call)) == 1]
        required = [getclosurevars(guard).nonlocals.get("permission") for guard in guards]
        return {permission for permission in required if isinstance(permission, str)}

    def target(self, **known: object) -> str:
        """Fills the path in. Ids that are not given are those of nothing."""
        values: dict[str, object] = {}
        for parameter in self.spec.get("parameters", ()):
            if parameter["in"] == "path":
                name, schema = parameter["name"], parameter["schema"]
                made = uuid4() if schema.get("format") == "uuid" else self._example(schema)
                values[name] = known.get(name, made)
        return self.path.format(**values)

    def body(self) -> dict[str, Any]:
        """Arguments for httpx that make the smallest body that is not malformed."""
        contents = self.spec.get("requestBody", {}).get("content", {})
        for media_type, content in contents.items():
            if media_type == "application/json":
                return {"json": next(examples_of(content))}
            return {"content": b"\n", "headers": {"Content-Type": media_type}}
        return {}

    def _example(self, schema: dict[str, Any]) -> Any:
        schemas = self.document["components"]["schemas"]
        return Examples(schemas, EXAMPLES).example_of(schema)


def examples_of(content: dict[str, Any]) -> Iterator[Any]:
    """Yields the examples of a content."""
    yield from (one["value"] for one in content.get("examples", {}).values())
    if "example" in content:
        yield content["example"]


def with_references(part: Any, components: dict[str, Any]) -> Any:
    """Returns a part of a document with what it refers to, apart from schemas."""
    if isinstance(part, list):
        return [with_references(one, components) for one in part]
    if not isinstance(part, dict):
        return part
    kind, _, name = str(part.get("$ref", "")).removeprefix("#/components/").partition("/")
    if name and kind != "schemas":
        return with_references(components[kind][name], components)
    return {key: with_references(value, components) for key, value in part.items()}


def audience_of(path: str) -> str:
    """Name of the document that describes a path."""
    return "admin" if path.startswith("/admin/") else "resident"


def _asks(call: Any) -> set[str]:
    """Names the parameters of a guard. One that takes a row answers 404 before it answers 403."""
    return set(signature(call).parameters)


def contexts() -> Iterator[RouteContext]:
    yield from iter_route_contexts(APP.routes)


def operations() -> Iterator[Operation]:
    """Yields every operation of the documents."""
    for context in contexts():
        route = context.original_route
        if not isinstance(route, APIRoute) or not context.include_in_schema:
            continue
        assert context.path_format is not None
        document = DOCUMENTS[audience_of(context.path_format)]
        item = document["paths"][context.path_format]
        for method in context.methods or ():
            yield Operation(
                method,
                context.path_format,
                route,
                frozenset(called(context.dependant)),
                with_references(item[method.lower()], document["components"]),
            )


OPERATIONS = list(operations())
PUBLIC = {
    "POST /v1/auth/wechat/sessions",
    "POST /v1/auth/sessions/refresh",
    "POST /admin/v1/auth/sessions",
    "POST /admin/v1/auth/sessions/refresh",
    "POST /admin/v1/auth/account-links/open",
    "POST /admin/v1/auth/account-links/use",
    "GET /v1/documents/{number}",
    "GET /v1/certificates/{number}",
    "GET /v1/certificates/{number}/page",
    "GET /v1/data-exports/{token}",
    "GET /v1/calendar-feeds/{name}",
}
"""Operations without a login. All others ask who calls."""
PUBLIC_PAGES = {
    *("/healthz", "/readyz", "/problems", "/problems/{code}"),
    *(
        "/console",
        "/console/{path}",
        "/docs",
        "/docs/openapi.json",
        "/docs/labels.json",
        "/docs/files/{name}",
        "/admin/docs",
        "/admin/docs/openapi.json",
    ),
}
