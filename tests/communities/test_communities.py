"""/v1/communities and /admin/v1/communities"""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Community, Region, Role, ScopeKind
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from tests.client import as_, as_admin
from tests.factories import a_community, a_place, a_region, a_user, granted, staff


class Communities:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.street = await a_region(database)
        self.region = await a_region(database, self.street)
        self.admin = await granted(
            database, Role.SUBDISTRICT_ADMIN, ScopeKind.REGION, self.street.id
        )

    async def create(
        self,
        by: UUID | None,
        region: Region | None = None,
        key: str = "found-001",
        **fields: object,
    ) -> Response:
        body = {"region_id": str((region or self.region).id), "name": "云桥社区"}
        return await self.http.post(
            "/admin/v1/communities", json=body | fields, headers=as_admin(by, key)
        )


class TestCreateCommunity(Communities):
    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.create(by=None)).status_code == 401

    async def test_a_worker_may_not(self) -> None:
        worker = await granted(
            self.database, Role.COMMUNITY_WORKER, ScopeKind.REGION, self.street.id
        )
        assert (await self.create(by=worker)).status_code == 403

    async def test_in_a_region_of_others_it_is_forbidden(self) -> None:
        answer = await self.create(self.admin, await a_region(self.database))
        assert answer.status_code == 403

    async def test_an_unknown_region_is_told(self) -> None:
        answer = await self.create(self.admin, region_id=str(uuid4()))
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    @pytest.mark.parametrize(
        "fields", [{"gcj02_longitude": 120}, {"short_number": 7}, {"name": "\u202e"}, {"id": "x"}]
    )
    async def test_half_a_point_and_unknown_fields_are_malformed(
        self, fields: dict[str, Any]
    ) -> None:
        assert (await self.create(self.admin, **fields)).status_code == 422

    async def test_it_takes_the_next_short_number(self) -> None:
        first = await self.create(self.admin)
        second = await self.create(self.admin, key="found-002")
        assert (first.status_code, second.status_code) == (201, 201)
        assert second.json()["short_number"] == first.json()["short_number"] + 1
        async with self.database.transaction() as session:
            stored = await session.get_one(Community, UUID(first.json()["id"]))
            actions = list(await session.scalars(select(AuditEntry.action)))
        assert stored.region_path == self.region.path
        assert actions == ["community.founded"] * 2


class TestReviseCommunity(Communities):
    async def revise(self, by: UUID | None, tag: str | None, **fields: object) -> Response:
        path = f"/admin/v1/communities/{self.community}"
        body = {"region_id": str(self.region.id), "name": "新桥社区"}
        headers = as_admin(by) | ({} if tag is None else {"If-Match": tag})
        return await self.http.put(path, json=body | fields, headers=headers)

    @pytest.fixture(autouse=True)
    async def arrange_one(self, arrange: None) -> None:
        self.community = await a_community(self.database, self.region)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.revise(None, '"1"')).status_code == 401

    async def test_administrators_of_elsewhere_find_nothing(self) -> None:
        outsider = await staff(
            self.database, await a_community(self.database), Role.SUBDISTRICT_ADMIN
        )
        assert (await self.revise(outsider, '"1"')).status_code == 404

    async def test_its_workers_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        assert (await self.revise(worker, '"1"')).status_code == 403

    async def test_the_platforms_own_is_none(self) -> None:
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        self.community = PLATFORM
        assert (await self.revise(root, '"1"')).status_code == 404

    @pytest.mark.parametrize(("tag", "status"), [(None, 428), ('"7"', 412), ("1", 422)])
    async def test_the_version_that_was_read_is_needed(self, tag: str | None, status: int) -> None:
        assert (await self.revise(self.admin, tag)).status_code == status

    async def test_it_cannot_be_given_to_a_region_of_others(self) -> None:
        foreign = await a_region(self.database)
        answer = await self.revise(self.admin, '"1"', region_id=str(foreign.id))
        assert answer.status_code == 403

    async def test_it_is_written_anew_and_found_by_its_new_name(self) -> None:
        answer = await self.revise(self.admin, '"1"', address="云桥路一号")
        assert (answer.status_code, answer.headers["etag"]) == (200, '"2"')
        assert answer.json()["name"] == "新桥社区"
        reader = await a_user(self.database)
        listed = await self.http.get("/v1/communities?q=新桥", headers=as_(reader))
        assert [item["id"] for item in listed.json()["items"]] == [str(self.community)]


class TestListCommunities(Communities):
    async def list_communities(self, by: UUID | None, **query: Any) -> Response:
        return await self.http.get("/v1/communities", params=query, headers=as_(by))

    async def names(self, **query: Any) -> list[str]:
        answer = await self.list_communities(await a_user(self.database), **query)
        assert answer.status_code == 200, answer.text
        return [item["name"] for item in answer.json()["items"]]

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.list_communities(None)).status_code == 401

    @pytest.mark.parametrize(
        "query",
        [{"near": "200,30"}, {"near": "120"}, {"near": "120,nan"}, {"limit": 101}, {"page": 2}],
    )
    async def test_what_is_no_point_is_malformed(self, query: dict[str, Any]) -> None:
        assert (
            await self.list_communities(await a_user(self.database), **query)
        ).status_code == 422

    async def test_the_platforms_own_is_never_listed(self) -> None:
        await a_community(self.database)
        assert "Linli" not in await self.names(limit=100)
        path = f"/v1/communities/{PLATFORM}"
        answer = await self.http.get(path, headers=as_(await a_user(self.database)))
        assert answer.status_code == 404

    async def test_the_nearest_comes_first_and_the_far_ones_not_at_all(self) -> None:
        for n, (name, longitude, latitude) in enumerate(
            [("远社区", 121.5, 31.2), ("近社区", 120.01, 30.0), ("中社区", 120.2, 30.1)]
        ):
            await self.create(
                self.admin,
                key=f"found-{n:03}",
                name=name,
                gcj02_longitude=longitude,
                gcj02_latitude=latitude,
            )
        assert await self.names(near="120.0,30.0") == ["近社区", "中社区"]
        assert await self.names(near="120.0,30.0", q="中社") == ["中社区"]

    async def test_pages_follow_each_other(self) -> None:
        for n in range(3):
            await self.create(self.admin, key=f"found-{n:03}", name=f"桥{n}社区")
        reader = await a_user(self.database)
        first = (await self.list_communities(reader, limit=2)).json()
        second = (await self.list_communities(reader, limit=2, cursor=first["next_cursor"])).json()
        assert [len(first["items"]), len(second["items"])] == [2, 1]
        assert second["next_cursor"] is None


class TestListServed(Communities):
    async def served(self, by: UUID) -> list[str]:
        answer = await self.http.get("/admin/v1/communities", headers=as_admin(by))
        return [item["id"] for item in answer.json()["items"]]

    async def test_each_sees_what_their_grants_reach(self) -> None:
        community = await a_community(self.database, self.region)
        other_community = await a_community(self.database)
        grid = await a_place(self.database, community)
        worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, grid.id, community_id=community
        )
        root = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        nobody = await granted(self.database, Role.UNIT_LIAISON, ScopeKind.ORGANIZATION, uuid4())
        assert await self.served(self.admin) == [str(community)]
        assert await self.served(worker) == [str(community)]
        assert await self.served(root) == [str(community), str(other_community)]
        assert await self.served(nobody) == []


async def test_founded_at_once_each_has_a_number_of_its_own(
    own_database: Database, phone: AsyncClient
) -> None:
    region = await a_region(own_database)
    admin = await granted(own_database, Role.SUBDISTRICT_ADMIN, ScopeKind.REGION, region.id)
    answers = await asyncio.gather(
        *(
            phone.post(
                "/admin/v1/communities",
                json={"region_id": str(region.id), "name": "云桥社区"},
                headers=as_admin(admin, f"found-{n:03}"),
            )
            for n in range(4)
        )
    )
    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.json()["short_number"] for answer in answers}) == 4
