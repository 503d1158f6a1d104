"""A short way for good requests of hot routes: a third of what the ordinary way costs."""

from collections.abc import Callable, Coroutine, Mapping
from inspect import iscoroutinefunction, signature
from typing import Annotated, Any, NamedTuple

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_validation_alias
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from app.kernel.web.dependencies import is_query


class Parameter(NamedTuple):
    name: str
    alias: str
    validate: Callable[[Any], Any]
    is_required: bool
    default: Callable[[], Any]

    @classmethod
    def of(cls, field: Any) -> "Parameter":
        info = field.field_info
        adapter = _adapter(field)
        required, default = info.is_required(), field.get_default
        alias = get_validation_alias(field)
        return cls(field.name, alias, adapter.validate_python, required, default)

    def read(self, sent: Mapping[str, str]) -> Any:
        value = sent.get(self.alias)
        if value is not None:
            return self.validate(value)
        if self.is_required:
            raise ValueError
        return self.default()


Values = dict[str, Any]
"""The arguments of one function."""


class Step:
    """One function, how it gets its arguments from a request, and from which steps before it."""

    def __init__(self, dependant: Dependant, inner: list[tuple[str | None, int]]) -> None:
        self.call: Any = dependant.call
        self.inner = [(name, step) for name, step in inner if name is not None]
        self._headers = [Parameter.of(field) for field in dependant.header_params]
        # A list takes its query as one model, a create its body.
        query = [field for field in dependant.query_params if is_query(field)]
        others = [field for field in dependant.query_params if field not in query]
        self._path = [Parameter.of(field) for field in (*dependant.path_params, *others)]
        self._query = [(f.name, _adapter(f).validate_python) for f in query]
        self._body = [(f.name, _adapter(f).validate_json) for f in dependant.body_params[:1]]
        self._request = dependant.request_param_name or dependant.http_connection_param_name
        self._refuse_what_is_not_planned(dependant.use_cache)

    def _refuse_what_is_not_planned(self, use_cache: bool) -> None:
        names = {self._request, *(name for name, _ in (*self.inner, *self._query, *self._body))}
        names |= {parameter.name for parameter in (*self._headers, *self._path)}
        if (
            not (iscoroutinefunction(self.call) or iscoroutinefunction(type(self.call).__call__))
            or not use_cache
            or names - {None} != set(signature(self.call).parameters)
            or not all(parameter.is_required for parameter in self._path)
        ):
            raise TypeError(f"{self.call}: not for a hot route")

    @property
    def takes_body(self) -> bool:
        return bool(self._body)

    def read(self, request: Request, body: bytes) -> Values:
        """Without those of `inner`."""
        values: Values = {p.name: p.read(request.path_params) for p in self._path}
        for parameter in self._headers:
            values[parameter.name] = parameter.read(request.headers)
        for name, validate in self._query:
            values[name] = validate(
                dict(request.query_params) if request.scope["query_string"] else {}
            )
        for name, parse in self._body:
            if request.headers.get("content-type") != "application/json":
                raise ValueError
            values[name] = parse(body)
        if self._request is not None:
            values[self._request] = request
        return values


class Plan:
    """How a function gets its arguments from a request, worked out once: its dependencies, each
    function once, before those that need them; itself last."""

    def __init__(self, dependant: Dependant) -> None:
        self._steps: list[Step] = []
        self._add(dependant)
        self._takes_body = any(step.takes_body for step in self._steps)

    def _add(self, dependant: Dependant) -> int:
        """Its number."""
        inner = [(one.name, self._add(one)) for one in dependant.dependencies]
        for number, step in enumerate(self._steps):
            if step.call == dependant.call and dependant.use_cache:
                return number
        self._steps.append(Step(dependant, inner))
        return len(self._steps) - 1

    async def read(self, request: Request) -> list[Values]:
        """Calls nothing yet. ValueError when the request is not a good one."""
        body = await request.body() if self._takes_body else b""
        return [step.read(request, body) for step in self._steps]

    async def follow(self, said: list[Values]) -> Any:
        done: list[Any] = []
        for step, values in zip(self._steps, said, strict=True):
            for name, number in step.inner:
                values[name] = done[number]
            done.append(await step.call(**values))
        return done[-1]


class HotRoute(APIRoute):
    """What is not a good request goes the ordinary way, which says what is wrong with it.

    It knows the dependencies of its own router, not those given to include_router.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        ordinary = super().get_route_handler()
        if self._embed_body_fields:
            raise TypeError(f"{self.name}: not for a hot route")
        plan = Plan(self.dependant)

        async def handle(request: Request) -> Response:
            try:
                said = await plan.read(request)
            except ValueError:
                return await ordinary(request)
            answer: Response = await plan.follow(said)
            return answer

        return handle


def _adapter(field: Any) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[field.field_info.annotation, field.field_info])
