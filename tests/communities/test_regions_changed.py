"""Regions that are renamed, retired and merged."""

from datetime import date
from typing import Any

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Community, Region, RegionKind, Role, ScopeKind
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_admin
from tests.factories import a_community, a_region, granted, staff


class TestChangedRegions:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.root = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        self.district = await a_region(database, kind=RegionKind.DISTRICT)
        self.street = await a_region(database, self.district, RegionKind.SUBDISTRICT)
        self.community = await a_community(database, self.street)

    async def post(self, region: Region, verb: str, body: dict[str, Any], **query: Any) -> Response:
        path = f"/admin/v1/regions/{region.id}/{verb}"
        headers = as_admin(query.pop("by", self.root))
        return await self.http.post(path, json=body, params=query, headers=headers)

    async def test_who_may_not(self) -> None:
        worker = await staff(self.database, self.community)
        for by, status in ((None, 401), (worker, 403)):
            assert (await self.post(self.street, "rename", {"name": "新"}, by=by)).status_code == (
                status
            )

    async def test_renamed(self) -> None:
        answer = await self.post(self.street, "rename", {"name": "新桥街道"})
        assert (answer.status_code, answer.json()["name"]) == (200, "新桥街道")
        assert [entry.action for entry in await audited(self.database)] == ["region.renamed"]

    async def test_retired_once_no_community_lies_in_it(self) -> None:
        body = {"valid_to": "2027-01-01"}
        refused = await self.post(self.district, "retire", body)
        assert (refused.status_code, refused.json()["reason"]) == (422, "has_communities")
        empty = await a_region(self.database, self.district, RegionKind.SUBDISTRICT)
        below = await a_region(self.database, empty)
        answer = await self.post(empty, "retire", body)
        assert answer.json()["valid_to"] == "2027-01-01"
        async with self.database.transaction() as session:
            assert (await session.get_one(Region, below.id)).valid_to == date(2027, 1, 1)

    async def test_merged_with_communities_regions_below_and_grants(self) -> None:
        target = await a_region(self.database, self.district, RegionKind.SUBDISTRICT)
        below = await a_region(self.database, self.street)
        admin = await granted(
            self.database, Role.SUBDISTRICT_ADMIN, ScopeKind.REGION, self.street.id
        )
        body = {"into_id": str(target.id)}
        counts = {"regions": 1, "communities": 1, "grants": 1}
        preview = await self.post(self.street, "merge", body, preview=True)
        assert preview.json() == counts
        assert (await self.post(self.street, "merge", body)).json() == counts
        async with self.database.transaction() as session:
            community = await session.get_one(Community, self.community)
            moved = await session.get_one(Region, below.id)
            former = await session.get_one(Region, self.street.id)
            assert community.region_path == target.path
            assert (community.region_id, moved.parent_id) == (target.id, target.id)
            assert moved.path == [*target.path, below.id]
            assert former.valid_to is not None
        again = await self.post(self.street, "merge", {"into_id": str(self.district.id)})
        assert (again.status_code, again.json()["reason"]) == (422, "not_alike")
        seen = await self.http.get(
            f"/admin/v1/communities/{self.community}/places", headers=as_admin(admin)
        )
        assert seen.status_code == 200
