"""The operations of all features as routes, each built once, hot ones first. An operation is
named after its function; administrators' get a prefix that the export takes off again."""

from fastapi import APIRouter
from fastapi.routing import APIRoute

from app.features import FEATURES
from app.kernel.errors import Malformed, NotFound, Unauthenticated
from app.kernel.web.problems import problems

IN_COMMUNITY = "/communities/{community_id}"


def operation_id(route: APIRoute) -> str:
    first, *others = route.name.split("_")
    return first + "".join(word.capitalize() for word in others)


def admin_operation_id(route: APIRoute) -> str:
    return "admin_" + operation_id(route)


EVERYWHERE = problems(Unauthenticated, NotFound, Malformed)
hot = APIRouter(prefix="/v1", generate_unique_id_function=operation_id, responses=EVERYWHERE)
resident = APIRouter(prefix="/v1", generate_unique_id_function=operation_id, responses=EVERYWHERE)
admin = APIRouter(
    prefix="/admin/v1", generate_unique_id_function=admin_operation_id, responses=EVERYWHERE
)
for _feature in FEATURES:
    for _outer, _prefix, _routers in (
        (hot, IN_COMMUNITY, _feature.hot),
        (resident, "", _feature.resident),
        (resident, IN_COMMUNITY, _feature.resident_in_community),
        (admin, "", _feature.admin),
        (admin, IN_COMMUNITY, _feature.admin_in_community),
    ):
        for _router in _routers:
            _router.mount(_outer, _prefix)
