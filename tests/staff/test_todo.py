"""GET /admin/v1/me/todo, …/todo/{kind} and GET …/communities/{c}/todo; who is told, and when."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import Place, PlaceKind, Role, ScopeKind
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_household,
    a_participant,
    a_place,
    consented,
    granted,
    revoked,
    staff,
)
from tests.now import NOW

KIND = "communities.residence_claim"
WEEK = timedelta(days=7)


class Duties:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.grid = await a_place(database, self.community, name="一网格", kind=PlaceKind.GRID)

    async def a_grid_worker(self, grid: Place) -> UUID:
        return await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, grid.id, self.community
        )

    async def a_home(self, grid: Place | None = None) -> Place:
        building = await a_place(self.database, self.community, name="1栋", parent=grid)
        return await a_household(self.database, self.community, building=building)

    async def submit(self, home: Place) -> dict[str, Any]:
        """Has a resident submit a claim over HTTP."""
        me = await a_participant(self.database, self.community)
        assert me.user_id is not None
        await consented(self.database, me.user_id, Purpose.RESIDENCE)
        self.resident = me.user_id
        answer = await self.http.post(
            f"/v1/communities/{self.community}/residence-claims",
            json={"household_id": str(home.id), "real_name": "王秀英"},
            headers=as_(me.user_id, f"claim-{me.id}"),
        )
        assert answer.status_code == 201, answer.text
        claim: dict[str, Any] = answer.json()
        return claim

    async def get(self, path: str, who: UUID) -> Any:
        answer = await self.http.get(f"/admin/v1{path}", headers=as_admin(who))
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def counted(self, who: UUID, path: str = "/me/todo") -> dict[str, int]:
        todo = await self.get(path, who)
        return {kind["kind"]: kind["count"] for kind in todo["items"]}

    async def inbox(self, who: UUID, **query: str) -> list[dict[str, Any]]:
        answer = await self.http.get("/admin/v1/me/inbox", params=query, headers=as_admin(who))
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def work(self, later: timedelta = timedelta(0)) -> None:
        with clock.frozen(NOW + later):
            await Worker(self.database).run_once()


class TestTodo(Duties):
    async def test_what_waits_is_counted_with_its_due_time(self) -> None:
        claim = await self.submit(await self.a_home(self.grid))
        todo = await self.get("/me/todo", self.worker)
        [kind] = [one for one in todo["items"] if one["kind"] == KIND]
        assert (kind["title"], kind["count"], kind["overdue"]) == ("待审核的居住申请", 1, 0)
        assert kind["next_due_at"] == "2026-12-12T04:00:00Z"
        [item] = kind["first"]
        assert item["subject"] == {
            "kind": "residence_claim",
            "id": claim["id"],
            "parent_id": None,
            "community_id": str(self.community),
        }
        assert item["place_path"] == "1栋 101"
        assert "王秀英" not in str(todo)
        assert todo["count"] >= 1
        assert todo == await self.get(f"/communities/{self.community}/todo", self.worker)
        page = await self.get(f"/me/todo/{KIND}", self.worker)
        assert page == {"items": [item], "next_cursor": None, "total": 1}

    async def test_overdue_is_counted(self) -> None:
        await self.submit(await self.a_home())
        with clock.frozen(NOW + WEEK):
            todo = await self.get("/me/todo", self.worker)
        assert (todo["count"], todo["overdue"], todo["next_due_at"]) == (1, 1, None)
        assert todo["items"][0]["first"][0]["is_overdue"] is True

    async def test_grid_workers_see_what_waits_in_their_grid(self) -> None:
        mine = await self.a_grid_worker(self.grid)
        other = await a_place(self.database, self.community, name="二网格", kind=PlaceKind.GRID)
        others = await self.a_grid_worker(other)
        await self.submit(await self.a_home(self.grid))
        assert [(await self.counted(who))[KIND] for who in (mine, others)] == [1, 0]

    async def test_a_kind_appears_for_those_who_may_do_it(self) -> None:
        handler = await staff(self.database, self.community, Role.HANDLER)
        assert KIND not in await self.counted(handler)
        answer = await self.http.get(f"/admin/v1/me/todo/{KIND}", headers=as_admin(handler))
        assert answer.status_code == 404

    async def test_another_community_is_neither_counted_nor_opened(self) -> None:
        await self.submit(await self.a_home())
        elsewhere = await a_community(self.database)
        outsider = await staff(self.database, elsewhere)
        assert (await self.counted(outsider))[KIND] == 0
        path = f"/admin/v1/communities/{self.community}/todo"
        assert (await self.http.get(path, headers=as_admin(outsider))).status_code == 404
        above = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        assert (await self.counted(above))[KIND] >= 1
        assert (await self.counted(above, f"/communities/{elsewhere}/todo"))[KIND] == 0

    async def test_who_becomes_a_worker_later_sees_it(self) -> None:
        await self.submit(await self.a_home())
        await self.work()
        later = await staff(self.database, self.community)
        assert (await self.counted(later))[KIND] == 1
        assert await self.inbox(later) == []


class TestTelling(Duties):
    async def test_those_who_have_the_duty_are_told_once(self) -> None:
        claim = await self.submit(await self.a_home(self.grid))
        grid_worker = await self.a_grid_worker(self.grid)
        auditor = await staff(self.database, self.community, Role.AUDITOR)
        above = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        await self.work()
        for who in (self.worker, grid_worker):
            [message] = await self.inbox(who)
            assert message["title"] == "待审核的居住申请"
            assert message["body"] == "临里收到一份居住申请，请在12月12日12:00前审核。"
            assert message["subject"]["id"] == claim["id"]
            assert (message["community_name"], message["closed_at"]) == ("临里", None)
            path = f"/admin/v1/me/inbox/{message['id']}/read"
            read = await self.http.post(path, headers=as_admin(who))
            assert read.json() | {"read_at": None} == message
        assert [await self.inbox(who) for who in (auditor, above)] == [[], []]

    async def test_where_the_community_has_nobody_the_next_level_is_told(self) -> None:
        empty = await a_community(self.database)
        above = await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        self.community = empty
        await self.submit(await self.a_home())
        await self.work()
        assert len(await self.inbox(above)) == 1

    async def test_the_act_closes_it_for_all(self) -> None:
        other = await staff(self.database, self.community)
        claim = await self.submit(await self.a_home())
        await self.work()
        answer = await self.http.post(
            f"/admin/v1/communities/{self.community}/residence-claims/{claim['id']}/approve",
            headers=as_admin(other),
        )
        assert answer.status_code == 200, answer.text
        await self.work()
        for who in (self.worker, other):
            assert await self.inbox(who, is_open="true") == []
            assert (await self.inbox(who))[0]["closed_at"] is not None
            assert (await self.counted(who))[KIND] == 0

    async def test_a_withdrawal_closes_it_too(self) -> None:
        claim = await self.submit(await self.a_home())
        await self.work()
        path = f"/v1/communities/{self.community}/residence-claims/{claim['id']}/withdraw"
        assert (await self.http.post(path, headers=as_(self.resident))).status_code == 200
        await self.work()
        assert await self.inbox(self.worker, is_open="true") == []

    async def test_what_is_done_before_it_is_told_is_not_told(self) -> None:
        claim = await self.submit(await self.a_home())
        path = f"/v1/communities/{self.community}/residence-claims/{claim['id']}/withdraw"
        assert (await self.http.post(path, headers=as_(self.resident))).status_code == 200
        await self.work()
        assert await self.inbox(self.worker) == []

    async def test_overdue_is_told_again_once(self) -> None:
        await self.submit(await self.a_home())
        await self.work()
        [message] = await self.inbox(self.worker)
        path = f"/admin/v1/me/inbox/{message['id']}/read"
        answer = await self.http.post(path, headers=as_admin(self.worker))
        assert answer.json()["read_at"] == "2026-12-05T04:00:00Z"
        for late in (WEEK, WEEK + timedelta(days=1)):
            await self.work(late)
        [message] = await self.inbox(self.worker)
        assert message["title"] == "已超期：待审核的居住申请"
        assert message["read_at"] is None
        assert message["told_at"] == "2026-12-12T04:00:00Z"

    async def test_a_revoked_administrator_sees_nothing_more(self) -> None:
        await self.submit(await self.a_home())
        await self.work()
        [message] = await self.inbox(self.worker)
        await revoked(self.database, self.worker)
        assert await self.inbox(self.worker) == []
        assert await self.counted(self.worker) == {}
        path = f"/admin/v1/me/inbox/{message['id']}/read"
        assert (await self.http.post(path, headers=as_admin(self.worker))).status_code == 404

    async def test_another_persons_message_is_a_404(self) -> None:
        await self.submit(await self.a_home())
        await self.work()
        [message] = await self.inbox(self.worker)
        other = await staff(self.database, self.community)
        path = f"/admin/v1/me/inbox/{message['id']}/read"
        assert (await self.http.post(path, headers=as_admin(other))).status_code == 404
