"""Operations that routers have written down, and the routes that are made of them."""

from collections.abc import Iterator
from itertools import combinations

from fastapi import Depends
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app import api
from app.features import FEATURES
from app.kernel.web.dependencies import no_query
from app.kernel.web.routing import Operation, Router

ROUTES = [
    route
    for router in (api.hot, api.resident, api.admin)
    for route in router.routes
    if isinstance(route, APIRoute)
]
ROUTERS = [
    (prefix, router)
    for feature in FEATURES
    for prefix, routers in (
        ("/v1" + api.IN_COMMUNITY, (*feature.hot, *feature.resident_in_community)),
        ("/v1", feature.resident),
        ("/admin/v1" + api.IN_COMMUNITY, feature.admin_in_community),
        ("/admin/v1", feature.admin),
    )
    for router in routers
]


def is_mounted(route: APIRoute, prefix: str, router: Router, operation: Operation) -> bool:
    options = operation.options
    guards = [guard for guard in route.dependencies if guard != Depends(no_query)]
    return (
        type(route) is router.route_class
        and (route.path, route.methods) == (prefix + operation.path, {operation.method})
        and guards == router.dependencies_of(operation)
        and route.status_code == options.get("status_code")
        and options.get("response_model", route.response_model) is route.response_model
        and route.responses.items() >= options.get("responses", {}).items()
    )


def test_an_operation_that_is_mounted_loses_nothing() -> None:
    mounted = {route.endpoint: route for route in ROUTES}
    assert [
        f"{operation.method} {prefix}{operation.path}"
        for prefix, router in ROUTERS
        for operation in router.operations
        if not is_mounted(mounted[operation.endpoint], prefix, router, operation)
    ] == []


def test_every_operation_is_mounted_once() -> None:
    assert all(router.operations for _, router in ROUTERS)
    recorded = [one.endpoint for _, router in ROUTERS for one in router.operations]
    assert sorted(map(repr, recorded)) == sorted(repr(route.endpoint) for route in ROUTES)


def walk(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for inner in dependant.dependencies:
        yield from walk(inner)


def test_a_query_is_refused_exactly_where_an_operation_takes_none() -> None:
    wrong = []
    for route in ROUTES:
        behind = list(walk(route.dependant))
        takes_query = any(one.query_params for one in behind)
        if takes_query == any(one.call is no_query for one in behind):
            wrong.append(f"{route.methods} {route.path}")
    assert wrong == []


def is_more_general(one: str, other: str) -> bool:
    """Returns whether the first path has a parameter where, before all others, the second has a
    word."""
    for left, right in zip(one.split("/"), other.split("/"), strict=True):
        if ("{" in left) != ("{" in right):
            return "{" in left
    return True


def overlap(one: str, other: str) -> bool:
    """Returns whether some path fits both."""
    several, others = one.split("/"), other.split("/")
    return len(several) == len(others) and all(
        left == right or "{" in left + right for left, right in zip(several, others, strict=True)
    )


def test_a_path_in_words_is_matched_before_one_with_a_parameter_in_its_place() -> None:
    routes = [(method, route.path) for route in ROUTES for method in route.methods or ()]
    wrong = [
        f"{method} {first} hides {second}"
        for (method, first), (other, second) in combinations(routes, 2)
        if method == other and overlap(first, second) and is_more_general(first, second)
    ]
    assert wrong == []
