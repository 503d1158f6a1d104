"""Places, as residents and as administrators use them."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import ParticipantStatus, Place, PlaceKind, Role, ScopeKind
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_household,
    a_participant,
    a_place,
    a_user,
    granted,
    staff,
)
from tests.sheets import counts, faults

SHEET = "网格,楼栋,单元,门户\n一网格,1栋,1单元,101\n一网格,1栋,1单元,102\n,2栋,,101\n,2栋,,\n"


class Places:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)

    async def stored(self) -> list[Place]:
        query = select(Place).filter_by(community_id=self.community).order_by(Place.name)
        async with self.database.transaction() as session:
            return list(await session.scalars(query))


class TestListPlaces(Places):
    async def seek(self, by: UUID | None, **query: Any) -> Response:
        path = f"/v1/communities/{self.community}/places"
        return await self.http.get(path, params=query, headers=as_(by))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.seek(None)).status_code == 401

    async def test_who_has_not_joined_finds_nothing(self) -> None:
        assert (await self.seek(await a_user(self.database))).status_code == 404

    async def test_who_has_left_may_not(self) -> None:
        left = await a_participant(self.database, self.community, status=ParticipantStatus.LEFT)
        assert (await self.seek(left.user_id)).status_code == 403

    async def test_one_goes_down_step_by_step_in_this_community_alone(self) -> None:
        me = await a_participant(self.database, self.community)
        building = await a_place(self.database, self.community)
        household = await a_household(self.database, self.community, building=building)
        await a_place(self.database, await a_community(self.database))
        tops = (await self.seek(me.user_id)).json()["items"]
        assert [top["id"] for top in tops] == [str(building.id)]
        [below] = (await self.seek(me.user_id, parent=building.id)).json()["items"]
        assert below == {
            "id": str(household.id),
            "kind": "household",
            "name": "101",
            "parent_id": str(building.id),
            "parent_name": building.name,
        }


class TestAddPlace(Places):
    async def add(self, by: UUID | None, key: str = "place-0001", **fields: object) -> Response:
        path = f"/admin/v1/communities/{self.community}/places"
        body = {"kind": "building", "name": "3栋"}
        return await self.http.post(path, json=body | fields, headers=as_admin(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.add(None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.add(outsider)).status_code == 404

    async def test_a_grid_worker_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.add(grid_worker)).status_code == 403

    async def test_who_works_in_one_place_adds_below_it_alone(self) -> None:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        by = await granted(
            self.database,
            Role.COMMUNITY_WORKER,
            ScopeKind.PLACE,
            grid.id,
            community_id=self.community,
        )
        assert (await self.add(by)).status_code == 403
        answer = await self.add(by, key="place-0002", parent_id=str(grid.id))
        assert answer.status_code == 201

    @pytest.mark.parametrize("kind", ["household", "entrance"])
    async def test_not_everything_stands_everywhere(self, kind: str) -> None:
        answer = await self.add(self.worker, kind=kind)
        assert (answer.status_code, answer.json()["code"]) == (
            422,
            "communities.place_misplaced",
        )

    async def test_a_parent_of_another_community_is_unknown(self) -> None:
        foreign = await a_place(self.database, await a_community(self.database))
        answer = await self.add(self.worker, kind="household", parent_id=str(foreign.id))
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_a_name_stands_once_in_one_place(self) -> None:
        first = await self.add(self.worker)
        assert first.status_code == 201
        again = await self.add(self.worker, key="place-0002")
        assert (again.status_code, again.json()["code"]) == (409, "communities.place_exists")
        shown = await self.http.get(first.headers["location"], headers=as_admin(self.worker))
        assert shown.json() == first.json()


class TestImportPlaces(Places):
    async def send(self, by: UUID | None, sheet: str = SHEET) -> Response:
        path = f"/admin/v1/communities/{self.community}/places/imports"
        headers = as_admin(by) | {"Content-Type": "text/csv"}
        return await self.http.post(path, content=sheet.encode("gb18030"), headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.send(None)).status_code == 401

    async def test_a_grid_worker_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, Role.GRID_WORKER)
        assert (await self.send(grid_worker)).status_code == 403

    async def test_one_bad_line_and_nothing_is_written(self) -> None:
        answer = await self.send(self.worker, SHEET + ",,,501\n,2栋,101,\n")
        assert answer.status_code == 422
        assert faults(answer) == [(6, "building", "missing"), (7, "entrance", "name_taken")]
        assert await self.stored() == []

    async def test_the_tree_is_built_with_its_paths(self) -> None:
        answer = await self.send(self.worker)
        assert counts(answer) == (7, 0, 1)
        places = await self.stored()
        assert {(p.name, p.kind, len(p.path)) for p in places} == {
            ("一网格", "grid", 1),
            ("1栋", "building", 2),
            ("1单元", "entrance", 3),
            ("101", "household", 4),
            ("102", "household", 4),
            ("2栋", "building", 1),
            ("101", "household", 2),
        }
        assert all(
            p.path[-1] == p.id and p.path[:-1][-1:] == [p.parent_id][: len(p.path) - 1]
            for p in places
        )

    async def test_the_same_again_adds_nothing_and_it_is_audited(self) -> None:
        await self.send(self.worker)
        again = await self.send(self.worker, SHEET + ",2栋,,102\n")
        assert counts(again) == (1, 0, 4)
        entries = await audited(self.database)
        assert [entry.facts["created"] for entry in entries] == ["7", "1"]

    async def test_ten_thousand_households_take_seconds(self) -> None:
        lines = [f"网格{n % 9},{n % 200}栋,{n % 4}单元,{n}" for n in range(10_000)]
        answer = await self.send(self.worker, "网格,楼栋,单元,门户\n" + "\n".join(lines))
        assert answer.status_code == 200
        assert answer.json()["created"] > 10_000


class TestListPlacesForStaff(Places):
    async def test_a_grid_worker_sees_the_grid(self) -> None:
        grid = await a_place(self.database, self.community, kind=PlaceKind.GRID, name="一网格")
        inside = await a_place(self.database, self.community, parent=grid)
        outside = await a_place(self.database, self.community, name="9栋")
        worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, grid.id, community_id=self.community
        )
        path = f"/admin/v1/communities/{self.community}/places"

        async def seen(by: UUID) -> list[str]:
            answer = await self.http.get(path, headers=as_admin(by))
            return [item["id"] for item in answer.json()["items"]]

        assert await seen(worker) == [str(grid.id), str(inside.id)]
        assert await seen(self.worker) == [str(grid.id), str(inside.id), str(outside.id)]
        hidden = await self.http.get(f"{path}/{outside.id}", headers=as_admin(worker))
        assert hidden.status_code == 404
        assert (
            await self.http.get(f"{path}/{uuid4()}", headers=as_admin(worker))
        ).status_code == 404
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        assert (await self.http.get(path, headers=as_admin(auditor))).status_code == 403


async def test_two_imports_at_once_leave_one_tree(
    own_database: Database, phone: AsyncClient
) -> None:
    community = await a_community(own_database)
    worker = await staff(own_database, community)
    path = f"/admin/v1/communities/{community}/places/imports"
    headers = as_admin(worker) | {"Content-Type": "text/csv"}
    answers = await asyncio.gather(
        *(phone.post(path, content=SHEET.encode(), headers=headers) for _ in range(4))
    )
    assert {answer.status_code for answer in answers} <= {200, 409}
    async with own_database.transaction() as session:
        places = (await session.scalars(select(Place).filter_by(community_id=community))).all()
    assert len(places) == 7
