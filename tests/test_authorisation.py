"""Every operation answers each kind of caller as the guards that it declares promise."""

from collections.abc import Callable, Iterator
from itertools import count
from uuid import UUID

import pytest
from httpx import Response
from sqlalchemy.ext.asyncio import AsyncConnection

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
from tests.client import as_, as_admin, client_of
from tests.factories import a_community, a_participant, a_user, granted, staff
from tests.routes import OPERATIONS, PUBLIC, Operation

GUARDED = [operation for operation in OPERATIONS if str(operation) not in PUBLIC]
RESIDENT = [operation for operation in GUARDED if not operation.is_admin]
ADMIN = [operation for operation in GUARDED if operation.is_admin]

keys = (f"matrix-{number:04}" for number in count())


class Matrix:
    """Asks operations one by one; what one of them changes is undone before the next."""

    @pytest.fixture(autouse=True)
    def arrange(
        self, database: Database, connection: AsyncConnection, subtests: pytest.Subtests
    ) -> None:
        self.database, self.connection, self.subtests = database, connection, subtests

    async def ask(
        self,
        operation: Operation,
        headers: dict[str, str],
        here: UUID,
        check: Callable[[Operation, Response], None],
    ) -> None:
        body = operation.body()
        headers = headers | body.pop("headers", {}) | {"Idempotency-Key": next(keys)}
        target = operation.target(community_id=here)
        with self.subtests.test(str(operation)):
            async with (
                self.connection.begin_nested() as savepoint,
                client_of(self.database) as http,
            ):
                answer = await http.request(operation.method, target, headers=headers, **body)
                check(operation, answer)
                await savepoint.rollback()


def is_asked_to_log_in(_operation: Operation, answer: Response) -> None:
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


class TestWithoutALogin(Matrix):
    async def test_nobody_is_told_to_log_in(self) -> None:
        for operation in GUARDED:
            await self.ask(operation, {}, uuid7(), is_asked_to_log_in)

    async def test_a_token_for_the_others_is_none(self) -> None:
        resident = as_(await a_user(self.database))
        admin = as_admin(await a_user(self.database, TokenAudience.ADMIN))
        for operation in GUARDED:
            headers = resident if operation.is_admin else admin
            await self.ask(operation, headers, uuid7(), is_asked_to_log_in)


class TestResidents(Matrix):
    async def test_of_another_community_see_nothing_that_is_theirs(self) -> None:
        def check(operation: Operation, answer: Response) -> None:
            if operation.needs & {any_participant, active_participant}:
                assert answer.status_code == 404
            assert answer.status_code < 500
            assert answer.status_code != 401

        here, elsewhere = await a_community(self.database), await a_community(self.database)
        outsider = await a_participant(self.database, elsewhere)
        for operation in RESIDENT:
            await self.ask(operation, as_(outsider.user_id), here, check)

    async def test_of_this_community_are_let_in(self) -> None:
        def check(_operation: Operation, answer: Response) -> None:
            assert answer.status_code not in (401, 403)
            assert answer.status_code < 500 or answer.json()["code"] != "internal"

        here = await a_community(self.database)
        me = await a_participant(self.database, here)
        for operation in RESIDENT:
            await self.ask(operation, as_(me.user_id), here, check)


class TestStaff(Matrix):
    async def test_of_another_community_find_nothing(self) -> None:
        def check(operation: Operation, answer: Response) -> None:
            if operation.needs & {current_staff, staff_community}:
                assert answer.status_code == 404
            assert answer.status_code < 500
            assert answer.status_code != 401

        here, elsewhere = await a_community(self.database), await a_community(self.database)
        outsider = await staff(self.database, elsewhere, Role.COMMUNITY_ADMIN)
        for operation in ADMIN:
            await self.ask(operation, as_admin(outsider), here, check)

    async def test_without_a_grant_may_do_nothing(self) -> None:
        def check(operation: Operation, answer: Response) -> None:
            if operation.needs & {current_staff, staff_community}:
                assert answer.status_code == 404
            elif operation.permissions:
                assert answer.status_code == 403
            assert answer.status_code < 500
            assert answer.status_code != 401

        here = await a_community(self.database)
        administrator = await a_user(self.database, TokenAudience.ADMIN)
        for operation in ADMIN:
            await self.ask(operation, as_admin(administrator), here, check)

    @pytest.mark.parametrize("role", Role)
    async def test_of_each_role_may_do_what_its_permissions_say(self, role: Role) -> None:
        def check(operation: Operation, answer: Response) -> None:
            assert answer.status_code < 500, answer.text
            assert answer.status_code != 401
            if not operation.permissions <= PERMISSIONS[role]:
                assert answer.status_code == 403, answer.text

        here = await a_community(self.database)
        if role is Role.PLATFORM_ADMIN:
            member = await granted(self.database, role, ScopeKind.PLATFORM, PLATFORM)
        else:
            member = await staff(self.database, here, role)
        for operation in ADMIN:
            await self.ask(operation, as_admin(member), here, check)


def test_the_matrix_reads_guards_that_ask_for_a_permission() -> None:
    """The whole matrix would pass without permissions to read."""
    makers = (staff_who_may, staff_somewhere, administrator_who_may)
    seen = {name for operation in OPERATIONS for name in _makers(operation)}
    assert {maker.__qualname__ for maker in makers} <= seen
    assert any(operation.permissions for operation in ADMIN)


def _makers(operation: Operation) -> Iterator[str]:
    for call in operation.needs:
        name = getattr(call, "__qualname__", "")
        if operation.permissions and name.endswith(".<locals>.guard"):
            yield name.removesuffix(".<locals>.guard")
