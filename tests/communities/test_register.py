"""/admin/v1/communities/{community_id}/register"""

from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import RegisterEntry, Role
from app.kernel.database.engine import Database
from app.kernel.privacy.sealed import own
from tests.audit import audited
from tests.client import as_admin
from tests.factories import a_community, a_household, a_place, on_register, staff

HEAD = "楼栋,单元,门户,姓名,手机\n"


class TestRoll:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        building = await a_place(database, self.community, name="1栋")
        self.household = await a_household(database, self.community, building=building)
        self.next = await a_household(database, self.community, building=building, name="102")

    async def send(self, by: UUID | None, *lines: str) -> Response:
        path = f"/admin/v1/communities/{self.community}/register/imports"
        headers = as_admin(by) | {"Content-Type": "text/csv"}
        sheet = HEAD + "\n".join(lines)
        return await self.http.post(path, content=sheet.encode(), headers=headers)

    async def size(self, by: UUID | None) -> Response:
        path = f"/admin/v1/communities/{self.community}/register"
        return await self.http.get(path, headers=as_admin(by))

    async def test_who_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        outsider = await staff(
            self.database, await a_community(self.database), Role.COMMUNITY_ADMIN
        )
        for by, status in ((None, 401), (outsider, 404), (worker, 403)):
            assert (await self.send(by, "1栋,,101,王秀英,13800000000")).status_code == status
            assert (await self.size(by)).status_code == status

    async def test_every_refused_line_is_told_and_nothing_of_a_person(self) -> None:
        await on_register(self.database, self.household, "王建国", "+8613800000009")
        answer = await self.send(
            self.admin,
            "1栋,,101,王秀英,13800000000",
            "1栋,,999,王秀英,13800000000",
            "1栋,,101,王秀英,none",
            "1栋,,101,王秀英,138-0000-0000",
            "1栋,,101,,13800000000",
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "sheet_refused")
        assert answer.json()["errors"] == [
            {"line": 6, "column": "name", "code": "missing"},
            {"line": 3, "column": "household", "code": "unknown_place"},
            {"line": 4, "column": "phone", "code": "not_a_phone"},
            {"line": 5, "column": "", "code": "repeated"},
        ]
        assert "秀英" not in answer.text
        assert (await self.size(self.admin)).json()["entries"] == 1

    async def test_it_replaces_the_households_it_names_and_no_others(self) -> None:
        await on_register(self.database, self.household, "王建国", "+8613800000009")
        await on_register(self.database, self.next, "陈静", "+8613800000008")
        answer = await self.send(self.admin, "1栋,,101,王秀英,13800000000")
        assert answer.json() == {"households": 1, "entries": 1, "replaced": 1}
        size = (await self.size(self.admin)).json()
        assert (size["households"], size["entries"]) == (2, 2)
        async with self.database.transaction() as session:
            entry = (
                await session.scalars(
                    select(RegisterEntry).filter_by(household_id=self.household.id)
                )
            ).one()
            [act] = await audited(self.database)
        assert own(entry, RegisterEntry.name) == "王秀英"
        assert own(entry, RegisterEntry.phone) == "+8613800000000"
        assert act.facts == {"households": "1", "entries": "1", "replaced": "1"}

    async def test_the_same_again_is_the_same(self) -> None:
        await self.send(self.admin, "1栋,,101,王秀英,13800000000")
        again = await self.send(self.admin, "1栋,,101,王秀英,13800000000")
        assert again.json() == {"households": 1, "entries": 1, "replaced": 1}
