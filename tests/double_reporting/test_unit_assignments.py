"""Units are assigned to communities in which they do not sit; liaisons are told what is decided."""

from typing import Any
from uuid import UUID

import pytest
from httpx import Response

from app.communities.models import Role
from app.double_reporting.models import UnitRegistrationStatus
from app.worker import Worker
from tests.client import as_admin
from tests.double_reporting.test_unit_registrations import OwnRegistrations
from tests.factories import a_community, staff

S = UnitRegistrationStatus
WHY = "本街道单位分布不均"


class Assignments(OwnRegistrations):
    @pytest.fixture(autouse=True)
    async def levels(self, arrange: None) -> None:
        self.other = await a_community(self.database)
        self.subdistrict = await staff(self.database, self.other, Role.SUBDISTRICT_ADMIN)
        self.party = await staff(self.database, self.other, Role.PARTY_ADMIN)

    def there(self, rest: str = "") -> str:
        return f"/admin/v1/communities/{self.other}/unit-assignments{rest}"

    async def assign(self, by: UUID | None, key: str = "assign-01") -> Response:
        body = {"organization_id": str(self.organization.id), "reason": WHY}
        return await self.http.post(self.there(), json=body, headers=as_admin(by, key))

    async def register_there(self) -> Response:
        return await self.register(self.liaison, community_id=str(self.other))

    async def inbox(self, who: UUID) -> list[dict[str, Any]]:
        for _ in range(2):
            await Worker(self.database).run_once()
        answer = await self.http.get("/admin/v1/me/inbox", headers=as_admin(who))
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items


class TestAssign(Assignments):
    async def test_who_may_not_is_told_in_order(self) -> None:
        assert (await self.assign(None)).status_code == 401
        elsewhere = await staff(self.database, self.community, Role.SUBDISTRICT_ADMIN)
        assert (await self.assign(elsewhere)).status_code == 404
        for role in (Role.PARTY_ADMIN, Role.COMMUNITY_ADMIN):
            other = await staff(self.database, self.other, role)
            assert (await self.assign(other)).status_code == 403, role

    async def test_without_an_assignment_it_registers_only_where_it_sits(self) -> None:
        answer = await self.register_there()
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.unit_sits_elsewhere",
        )

    async def test_assigned_it_registers_there_too_on_that_ground(self) -> None:
        made = await self.assign(self.subdistrict)
        assert made.status_code == 201, made.text
        assert made.json()["organization_name"] == self.organization.name
        again = await self.assign(self.subdistrict, "assign-02")
        assert again.json()["code"] == "double_reporting.unit_assigned_already"
        [news] = await self.inbox(self.liaison)
        assert WHY in news["body"]
        assert news["subject"]["kind"] == "unit_assignment"
        own = f"/admin/v1/party-organizations/{self.organization.id}/unit-assignments"
        listed = await self.http.get(own, headers=as_admin(self.liaison))
        assert [one["id"] for one in listed.json()["items"]] == [made.json()["id"]]
        shown = await self.http.get(f"{own}/{made.json()['id']}", headers=as_admin(self.liaison))
        assert shown.json() == made.json()
        answer = await self.register_there()
        assert (answer.status_code, answer.json()["basis"]) == (201, "assigned")

    async def test_where_it_sits_is_its_ground(self) -> None:
        assert (await self.register(self.liaison)).json()["basis"] == "sits_here"

    async def test_taken_back_it_lets_nobody_register_any_more(self) -> None:
        made = (await self.assign(self.subdistrict)).json()
        path = self.there(f"/{made['id']}/end")
        assert (await self.http.post(path, headers=as_admin(self.party))).status_code == 403
        ended = await self.http.post(path, headers=as_admin(self.subdistrict))
        assert ended.json()["ended_at"] is not None
        again = await self.http.post(path, headers=as_admin(self.subdistrict))
        assert again.json()["code"] == "double_reporting.assignment_ended"
        assert (await self.register_there()).status_code == 409
        listed = await self.http.get(self.there(), headers=as_admin(self.party))
        assert [one["id"] for one in listed.json()["items"]] == [made["id"]]


class TestDecisionsAreTold(Assignments):
    async def decide(self, verb: str, by: UUID, row: UUID, body: Any = None) -> None:
        path = f"/admin/v1/communities/{self.community}/unit-registrations/{row}/{verb}"
        answer = await self.http.post(path, json=body, headers=as_admin(by, f"{verb}-0001"))
        assert answer.status_code == 200, answer.text

    async def test_approved_and_ended_are_news_to_the_liaisons(self) -> None:
        """No liaison was ever told what became of a registration."""
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        row = await self.a_registration(S.SUBMITTED)
        await self.decide("approve", party, row.id)
        [news] = await self.inbox(self.liaison)
        assert news["title"] == "单位报到已通过"
        assert self.organization.name in news["body"]
        assert news["subject"]["kind"] == "own_unit_registration"
        assert await self.inbox(self.outsider) == []
        await self.decide("end", party, row.id, {"reason": "单位迁走"})
        titles = [one["title"] for one in await self.inbox(self.liaison)]
        assert sorted(titles) == sorted(["单位报到已通过", "单位报到已结束"])

    async def test_a_return_is_a_duty_of_the_liaisons_until_it_is_mended(self) -> None:
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        row = await self.a_registration(S.SUBMITTED)
        await self.decide("return", party, row.id, {"reason": "请补充人数"})
        [duty] = await self.inbox(self.liaison)
        assert duty["title"] == "被退回的单位报到"
        todo = await self.http.get("/admin/v1/me/todo", headers=as_admin(self.liaison))
        kinds = {kind["kind"]: kind["count"] for kind in todo.json()["items"]}
        assert kinds == {"double_reporting.unit_registration_returned": 1}
        await self.act(self.liaison, row, "submit", self.sheet())
        todo = await self.http.get("/admin/v1/me/todo", headers=as_admin(self.liaison))
        assert {kind["count"] for kind in todo.json()["items"]} == {0}

    async def test_a_new_one_is_a_duty_of_the_party_administrators(self) -> None:
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        worker = await staff(self.database, self.community)
        assert (await self.register(self.liaison)).status_code == 201
        [duty] = await self.inbox(party)
        assert duty["title"] == "待审核的单位报到"
        assert self.organization.name in duty["body"]
        assert await self.inbox(worker) == []

    def sheet(self) -> dict[str, object]:
        return {
            "headcount_of_members": 18,
            "services_offered": "周末开放操场",
            "liaison_name": "李敏",
            "liaison_phone": "+86 10 0000 0001",
        }
