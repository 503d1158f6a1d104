"""GET /v1/…/service-categories; POST, GET, PUT /admin/v1/…/service-categories"""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Role
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.factories import a_community, a_user, staff
from tests.feedback.rows import a_category

BODY: dict[str, Any] = {"name": "路灯", "description": "路灯、楼道灯", "level": "one_day"}


class TestCategories:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.path = f"/v1/communities/{self.community}/service-categories"

    async def add(self, by: UUID | None, key: str = "category-1", **more: Any) -> Response:
        headers = as_admin(by, key)
        return await self.http.post(f"/admin{self.path}", json=BODY | more, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.add(outsider)).status_code == 404

    async def test_workers_may_not(self) -> None:
        assert (await self.add(await staff(self.database, self.community))).status_code == 403

    @pytest.mark.parametrize(
        "wrong", [{"level": "soon"}, {"response_minutes": 0}, {"resolution_minutes": "5"}]
    )
    async def test_what_is_malformed_is_refused(self, wrong: dict[str, Any]) -> None:
        assert (await self.add(self.admin, **wrong)).status_code == 422

    async def test_two_of_one_name_are_a_conflict(self) -> None:
        await self.add(self.admin)
        answer = await self.add(self.admin, key="category-2")
        assert (answer.status_code, answer.json()["code"]) == (409, "feedback.category_exists")

    async def test_the_level_says_the_minutes_unless_they_are_given(self) -> None:
        answer = await self.add(self.admin)
        shown = answer.json()
        assert answer.status_code == 201
        assert answer.headers["location"] == f"/admin{self.path}/{shown['id']}"
        assert (shown["response_minutes"], shown["resolution_minutes"]) == (120, 1440)
        own = await self.add(self.admin, key="category-2", name="电梯", resolution_minutes=60)
        assert (own.json()["response_minutes"], own.json()["resolution_minutes"]) == (120, 60)

    async def test_it_is_written_anew_by_who_has_read_it(self) -> None:
        category = await a_category(self.database, self.community)
        path = f"/admin{self.path}/{category.id}"
        read = await self.http.get(path, headers=as_admin(self.admin))
        body = BODY | {"is_active": False}
        for tag, status in ((None, 428), ('"7"', 412), (read.headers["etag"], 200)):
            headers = as_admin(self.admin) | ({"If-Match": tag} if tag else {})
            answer = await self.http.put(path, json=body, headers=headers)
            assert answer.status_code == status
        assert (answer.json()["is_active"], answer.headers["etag"]) == (False, '"2"')

    async def test_one_of_another_community_is_not_found(self) -> None:
        foreign = await a_category(self.database, await a_community(self.database))
        path = f"/admin{self.path}/{foreign.id}"
        assert (await self.http.get(path, headers=as_admin(self.admin))).status_code == 404

    async def test_residents_see_those_that_are_open(self) -> None:
        await a_category(self.database, self.community, active=False)
        shown = await a_category(self.database, self.community)
        reader = as_(await a_user(self.database))
        answer = await self.http.get(self.path, headers=reader)
        assert [item["id"] for item in answer.json()["items"]] == [str(shown.id)]
        staffed = await self.http.get(f"/admin{self.path}", headers=as_admin(self.admin))
        assert len(staffed.json()["items"]) == 2

    async def test_what_to_do_at_once_is_shown_before_anything_is_typed(self) -> None:
        gas = {"emergency_text": "立即离开，不要开关电器", "emergency_number": "119"}
        added = await self.add(self.admin, name="燃气", **gas)
        assert added.status_code == 201, added.text
        listed = await self.http.get(self.path, headers=as_(await a_user(self.database)))
        [shown] = listed.json()["items"]
        assert shown.items() >= gas.items()
        path = added.headers["location"]
        headers = as_admin(self.admin) | {"If-Match": added.headers["etag"]}
        body = BODY | {"name": "燃气", "emergency_text": "到室外拨打119"}
        revised = await self.http.put(path, json=body, headers=headers)
        assert (revised.json()["emergency_text"], revised.json()["emergency_number"]) == (
            *("到室外拨打119",),
            None,
        )

    async def test_a_number_needs_a_text_that_says_when(self) -> None:
        assert (await self.add(self.admin, emergency_number="119")).status_code == 422
