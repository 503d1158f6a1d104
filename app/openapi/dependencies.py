"""The functions behind each operation: what it documents follows from them."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.kernel.web.idempotency import required_key
from app.openapi.shapes import Operation


def needs(app: FastAPI) -> Iterator[tuple[tuple[str, str], set[Any]]]:
    """Yields path and method of each operation, and the functions it depends on."""
    for route in app.routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                yield (route.path_format, method.lower()), called(route.dependant)


def called(dependant: Dependant) -> set[Any]:
    """Every function behind a route, itself included."""
    return {dependant.call}.union(*(called(inner) for inner in dependant.dependencies))


def must_have_key(operation: Operation, needs: set[Any]) -> bool:
    return required_key in needs or "201" in operation["responses"]
