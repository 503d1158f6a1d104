"""POST, GET, PUT /admin/v1/…/departments; POST, GET …/members; DELETE …/department-members"""

from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import DepartmentMember, Role
from app.kernel.database.engine import Database
from tests.client import as_admin
from tests.factories import a_community, a_user, an_administrator, staff

BODY: dict[str, object] = {"name": "城管办", "contact": "一楼3号窗口"}


class TestDepartments:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.community_path = f"/admin/v1/communities/{self.community}"
        self.path = f"{self.community_path}/departments"

    async def add(self, by: UUID | None, key: str = "department-1", **fields: object) -> Response:
        return await self.http.post(self.path, json=BODY | fields, headers=as_admin(by, key))

    async def join(self, department: str, user_id: UUID, key: str = "member-01") -> Response:
        path, body = f"{self.path}/{department}/members", {"user_id": str(user_id)}
        return await self.http.post(path, json=body, headers=as_admin(self.admin, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(
            self.database, await a_community(self.database), Role.COMMUNITY_ADMIN
        )
        assert (await self.add(outsider)).status_code == 404

    @pytest.mark.parametrize("role", [Role.COMMUNITY_WORKER, Role.HANDLER])
    async def test_others_may_not(self, role: Role) -> None:
        assert (await self.add(await staff(self.database, self.community, role))).status_code == 403

    async def test_what_is_malformed_is_refused(self) -> None:
        assert (await self.add(self.admin, name="")).status_code == 422

    async def test_two_of_one_name_are_a_conflict(self) -> None:
        await self.add(self.admin)
        answer = await self.add(self.admin, key="department-2")
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "communities.department_exists",
        )

    async def test_workers_read_them_and_it_is_written_anew_by_who_has_read_it(self) -> None:
        added = await self.add(self.admin)
        assert added.headers["location"] == f"{self.path}/{added.json()['id']}"
        worker = as_admin(await staff(self.database, self.community))
        listed = await self.http.get(self.path, headers=worker)
        assert [item["name"] for item in listed.json()["items"]] == ["城管办"]
        path = f"{self.path}/{added.json()['id']}"
        read = await self.http.get(path, headers=worker)
        for tag, status in ((None, 428), ('"7"', 412), (read.headers["etag"], 200)):
            headers = as_admin(self.admin) | ({"If-Match": tag} if tag else {})
            answer = await self.http.put(path, json=BODY | {"is_active": False}, headers=headers)
            assert answer.status_code == status
        assert answer.json()["is_active"] is False

    async def test_only_administrators_act_for_one_each_once(self) -> None:
        department = (await self.add(self.admin)).json()["id"]
        resident, handler = (
            await a_user(self.database),
            await an_administrator(self.database, "handler"),
        )
        answers = [
            await self.join(department, resident, "member-01"),
            await self.join(department, handler, "member-02"),
            await self.join(department, handler, "member-03"),
        ]
        assert [answer.status_code for answer in answers] == [422, 201, 409]
        assert answers[2].json()["code"] == "communities.already_a_member"
        listed = await self.http.get(
            f"{self.path}/{department}/members", headers=as_admin(self.admin)
        )
        assert listed.json()["items"] == [answers[1].json()]
        [item] = listed.json()["items"]
        assert (item["user_id"], item["user_name"]) == (str(handler), "李敏")
        assert item["department_name"] == BODY["name"]

    async def test_they_act_for_it_no_more(self) -> None:
        department = (await self.add(self.admin)).json()["id"]
        handler = await an_administrator(self.database, "handler")
        added = await self.join(department, handler)
        path = added.headers["location"]
        worker = as_admin(await staff(self.database, self.community))
        assert (await self.http.delete(path, headers=worker)).status_code == 403
        answer = await self.http.delete(path, headers=as_admin(self.admin))
        assert answer.status_code == 204
        async with self.database.transaction() as session:
            assert (await session.scalars(select(DepartmentMember))).all() == []
