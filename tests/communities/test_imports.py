"""Imports of all kinds: previewed, listed, queued, undone while nothing rests on them."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import (
    Place,
    Region,
    RegisterEntry,
    ResidenceClaim,
    Role,
    RoleGrant,
    ScopeKind,
)
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.files.records import UNDO_PERIOD, ImportRecord
from app.kernel.files.waiting import IMPORTS_EVERY
from app.worker import Worker
from tests.audit import audited
from tests.client import as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_participant,
    granted,
    on_register,
    staff,
)
from tests.sheets import CSV, counts, faults, imported, large

PLACES = "网格,楼栋,房号\n一网格,1栋,101\n一网格,1栋,102\n"


class Imports:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.path = f"/admin/v1/communities/{self.community}"

    async def send(self, kind: str, sheet: str, **query: Any) -> Response:
        path, headers = f"{self.path}/{kind}/imports", as_admin(self.admin) | CSV
        return await self.http.post(path, content=sheet.encode(), params=query, headers=headers)

    async def undo(self, kind: str, sent: Response, by: UUID | None = None) -> Response:
        path = f"{self.path}/{kind}/imports/{sent.json()['id']}/undo"
        return await self.http.post(path, headers=as_admin(by or self.admin))

    async def count(self, table: type[Any]) -> int:
        query = select(func.count()).select_from(table).filter_by(community_id=self.community)
        async with self.database.transaction() as session:
            return await session.scalar(query) or 0

    async def place(self, name: str) -> Place:
        query = select(Place).filter_by(community_id=self.community, name=name)
        async with self.database.transaction() as session:
            return (await session.scalars(query)).one()


class TestPreview(Imports):
    async def test_it_tells_line_by_line_and_writes_nothing(self) -> None:
        answer = await self.send("places", PLACES, preview=True)
        assert (counts(answer), answer.json()["status"]) == ((4, 0, 0), "preview")
        assert answer.json()["id"] is None
        assert answer.json()["changes"][-1] == {
            "line": 3,
            "effect": "created",
            "what": "一网格 1栋 102",
            "fields": [],
        }
        assert await self.count(Place) == await self.count(ImportRecord) == 0

    async def test_a_preview_of_the_register_names_nobody_and_is_audited(self) -> None:
        await self.send("places", PLACES)
        await self.send("register", "楼栋,房号,姓名,手机\n1栋,101,王秀英,13800000000\n")
        sheet = "楼栋,房号,姓名,手机\n1栋,101,陈静,\n1栋,102,,\n"
        answer = await self.send("register", sheet, preview=True)
        assert [(c["line"], c["effect"], c["what"]) for c in answer.json()["changes"]] == [
            (2, "created", "1栋 101"),
            (2, "removed", "1栋 101"),
        ]
        assert "秀英" not in answer.text
        assert await self.count(RegisterEntry) == 1
        assert "register.import_previewed" in [e.action for e in await audited(self.database)]


class TestUndo(Imports):
    async def test_places_go_again_and_it_is_audited(self) -> None:
        sent = await self.send("places", PLACES)
        answer = await self.undo("places", sent)
        assert (answer.status_code, answer.json()["status"]) == (200, "undone")
        assert await self.count(Place) == 0
        assert (await audited(self.database))[-1].action == "places.import_undone"
        again = await self.undo("places", sent)
        assert (again.status_code, again.json()["code"]) == (409, "imports.wrong_state")

    async def test_somebody_lives_there(self) -> None:
        sent = await self.send("places", PLACES)
        resident = await a_participant(self.database, self.community)
        await a_claim(self.database, resident, await self.place("101"), approved=True)
        answer = await self.undo("places", sent)
        assert (answer.status_code, answer.json()["code"]) == (409, "imports.in_use")
        assert await self.count(Place) == 4

    async def test_somebody_works_there(self) -> None:
        sent = await self.send("places", PLACES)
        grid = await self.place("一网格")
        await granted(
            self.database,
            Role.GRID_WORKER,
            ScopeKind.PLACE,
            grid.id,
            community_id=self.community,
        )
        assert (await self.undo("places", sent)).json()["code"] == "imports.in_use"

    async def test_the_register_is_as_it_was(self) -> None:
        await self.send("places", PLACES)
        await on_register(self.database, await self.place("101"), "王建国", "+8613800000009")
        first = "楼栋,房号,姓名,手机,成年\n1栋,101,王秀英,13800000000,是\n1栋,102,陈静,,\n"
        await self.send("register", first)
        second = await self.send("register", "楼栋,房号,姓名,成年\n1栋,101,王秀英,否\n1栋,102,,\n")
        assert (second.json()["changed"], second.json()["removed"]) == (1, 1)
        assert (await self.undo("register", second)).status_code == 200
        again = await self.send("register", first, preview=True)
        assert counts(again) == (0, 0, 2)

    async def test_what_a_later_import_has_changed_is_not_taken_back(self) -> None:
        await self.send("places", PLACES)
        first = await self.send("register", "楼栋,房号,姓名\n1栋,101,王秀英\n")
        with clock.frozen(clock.now() + timedelta(minutes=1)):
            await self.send("register", "楼栋,房号,姓名\n1栋,101,陈静\n")
        answer = await self.undo("register", first)
        assert (answer.status_code, answer.json()["code"]) == (409, "imports.changed_since")

    async def test_an_approval_by_the_register_rests_on_it(self) -> None:
        await self.send("places", PLACES)
        sent = await self.send("register", "楼栋,房号,姓名\n1栋,101,王秀英\n")
        resident = await a_participant(self.database, self.community)
        await a_claim(self.database, resident, await self.place("101"), approved=True)
        async with self.database.transaction() as session:
            [claim] = await session.scalars(
                select(ResidenceClaim).filter_by(community_id=self.community)
            )
            claim.decided_by = None
        answer = await self.undo("register", sent)
        assert (answer.status_code, answer.json()["code"]) == (409, "imports.in_use")

    async def test_after_thirty_days_it_is_too_late(self) -> None:
        sent = await self.send("places", PLACES)
        with clock.frozen(clock.now() + UNDO_PERIOD + timedelta(hours=1)):
            assert (await self.undo("places", sent)).json()["code"] == "imports.too_old"
            await Worker(self.database).sweep()
        async with self.database.transaction() as session:
            [row] = await session.scalars(
                select(ImportRecord).filter_by(community_id=self.community)
            )
        assert (row.journal, row.undo_until) == (None, None)

    async def test_who_may_not_import_may_not_undo(self) -> None:
        sent = await self.send("places", PLACES)
        outsider = await staff(self.database, await a_community(self.database))
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        assert (await self.undo("places", sent, outsider)).status_code == 404
        assert (await self.undo("places", sent, auditor)).status_code == 403

    async def test_an_import_of_another_kind_is_not_found(self) -> None:
        sent = await self.send("places", PLACES)
        assert (await self.undo("register", sent)).status_code == 404


class TestQueue(Imports):
    async def test_a_large_sheet_waits_and_its_progress_is_asked_for(self) -> None:
        path, headers = f"{self.path}/places/imports", as_admin(self.admin)
        done = await imported(self.http, self.database, path, PLACES.splitlines(), headers)
        assert (done.json()["status"], done.json()["progress_percent"]) == ("done", 100)
        listed = (await self.http.get(path, headers=headers)).json()["items"]
        assert [item["id"] for item in listed] == [done.json()["id"]]
        assert await self.count(Place) == 4
        assert (await self.undo("places", done)).status_code == 200

    async def test_who_has_lost_the_right_meanwhile_imports_nothing(self) -> None:
        path, headers = f"{self.path}/places/imports", as_admin(self.admin)
        sent = await self.http.post(path, content=large(PLACES), headers=headers | CSV)
        async with self.database.transaction() as session:
            query = select(RoleGrant).filter_by(user_id=self.admin)
            for grant in await session.scalars(query):
                grant.valid_to = clock.now()
        other = await staff(self.database, self.community, Role.COMMUNITY_ADMIN)
        with clock.frozen(clock.now() + IMPORTS_EVERY):
            await Worker(self.database).sweep()
        row = await self.http.get(f"{path}/{sent.json()['id']}", headers=as_admin(other))
        assert (row.json()["status"], row.json()["refusal"]) == ("refused", "forbidden")
        assert await self.count(Place) == 0


class TestPlaces(Imports):
    @pytest.mark.parametrize(
        "sheet",
        ["网格,楼栋\n一网格,1栋\n,1栋\n", "网格,楼栋\n,1栋\n一网格,１栋\n"],
    )
    async def test_a_building_is_not_inside_and_outside_a_grid(self, sheet: str) -> None:
        answer = await self.send("places", sheet)
        assert faults(answer) == [(3, "building", "inside_and_outside_grid")]

    async def test_a_sheet_without_the_grid_leaves_buildings_in_theirs(self) -> None:
        await self.send("places", PLACES)
        answer = await self.send("places", "楼栋,房号\n1栋,103\n")
        assert counts(answer) == (1, 0, 0)
        assert len((await self.place("103")).path) == 3
        outside = await self.send("places", "网格,楼栋,房号\n,1栋,104\n")
        assert faults(outside) == [(2, "building", "inside_and_outside_grid")]

    async def test_two_grids_may_each_have_such_a_building(self) -> None:
        answer = await self.send("places", "网格,楼栋\n一网格,1栋\n二网格,1栋\n")
        assert counts(answer) == (4, 0, 0)
        register = await self.send("register", "楼栋,房号,姓名\n1栋,101,王秀英\n")
        assert faults(register) == [(2, "building", "ambiguous_place")]

    async def test_full_width_names_are_the_same_place(self) -> None:
        await self.send("places", PLACES)
        sheet = "楼栋,房号\n１栋,１０１\n1\u200b栋,102\n"
        answer = await self.send("places", sheet)
        assert counts(answer) == (0, 0, 2)
        grid = await self.place("一网格")
        body = {"kind": "building", "name": "１ 栋", "parent_id": str(grid.id)}
        added = await self.http.post(
            f"{self.path}/places", json=body, headers=as_admin(self.admin, "place-0001")
        )
        assert (added.status_code, added.json()["code"]) == (409, "communities.place_exists")


class TestRegions:
    async def test_days_cleared_cells_and_an_undo(
        self, http: AsyncClient, database: Database
    ) -> None:
        root = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        path, headers = "/admin/v1/regions/imports", as_admin(root) | CSV

        async def send(sheet: str) -> Response:
            query = {"valid_from": "2026-01-01"}
            return await http.post(path, content=sheet.encode(), params=query, headers=headers)

        async def province() -> tuple[str, date | None]:
            async with database.transaction() as session:
                query = select(Region).filter_by(code="890000000000")
                region = (await session.scalars(query)).one()
            return region.name, region.valid_to

        await send("区划代码,名称,失效日期\n890000000000,甲省,2028/1/1\n")
        assert await province() == ("甲省", date(2028, 1, 1))
        assert counts(await send("区划代码,名称\n８９0000000000,甲省\n")) == (0, 0, 1)
        assert await province() == ("甲省", date(2028, 1, 1))
        cleared = await send("代码,名称,失效日期\n890000000000,乙省,\n")
        assert (counts(cleared), await province()) == ((0, 1, 0), ("乙省", None))
        undone = await http.post(f"{path}/{cleared.json()['id']}/undo", headers=as_admin(root))
        assert (undone.status_code, await province()) == (200, ("甲省", date(2028, 1, 1)))
        other = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        first = (await http.get(path, headers=as_admin(root))).json()["items"][-1]["id"]
        theirs = await http.post(f"{path}/{first}/undo", headers=as_admin(other))
        assert theirs.status_code == 403
