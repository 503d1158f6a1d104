"""Places that are renamed, retired and merged."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import (
    Participant,
    Place,
    PlaceKind,
    RegisterEntry,
    Role,
    RoleGrant,
    ScopeKind,
)
from app.communities.places.names import place_paths
from app.kernel.database.engine import Database, get_row
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    a_participant,
    a_place,
    granted,
    on_register,
    staff,
)


class Changes:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.building = await a_place(database, self.community, name="1栋")
        self.household = await a_household(database, self.community, building=self.building)

    async def post(
        self, place: Place, verb: str, by: UUID | None, body: Any = None, **query: Any
    ) -> Response:
        path = f"/admin/v1/communities/{self.community}/places/{place.id}/{verb}"
        return await self.http.post(path, json=body, params=query, headers=as_admin(by))

    async def stored(self, place: Place) -> Place:
        async with self.database.transaction() as session:
            return await get_row(session, Place, self.community, place.id)


class TestRenamePlace(Changes):
    async def test_who_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        outsider = await staff(self.database, await a_community(self.database))
        for by, status in ((None, 401), (outsider, 404), (grid_worker, 403)):
            answer = await self.post(self.building, "rename", by, {"name": "2栋"})
            assert answer.status_code == status

    async def test_it_has_a_new_name_everywhere_and_is_audited(self) -> None:
        answer = await self.post(self.building, "rename", self.worker, {"name": "２号楼"})
        assert (answer.status_code, answer.json()["name"]) == (200, "2号楼")
        async with self.database.transaction() as session:
            paths = await place_paths(session, self.community, [self.household.id])
        assert paths == {self.household.id: "2号楼 101"}
        assert [entry.action for entry in await audited(self.database)] == ["place.renamed"]

    async def test_not_the_name_of_another_one(self) -> None:
        await a_place(self.database, self.community, name="2栋")
        answer = await self.post(self.building, "rename", self.worker, {"name": "２ 栋"})
        assert (answer.status_code, answer.json()["code"]) == (409, "communities.place_exists")


class TestRetirePlace(Changes):
    async def test_it_is_not_offered_takes_nobody_and_who_lives_there_stays(self) -> None:
        resident = await a_participant(self.database, self.community)
        await a_claim(self.database, resident, self.household, approved=True)
        answer = await self.post(self.building, "retire", self.worker)
        assert answer.json()["retired_at"] is not None
        offered = await self.http.get(
            f"/v1/communities/{self.community}/places", headers=as_(resident.user_id)
        )
        assert offered.json()["items"] == []
        other = await a_participant(self.database, self.community)
        body = {
            "household_id": str(self.household.id),
            "real_name": "陈静",
            "on_behalf_of": str(other.id),
            "has_paper_consent": True,
            "witness": "李敏",
        }
        path = f"/admin/v1/communities/{self.community}/residence-claims"
        claim = await self.http.post(path, json=body, headers=as_admin(self.worker, "claim-0001"))
        assert (claim.status_code, claim.json()["code"]) == (422, "communities.not_a_household")
        async with self.database.transaction() as session:
            stays = await get_row(session, Participant, self.community, resident.id)
        assert stays.household_id == self.household.id
        again = await self.post(self.building, "reopen", self.worker)
        assert again.json()["retired_at"] is None
        assert not (await self.stored(self.household)).is_retired


class TestMergePlace(Changes):
    async def test_all_that_is_there_follows_after_a_preview(self) -> None:
        double = await a_place(self.database, self.community, name="一栋")
        same = await a_household(self.database, self.community, building=double)
        only = await a_household(self.database, self.community, building=double, name="102")
        resident = await a_participant(self.database, self.community)
        await a_claim(self.database, resident, same, approved=True)
        await on_register(self.database, same, "王秀英", "+8613800000000")
        await on_register(self.database, self.household, "王秀英", "+8613800000000")
        grid_worker = await granted(
            self.database,
            Role.GRID_WORKER,
            ScopeKind.PLACE,
            double.id,
            community_id=self.community,
        )
        body = {"into_id": str(self.building.id)}
        preview = await self.post(double, "merge", self.worker, body, preview=True)
        assert preview.status_code == 200, preview.text
        assert (preview.status_code, preview.json()["residents"]) == (200, 1)
        assert (await self.stored(double)).merged_into is None
        answer = await self.post(double, "merge", self.worker, body)
        assert answer.json() == {
            "merged": 2,
            "moved": 1,
            "residents": 1,
            "residence_claims": 1,
            "register_entries": 0,
            "grants": 1,
        }
        async with self.database.transaction() as session:
            person = await get_row(session, Participant, self.community, resident.id)
            grant = (await session.scalars(select(RoleGrant).filter_by(user_id=grid_worker))).one()
            query = select(RegisterEntry).filter_by(community_id=self.community)
            [entry] = await session.scalars(query)
            paths = await place_paths(session, self.community, [same.id, only.id, double.id])
        assert person.household_id == entry.household_id == self.household.id
        assert grant.scope_id == self.building.id
        assert paths == {same.id: "1栋 101", only.id: "1栋 102", double.id: "1栋"}
        assert (await self.stored(only)).path == [self.building.id, only.id]
        assert [entry.action for entry in await audited(self.database)] == ["place.merged"]

    async def test_only_places_of_one_kind_and_not_with_itself(self) -> None:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        foreign = await a_place(self.database, await a_community(self.database))
        for into, code in (
            (grid, "communities.place_misplaced"),
            (self.building, "communities.place_misplaced"),
            (foreign, "unknown_reference"),
        ):
            body = {"into_id": str(into.id)}
            answer = await self.post(self.building, "merge", self.worker, body)
            assert (answer.status_code, answer.json()["code"]) == (422, code)
