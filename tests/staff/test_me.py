"""GET /admin/v1/me"""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import PlaceKind, Role, ScopeKind
from app.communities.permissions import COMMUNITY_WORKER
from app.identity.models import Locale, User
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.double_reporting.members import a_liaison, an_organization
from tests.factories import a_community, a_place, granted, revoked, staff
from tests.feedback.rows import a_department
from tests.identity.administrators import an_administrator, logged_in


class TestMe:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)

    async def me(self, who: UUID) -> dict[str, Any]:
        answer = await self.http.get("/admin/v1/me", headers=as_admin(who))
        assert answer.status_code == 200, answer.text
        me: dict[str, Any] = answer.json()
        return me

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.http.get("/admin/v1/me")).status_code == 401

    async def test_ones_own_account(self) -> None:
        fang = await an_administrator(self.database)
        answer = await self.http.get("/admin/v1/me", headers=await logged_in(self.http, fang))
        me = answer.json()
        shown = (me["id"], me["login_name"], me["name"], me["has_second_factor"])
        assert shown == (str(fang.user_id), "wang.fang", "王芳", True)
        assert (me["grants"], me["communities"], me["organizations"]) == ([], [], [])

    async def test_a_worker_sees_the_community_with_what_they_may(self) -> None:
        worker = await staff(self.database, self.community)
        me = await self.me(worker)
        [grant] = me["grants"]
        assert (grant["role_name"], grant["scope_name"]) == ("社区工作人员", "云桥街道")
        [community] = me["communities"]
        assert (community["id"], community["name"]) == (str(self.community), "临里")
        assert community["permissions"] == sorted(COMMUNITY_WORKER)
        assert community["permissions_in_places"] == []

    async def test_a_grid_worker_sees_what_holds_in_the_grid_alone(self) -> None:
        grid = await a_place(self.database, self.community, name="一网格", kind=PlaceKind.GRID)
        scope = (ScopeKind.PLACE, grid.id, self.community)
        me = await self.me(await granted(self.database, Role.GRID_WORKER, *scope))
        [grant] = me["grants"]
        assert (grant["scope_name"], grant["community_name"]) == ("一网格", "临里")
        [community] = me["communities"]
        assert community["permissions"] == []
        assert "residence:review" in community["permissions_in_places"]

    async def test_a_liaison_finds_the_own_organization(self) -> None:
        organization = await an_organization(self.database, self.community)
        me = await self.me(await a_liaison(self.database, organization))
        [mine] = me["organizations"]
        assert (mine["id"], mine["name"]) == (str(organization.id), organization.name)
        assert me["grants"][0]["scope_name"] == organization.name
        assert me["communities"] == []

    async def test_a_handler_finds_the_own_departments(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        mine = await a_department(self.database, self.community, member=handler)
        await a_department(self.database, self.community)
        me = await self.me(handler)
        assert [one["name"] for one in me["departments"]] == [mine.name]
        assert me["departments"] == me["communities"][0]["departments"]

    async def test_in_the_language_of_the_person(self) -> None:
        above = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        assert (await self.me(above))["grants"][0]["scope_name"] == "全平台"
        async with self.database.transaction() as session:
            (await session.get_one(User, above)).locale = Locale.EN
        grant = (await self.me(above))["grants"][0]
        assert (grant["role_name"], grant["scope_name"]) == (
            "platform administrator",
            "Whole platform",
        )

    async def test_a_revoked_grant_shows_nothing(self) -> None:
        worker = await staff(self.database, self.community)
        await revoked(self.database, worker)
        me = await self.me(worker)
        assert (me["grants"], me["communities"]) == ([], [])
