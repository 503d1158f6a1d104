"""Routers that write their operations down, so that FastAPI works each out once: when it is
mounted, with its whole path."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from inspect import signature
from typing import Any, TypedDict, TypeVar, Unpack

from fastapi import APIRouter, Depends, Response, params
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from app.kernel.web.dependencies import no_query
from app.kernel.web.deprecation import Deprecation

FOR_WRITES = "is_for_writes"
"""Attribute of a dependency that a router adds to its writes alone."""
Endpoint = TypeVar("Endpoint", bound=Callable[..., Coroutine[Any, Any, Any]])


class Options(TypedDict, total=False):
    """Arguments of a route that stand with its function."""

    status_code: int
    response_model: Any
    response_class: type[Response]
    responses: dict[int | str, dict[str, Any]]


class RouteOptions(Options, total=False):
    deprecation: Deprecation
    """The end of the operation, where it has one."""


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str
    endpoint: Callable[..., Coroutine[Any, Any, Any]]
    options: Options
    deprecation: Deprecation | None


class SilentRoute(APIRoute):
    """A route whose answers are neither counted nor logged, except its faults (`RequestMiddleware`
    looks for the mark)."""

    is_silent = True


class Router:
    """Operations with what they have in common; its decorators are those of an APIRouter."""

    def __init__(
        self,
        *,
        prefix: str = "",
        tags: Sequence[str] = (),
        route_class: type[APIRoute] = APIRoute,
        dependencies: Sequence[params.Depends] = (),
    ) -> None:
        self.operations: list[Operation] = []
        self.route_class = route_class
        self.dependencies = dependencies
        self._prefix = prefix
        self._tags: list[str | Enum] = [*tags]

    def get(self, path: str, **options: Unpack[RouteOptions]) -> Callable[[Endpoint], Endpoint]:
        return self._record("GET", path, options)

    def post(self, path: str, **options: Unpack[RouteOptions]) -> Callable[[Endpoint], Endpoint]:
        return self._record("POST", path, options)

    def put(self, path: str, **options: Unpack[RouteOptions]) -> Callable[[Endpoint], Endpoint]:
        return self._record("PUT", path, options)

    def delete(self, path: str, **options: Unpack[RouteOptions]) -> Callable[[Endpoint], Endpoint]:
        return self._record("DELETE", path, options)

    def _record(
        self, method: str, path: str, options: RouteOptions
    ) -> Callable[[Endpoint], Endpoint]:
        end = options.pop("deprecation", None)

        def record(endpoint: Endpoint) -> Endpoint:
            self.operations.append(Operation(method, self._prefix + path, endpoint, options, end))
            return endpoint

        return record

    def mount(
        self, outer: APIRouter, prefix: str = "", route_class: type[APIRoute] | None = None
    ) -> None:
        """The operations become routes of `outer`. If an APIRouter were included, FastAPI would
        work each route out once more, and go through all routers, twice, at each request."""
        for operation in self.operations:
            # FastAPI ignores a query that a route does not take, and with it every typing error.
            refusing = [] if _takes_query(operation.endpoint) else [Depends(no_query)]
            end = operation.deprecation
            outer.add_api_route(
                prefix + operation.path,
                operation.endpoint,
                methods=[operation.method],
                dependencies=[*refusing, *self.dependencies_of(operation)],
                tags=self._tags,
                route_class_override=route_class or self.route_class,
                deprecated=end is not None or None,
                openapi_extra=None if end is None else {**end.in_document()},
                **operation.options,
            )
            if end is not None:
                _tell(outer.routes[-1], end)

    def dependencies_of(self, operation: Operation) -> list[params.Depends]:
        """Returns the router's dependencies, for a read without those that serve writes."""
        if operation.method != "GET":
            return [*self.dependencies]
        return [one for one in self.dependencies if not hasattr(one.dependency, FOR_WRITES)]


def _tell(route: BaseRoute, end: Deprecation) -> None:
    """Has every answer of a route tell of its end."""
    assert isinstance(route, APIRoute)
    end.require_parameters_of(route.path)
    # Not around `app`, which hot routes pass by.
    route.handle = end.announced_by(route.handle)  # type: ignore[assignment, method-assign]  # one route


@cache
def _takes_query(call: Callable[..., Any]) -> bool:
    """Returns whether a parameter of the function, or of one that it depends on, is the query."""
    marks = [
        mark
        for parameter in signature(call, eval_str=True).parameters.values()
        for mark in getattr(parameter.annotation, "__metadata__", ())
    ]
    depends = (mark.dependency for mark in marks if isinstance(mark, params.Depends))
    return any(isinstance(mark, params.Query) for mark in marks) or any(
        _takes_query(dependency) for dependency in depends if dependency is not None
    )
