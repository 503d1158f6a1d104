"""The functions that an operation calls, from which its document follows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from inspect import isfunction, unwrap
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.kernel.lane.hot_route import HotRoute
from app.kernel.web.conditional import unless_matched
from app.kernel.web.idempotency import IdempotentRoute, optional_key, required_key


@dataclass(frozen=True)
class Behind:
    route: APIRoute

    @cached_property
    def calls(self) -> set[Any]:
        """Every function that is called before the route's own, itself included."""
        return called(self.route.dependant)

    @property
    def creates(self) -> bool:
        return self.route.status_code == 201

    @property
    def may_have_key(self) -> bool:
        return optional_key in self.calls

    @property
    def must_have_key(self) -> bool:
        return required_key in self.calls or (self.may_have_key and self.creates)

    @property
    def replays_behind_guards(self) -> bool:
        """Says whether a stored answer is given again only to those who may still see its row."""
        return self.may_have_key and isinstance(self.route, IdempotentRoute)

    @property
    def may_replay(self) -> bool:
        """Says whether a repeated request gets its first answer: by a key, or by what a hot lane
        takes for one, the nonce of a check-in."""
        return self.may_have_key or (
            isinstance(self.route, HotRoute) and self.route.methods == {"POST"}
        )

    @property
    def is_conditional(self) -> bool:
        """Says whether it answers 304 to a client that has its answer."""
        return unless_matched in self._helpers

    def sets_header(self, name: str) -> bool:
        """Returns whether the route's function, or one beside it that it calls, sets a header. Hot
        lanes store the Location of what they create."""
        if name == "Location" and self.creates and isinstance(self.route, HotRoute):
            return True
        return any(name in _constants(one) for one in self._helpers)

    @cached_property
    def _helpers(self) -> set[Callable[..., Any]]:
        return set(_with_helpers(unwrap(self.route.endpoint)))


def behind_operations(app: FastAPI) -> Iterator[tuple[tuple[str, str], Behind]]:
    """Yields path and method of each operation, and what stands behind it."""
    for route in app.routes:
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in route.methods or ():
                yield (route.path_format, method.lower()), Behind(route)


def called(dependant: Dependant) -> set[Any]:
    """Every function behind a route, itself included."""
    return {dependant.call}.union(*(called(inner) for inner in dependant.dependencies))


def _with_helpers(function: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """Yields a function, and the functions of the program that it names directly."""
    yield function
    for name in function.__code__.co_names:
        helper = function.__globals__.get(name)
        if isfunction(helper) and helper.__module__.startswith("app."):
            yield helper


def _constants(function: Callable[..., Any]) -> Iterator[Any]:
    """Yields the constants of a function, and those of its tuples: keys of a dict are one."""
    for constant in function.__code__.co_consts:
        yield constant
        if isinstance(constant, tuple):
            yield from constant
