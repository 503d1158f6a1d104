"""A second person who is asked for finds it in the to-do, and is told."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import RegionKind, Role, ScopeKind
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_admin
from tests.double_reporting.members import an_organization
from tests.factories import a_community, a_region, an_administrator, granted, staff

GRANT, LIAISON = "communities.grant_proposal", "organizations.liaison_proposal"


class TestSecondPerson:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.district = await a_region(database, kind=RegionKind.DISTRICT)
        region = await a_region(database, self.district)
        self.community, self.region = await a_community(database, region), region.id
        self.first, self.second = await self.of_district(), await self.of_district()
        self.colleague = await an_administrator(database, "li.min")

    async def of_district(self) -> UUID:
        return await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, self.district.id)

    async def propose(self) -> str:
        body = {
            "login_name": "li.min",
            "role": "party_admin",
            "scope_kind": "region",
            "scope_id": str(self.region),
        }
        answer = await self.http.post(
            "/admin/v1/grant-proposals", json=body, headers=as_admin(self.first, "propose-1")
        )
        assert answer.status_code == 201, answer.text
        return str(answer.headers["location"])

    async def waiting(self, who: UUID, kind: str = GRANT) -> list[dict[str, Any]]:
        answer = await self.http.get(f"/admin/v1/me/todo/{kind}", headers=as_admin(who))
        if answer.status_code == 404:
            return []
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def inbox(self, who: UUID) -> list[dict[str, Any]]:
        answer = await self.http.get(
            "/admin/v1/me/inbox", params={"is_open": True}, headers=as_admin(who)
        )
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def test_a_grant_waits_for_another_person_than_the_two_concerned(self) -> None:
        path = await self.propose()
        [item] = await self.waiting(self.second)
        subject = item["subject"]
        assert path.endswith(f"/{subject['parent_id']}/{subject['id']}")
        assert subject["parent_id"] == str(self.colleague)
        assert await self.waiting(self.first) == []
        as_well = await granted(
            self.database,
            Role.DISTRICT_ADMIN,
            ScopeKind.REGION,
            self.district.id,
            user_id=self.colleague,
        )
        assert await self.waiting(as_well) == []
        elsewhere = await granted(
            self.database,
            Role.DISTRICT_ADMIN,
            ScopeKind.REGION,
            (await a_region(self.database, kind=RegionKind.DISTRICT)).id,
        )
        assert await self.waiting(elsewhere) == []

    async def test_it_is_counted_in_its_community(self) -> None:
        await self.propose()
        there = await a_community(self.database, await a_region(self.database, self.district))
        for community, expected in ((self.community, 1), (there, 0)):
            answer = await self.http.get(
                f"/admin/v1/communities/{community}/todo", headers=as_admin(self.second)
            )
            counts = {kind["kind"]: kind["count"] for kind in answer.json()["items"]}
            assert counts[GRANT] == expected

    async def test_the_nearest_others_are_told_and_the_decision_closes_it(self) -> None:
        path = await self.propose()
        await Worker(self.database).run_once()
        [message] = await self.inbox(self.second)
        assert message["title"] == "待第二人确认的角色授权"
        assert "12月12日12:00" in message["body"]
        assert await self.inbox(self.first) == []
        answer = await self.http.post(f"{path}/decline", headers=as_admin(self.second))
        assert answer.status_code == 200, answer.text
        await Worker(self.database).run_once()
        assert (await self.inbox(self.second), await self.waiting(self.second)) == ([], [])

    async def test_a_named_liaison_waits_with_the_organization(self) -> None:
        party = await staff(self.database, self.community, Role.PARTY_ADMIN)
        admin = await staff(self.database, self.community, Role.COMMUNITY_ADMIN)
        organization = await an_organization(self.database, self.community)
        answer = await self.http.post(
            f"/admin/v1/party-organizations/{organization.id}/liaison-proposals",
            json={"login_name": "li.min", "letter_number": "云桥函〔2026〕8号"},
            headers=as_admin(party, "liaison-01"),
        )
        assert answer.status_code == 201, answer.text
        [item] = await self.waiting(admin, LIAISON)
        assert item["name"] == organization.name
        assert item["subject"]["parent_id"] == str(organization.id)
        assert await self.waiting(party, LIAISON) == []
        await Worker(self.database).run_once()
        [message] = await self.inbox(admin)
        assert organization.name in message["body"]
        assert await self.inbox(party) == []
