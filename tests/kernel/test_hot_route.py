"""A hot route is an ordinary route to everybody but the clock."""

import json
from collections.abc import Callable
from typing import Annotated, Any
from uuid import uuid4

import pytest
from fastapi import APIRouter, Body, Depends, FastAPI, Header, Request, Response
from fastapi.routing import APIRoute
from httpx import AsyncClient
from pydantic import TypeAdapter

from app import api
from app.features import FEATURES
from app.kernel.database.engine import Database
from app.kernel.lane.hot_route import HotRoute, Plan
from app.kernel.web.dependencies import Session
from app.kernel.web.examples import Examples
from app.volunteering.signups.schemas import SignUp
from tests.client import an_app, as_, client_of_app
from tests.factories import a_community, a_participant, a_shift

HOT = [route for route in api.hot.routes if isinstance(route, HotRoute)]
ALL = [
    route
    for router in (api.hot, api.resident, api.admin)
    for route in router.routes
    if isinstance(route, APIRoute)
]


def routes_of(route_class: type[APIRoute]) -> APIRouter:
    """The hot operations as routes of that class."""
    router = APIRouter(generate_unique_id_function=api.operation_id)
    for feature in FEATURES:
        for recorded in feature.hot:
            recorded.mount(router, "/v1" + api.IN_COMMUNITY, route_class)
    return router


def app_with(database: Database, route_class: type[APIRoute]) -> FastAPI:
    app = an_app(database)
    app.routes[:0] = routes_of(route_class).routes
    return app


def document_with(route_class: type[APIRoute]) -> dict[str, Any]:
    app = FastAPI()
    app.include_router(routes_of(route_class))
    return app.openapi()


def test_there_are_hot_routes() -> None:
    names = [route.name for route in HOT]
    assert names[:4] == ["check_in", "check_out", "sign_up_for_shift", "list_activities"]
    assert api.hot.routes == HOT


def test_the_application_finds_them_first_and_all_without_a_walk(database: Database) -> None:
    assert an_app(database).routes[: len(ALL)] == ALL
    assert ALL[: len(HOT)] == HOT


def test_the_document_is_the_same() -> None:
    assert document_with(HotRoute) == document_with(APIRoute)


def a_body(route: HotRoute) -> bytes:
    """One that the route takes, made from its schema."""
    for field in route.dependant.body_params:
        schema = TypeAdapter[Any](field.field_info.annotation or bytes).json_schema()
        return json.dumps(Examples(schema.get("$defs", {}), {}).example_of(schema)).encode()
    return b""


@pytest.mark.parametrize("route", HOT, ids=lambda route: str(route.name))
async def test_a_good_request_takes_the_short_way(route: HotRoute) -> None:
    """The other tests would pass without it."""
    ids = {name: str(uuid4()) for name in route.param_convertors}
    headers = [
        (b"authorization", f"Bearer {uuid4()}".encode()),
        (b"content-type", b"application/json"),
        (b"idempotency-key", b"sign-up-1"),
    ]
    scope: dict[str, Any] = {"type": "http", "method": "POST", "path": "/", "path_params": ids}
    scope |= {"query_string": b"", "headers": headers}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": a_body(route)}

    said = await Plan(route.dependant).read(Request(scope, receive))
    assert str(said[-1]["community_id"]) == ids["community_id"]


GOOD: dict[str, Any] = {"json": {"is_risk_acknowledged": True}}
SENT: list[dict[str, Any]] = [
    GOOD,
    GOOD | {"key": None},
    GOOD | {"key": "short"},
    GOOD | {"shift": "none"},
    GOOD | {"user": None},
    {"user": None, "content": b"{"},
    {},
    {"json": {}},
    {"json": {"is_risk_acknowledged": False, "other": 1}},
    {"content": b"{"},
    {"content": b"[]", "content_type": "text/plain"},
    {"content": b'{"is_risk_acknowledged": true}', "content_type": "application/json; x=1"},
]


@pytest.mark.parametrize("sent", SENT, ids=str)
async def test_each_answer_is_the_same(database: Database, sent: dict[str, Any]) -> None:
    shift = await a_shift(database, await a_community(database))
    me = await a_participant(database, shift.community_id)
    path = f"/v1/communities/{shift.community_id}/shifts/{sent.get('shift', shift.id)}/signups"
    headers = as_(sent.get("user", me.user_id), sent.get("key", "sign-up-1"))
    headers |= {"content-type": sent.get("content_type", "application/json")}
    body = {name: sent[name] for name in ("json", "content") if name in sent}

    async def post(http: AsyncClient) -> tuple[int, bytes]:
        answer = await http.post(path, headers=headers, **body)
        own_id = answer.headers["x-request-id"].encode()
        return answer.status_code, answer.content.replace(own_id, b"")

    async with client_of_app(an_app(database)) as http:
        hot = await post(http)
    async with client_of_app(app_with(database, APIRoute)) as http:
        ordinary = await post(http)
    assert hot == ordinary


class Called:
    """A dependency with a side effect."""

    def __init__(self, error: Exception | None = None) -> None:
        self.times = 0

        async def call() -> int:
            self.times += 1
            if error is not None:
                raise error
            return self.times

        self.depends = Depends(call)


async def answered_by(endpoint: Callable[..., Any], **sent: Any) -> int:
    app = FastAPI()
    app.router.route_class = HotRoute
    app.add_api_route("/", endpoint, methods=["POST"])
    async with client_of_app(app) as http:
        return (await http.post("/", **sent)).status_code


async def test_a_dependency_is_called_once_however_many_need_it() -> None:
    called = Called()

    async def outer(_inner: Annotated[int, called.depends]) -> None: ...

    async def endpoint(
        _one: Annotated[int, called.depends], _other: Annotated[None, Depends(outer)]
    ) -> Response:
        return Response()

    assert (await answered_by(endpoint), called.times) == (200, 1)


async def test_a_dependency_is_called_once_when_the_request_is_malformed() -> None:
    called = Called()

    async def endpoint(_one: Annotated[int, called.depends], _body: SignUp) -> Response:
        return Response()

    assert (await answered_by(endpoint, json={}), called.times) == (422, 1)


async def test_an_error_of_a_dependency_is_not_taken_for_a_malformed_request() -> None:
    called = Called(ValueError("its own"))

    async def endpoint(_one: Annotated[int, called.depends]) -> Response:
        return Response()

    assert (await answered_by(endpoint), called.times) == (500, 1)


async def test_what_may_be_null_may_not_be_missing() -> None:
    async def endpoint(_mark: Annotated[str | None, Header()]) -> Response:
        return Response()

    assert await answered_by(endpoint) == 422
    assert await answered_by(endpoint, headers={"-mark": "x"}) == 200


async def test_a_default_is_made_anew_and_a_name_may_be_another() -> None:
    marks: Any = Header(validation_alias="x-marks", default_factory=list)
    seen: list[Any] = []

    async def endpoint(mine: Annotated[Any, marks]) -> Response:
        seen.append(mine)
        return Response()

    assert await answered_by(endpoint) == await answered_by(endpoint) == 200
    assert await answered_by(endpoint, headers={"X-Marks": "x"}) == 200
    assert seen == [[], [], "x"]
    assert seen[0] is not seen[1]


async def needs_a_session(session: Session) -> None: ...


async def has_a_filter(kind: str | None = None) -> None: ...


async def writes_headers(response: Response) -> None: ...


async def takes_two_bodies(one: SignUp, other: SignUp) -> None: ...


async def takes_a_body_too(other: SignUp) -> None: ...


async def shares_the_body(one: SignUp, _: Annotated[None, Depends(takes_a_body_too)]) -> None: ...


async def names_its_body(one: Annotated[SignUp, Body(embed=True)]) -> None: ...


async def asks_again(_: Annotated[None, Depends(takes_a_body_too, use_cache=False)]) -> None: ...


def blocks() -> None: ...


@pytest.mark.parametrize(
    "endpoint",
    [
        *(needs_a_session, has_a_filter, writes_headers, takes_two_bodies, blocks),
        *(shares_the_body, names_its_body, asks_again),
    ],
)
def test_what_it_cannot_do_is_refused_when_it_is_declared(endpoint: Callable[..., Any]) -> None:
    with pytest.raises(TypeError):
        APIRouter(route_class=HotRoute).add_api_route("/", endpoint)
