"""`linli routes`: every route with its operation id, and who it lets in."""

from collections.abc import Iterator
from inspect import getclosurevars, isfunction
from typing import Annotated, Any, NamedTuple

import typer
from fastapi import params
from fastapi.routing import APIRoute, iter_route_contexts

from app.cli.command import command_app, fail
from app.cli.export_openapi import offline_app
from app.openapi import AUDIENCES, called

NO_GUARDS = {
    *("Session", "HotLane", "IfMatch", "RequiredKey", "OptionalKey"),
    *("CurrentLoginContext", "HashedPassword", "MessageRenderer"),
}
"""Annotated types in routes that do not decide who is let in."""

app = command_app()


class Line(NamedTuple):
    method: str
    path: str
    operation: str
    audience: str
    guards: tuple[str, ...]
    """Named types that the function asks for."""
    rules: tuple[str, ...]
    """Permissions and policies behind the guards."""

    def __str__(self) -> str:
        guards = ", ".join(self.guards) or "no guard"
        parts = [
            self.operation,
            self.audience,
            guards,
            *([", ".join(self.rules)] * bool(self.rules)),
        ]
        return f"{self.method:<7}{self.path}\n       {' · '.join(parts)}"


@app.command()
def routes(
    filter: Annotated[
        str, typer.Argument(help="Part of a path, an operation id, a guard or a permission.")
    ] = "",
) -> None:
    """List the routes: method, path, operation id, audience, guards and permissions."""
    found = [line for line in lines() if filter.lower() in str(line).lower()]
    if not found:
        fail(f"no route has {filter!r} in it")
    for line in found:
        typer.echo(line)


def lines() -> Iterator[Line]:
    """Yields the routes in the order in which they are matched."""
    for context in iter_route_contexts(offline_app().routes):
        route = context.original_route
        if isinstance(route, APIRoute):
            path = context.path_format or route.path
            operation = route.unique_id.removeprefix("admin_") if route.include_in_schema else "-"
            rules = tuple(
                sorted({rule for call in called(route.dependant) for rule in _rules(call)})
            )
            for method in sorted(context.methods or ()):
                guards = tuple(_guards(route.endpoint))
                yield Line(method, path, operation, _audience(path), guards, rules)


def _audience(path: str) -> str:
    return next((name for name, prefix in AUDIENCES.items() if path.startswith(prefix)), "page")


def _guards(endpoint: Any) -> Iterator[str]:
    names = {id(value): name for name, value in endpoint.__globals__.items()}
    for annotation in endpoint.__annotations__.values():
        marks = getattr(annotation, "__metadata__", ())
        name = names.get(id(annotation), "")
        if name and name not in NO_GUARDS and any(isinstance(m, params.Depends) for m in marks):
            yield name


def _rules(guard: Any) -> Iterator[str]:
    """Yields the permission and the policy's name that a guard made by a factory closes over."""
    closed = getclosurevars(guard).nonlocals if isfunction(guard) else {}
    if isinstance(permission := closed.get("permission"), str):
        yield permission
    if isfunction(policy := closed.get("may")):
        yield policy.__name__
