"""Who is answered what, on every route: expected from the guards that the route declares."""

from collections.abc import Iterator
from itertools import count
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.deps import (
    active_participant,
    administrator_who_may,
    any_participant,
    current_staff,
    staff_community,
    staff_somewhere,
    staff_who_may,
)
from app.communities.models import Role, ScopeKind
from app.communities.permissions import PERMISSIONS
from app.identity.models import TokenAudience
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_user, granted, staff
from tests.routes import OPERATIONS, PUBLIC, Operation

ALL = [pytest.param(operation, id=str(operation)) for operation in OPERATIONS]
GUARDED = [case for case in ALL if case.id not in PUBLIC]
RESIDENT = [case for case in GUARDED if not case.values[0].is_admin]  # type: ignore[union-attr]
ADMIN = [case for case in GUARDED if case.values[0].is_admin]  # type: ignore[union-attr]
ASKING = [case for case in ADMIN if case.values[0].permissions]  # type: ignore[union-attr]
HERE = "{community_id}"

keys = (f"matrix-{number:04}" for number in count())


async def sent(
    http: AsyncClient, operation: Operation, headers: dict[str, str], community_id: UUID
) -> Response:
    body = operation.body()
    headers = headers | body.pop("headers", {}) | {"Idempotency-Key": next(keys)}
    target = operation.target(community_id=community_id)
    return await http.request(operation.method, target, headers=headers, **body)


@pytest.mark.parametrize("operation", GUARDED)
async def test_nobody_is_told_to_log_in(http: AsyncClient, operation: Operation) -> None:
    answer = await sent(http, operation, {}, uuid7())
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize("operation", GUARDED)
async def test_a_token_for_the_others_is_none(
    http: AsyncClient, database: Database, operation: Operation
) -> None:
    resident, admin = await a_user(database), await a_user(database, TokenAudience.ADMIN)
    headers = as_(resident) if operation.is_admin else as_admin(admin)
    answer = await sent(http, operation, headers, uuid7())
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize("operation", RESIDENT)
async def test_a_resident_of_another_community_sees_nothing_that_is_theirs(
    http: AsyncClient, database: Database, operation: Operation
) -> None:
    here, elsewhere = await a_community(database), await a_community(database)
    outsider = await a_participant(database, elsewhere)
    answer = await sent(http, operation, as_(outsider.user_id), here)
    if operation.needs & {any_participant, active_participant}:
        assert answer.status_code == 404
    assert answer.status_code < 500
    assert answer.status_code != 401


@pytest.mark.parametrize("operation", RESIDENT)
async def test_a_resident_here_is_let_in(
    http: AsyncClient, database: Database, operation: Operation
) -> None:
    here = await a_community(database)
    me = await a_participant(database, here)
    answer = await sent(http, operation, as_(me.user_id), here)
    assert answer.status_code not in (401, 403)
    assert answer.status_code < 500 or answer.json()["code"] != "internal"


@pytest.mark.parametrize("operation", ADMIN)
async def test_staff_of_another_community_find_nothing(
    http: AsyncClient, database: Database, operation: Operation
) -> None:
    here, elsewhere = await a_community(database), await a_community(database)
    outsider = await staff(database, elsewhere, Role.COMMUNITY_ADMIN)
    answer = await sent(http, operation, as_admin(outsider), here)
    if operation.needs & {current_staff, staff_community}:
        assert answer.status_code == 404
    assert answer.status_code < 500
    assert answer.status_code != 401


@pytest.mark.parametrize("operation", ADMIN)
async def test_an_administrator_without_a_grant_may_nothing(
    http: AsyncClient, database: Database, operation: Operation
) -> None:
    here = await a_community(database)
    answer = await sent(
        http, operation, as_admin(await a_user(database, TokenAudience.ADMIN)), here
    )
    if operation.needs & {current_staff, staff_community}:
        assert answer.status_code == 404
    elif operation.permissions:
        assert answer.status_code == 403
    assert answer.status_code < 500
    assert answer.status_code != 401


def may(role: Role, operation: Operation) -> bool:
    return operation.permissions <= PERMISSIONS[role]


@pytest.mark.parametrize("operation", ADMIN)
async def test_each_role_may_what_its_permissions_say(
    http: AsyncClient, database: Database, operation: Operation
) -> None:
    here = await a_community(database)
    for role in Role:
        answer = await sent(http, operation, as_admin(await someone(database, here, role)), here)
        assert answer.status_code < 500, (role, answer.text)
        assert answer.status_code != 401, role
        if not may(role, operation):
            assert answer.status_code == 403, (role, answer.text)


async def someone(database: Database, here: UUID, role: Role) -> UUID:
    if role is Role.PLATFORM_ADMIN:
        return await granted(database, role, ScopeKind.PLATFORM, PLATFORM)
    return await staff(database, here, role)


def test_the_matrix_reads_guards_that_ask_for_a_permission() -> None:
    """Else all of it would pass without looking."""
    makers = (staff_who_may, staff_somewhere, administrator_who_may)
    seen = {name for operation in OPERATIONS for name in _makers(operation)}
    assert {maker.__qualname__ for maker in makers} <= seen
    assert ASKING


def _makers(operation: Operation) -> Iterator[str]:
    for call in operation.needs:
        name = getattr(call, "__qualname__", "")
        if operation.permissions and name.endswith(".<locals>.guard"):
            yield name.removesuffix(".<locals>.guard")
