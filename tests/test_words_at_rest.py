"""Private words at rest: everything is done through the service, then every table is searched for
them, and those of tickets for their authors."""

from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient

from app.communities.models import PlaceKind, Role
from app.identity.models import Purpose
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.client import as_, as_admin
from tests.dump import dump, hits
from tests.factories import (
    a_community,
    a_participant,
    a_place,
    a_shift,
    a_user,
    consented,
    staff,
)
from tests.feedback.rows import a_category, a_department

PRIVATE = "深夜麻将声扰民"
UNREAD = "楼上漏水没有人管"
QUESTION, ANSWER, REPLY = "请问几点最吵闹", "凌晨一点最吵闹", "已电话联系双方"
RESOLUTION, DISPUTE, COMMENT = "已签调解协议书", "昨晚又开始吵闹", "态度很好但没用"
DECLINED, REJECTED = "属于私人纠纷吧", "姓名与名册不符"
ENDED, TURNED_DOWN = "已搬到外地住了", "腿脚不便请休息"
WITNESS, NICKNAME, NEIGHBOUR = "欧阳见证甲乙", "爱唱歌的阿英", "三栋爱花的邻居"
CANARIES = (
    *(PRIVATE, UNREAD, QUESTION, ANSWER, REPLY, RESOLUTION, DISPUTE, COMMENT),
    *(DECLINED, REJECTED, ENDED, TURNED_DOWN, WITNESS),
)


class TestTown:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)
        self.handler = await staff(database, self.community, Role.HANDLER)
        self.category = await a_category(database, self.community)
        self.department = await a_department(database, self.community, member=self.handler)
        self.keys, self.path = 0, f"/v1/communities/{self.community}"

    async def call(
        self, by: UUID | None, path: str, body: Any = None, *, admin: bool = False
    ) -> dict[str, Any]:
        self.keys += 1
        key = f"words-{self.keys:04d}"
        headers = as_admin(by, key) if admin else as_(by, key)
        url = f"{'/admin' if admin else ''}/v1/communities/{self.community}/{path}"
        answer = await self.http.post(url, json=body, headers=headers)
        assert answer.is_success, f"{path}: {answer.text}"
        shown: dict[str, Any] = answer.json()
        return shown

    async def desk(self, path: str, body: Any = None) -> dict[str, Any]:
        return await self.call(self.worker, path, body, admin=True)

    async def submit(self, text: str, **fields: Any) -> str:
        body = {"category_id": str(self.category.id), "text": text} | fields
        return str((await self.call(self.me.user_id, "tickets", body))["id"])

    async def dumped(self) -> list[str]:
        await Worker(self.database).run_due()
        return hits(await dump(self.database), CANARIES)

    async def test_no_word_of_a_private_ticket_and_its_history(self) -> None:
        ticket = f"tickets/{await self.submit(PRIVATE)}"
        await self.desk(f"{ticket}/accept")
        await self.desk(f"{ticket}/assign", {"department_id": str(self.department.id)})
        await self.desk(f"{ticket}/start")
        await self.desk(f"{ticket}/ask", {"text": QUESTION})
        await self.call(self.me.user_id, f"{ticket}/supplement", {"text": ANSWER})
        await self.desk(f"{ticket}/reply", {"text": REPLY})
        await self.desk(f"{ticket}/resolve", {"text": RESOLUTION})
        await self.call(self.me.user_id, f"{ticket}/dispute", {"reason": DISPUTE})
        await self.desk(f"{ticket}/start")
        await self.desk(f"{ticket}/resolve", {"text": RESOLUTION})
        rating = {"solved": "partly", "satisfied": 2, "comment": COMMENT}
        await self.call(self.me.user_id, f"{ticket}/rating", rating)
        assert await self.dumped() == []

    async def test_no_word_of_a_public_ticket_that_nobody_has_accepted(self) -> None:
        first, second = [await self.submit(UNREAD, visibility="public") for _ in range(2)]
        assert await self.dumped() == []
        await self.desk(f"tickets/{first}/decline", {"reason": "不属于职责", "instead": DECLINED})
        await self.desk(f"tickets/{second}/accept")
        await self.call(self.me.user_id, f"tickets/{second}/withdraw")
        assert await self.dumped() == []

    async def test_no_author_of_a_ticket(self) -> None:
        home = await a_place(self.database, self.community, name="502", kind=PlaceKind.HOUSEHOLD)
        ticket = await self.submit(PRIVATE, place_id=str(home.id))
        await self.desk(f"tickets/{ticket}/accept")
        await self.call(self.me.user_id, f"tickets/{ticket}/supplement", {"text": ANSWER})
        await Worker(self.database).run_due()
        dumped = await dump(self.database)
        tables = {
            table: rows
            for table, rows in dumped.items()
            if table.startswith("ticket") or table == "inbox_messages"
        }
        assert hits(tables, [str(id_) for id_ in (self.me.id, self.me.user_id, home.id)]) == []
        mine = await self.http.get(
            f"/v1/communities/{self.community}/tickets",
            params={"mine": "true", "q": PRIVATE[2:4]},
            headers=as_(self.me.user_id),
        )
        assert [(one["id"], one["place_id"]) for one in mine.json()["items"]] == [
            (ticket, str(home.id))
        ]

    async def test_no_reason_that_somebody_was_given(self) -> None:
        home = await a_place(self.database, self.community, name="502", kind=PlaceKind.HOUSEHOLD)
        assert self.me.user_id is not None
        await consented(self.database, self.me.user_id, Purpose.RESIDENCE)
        claim = {"household_id": str(home.id), "real_name": "王秀英"}
        first = (await self.call(self.me.user_id, "residence-claims", claim))["id"]
        await self.desk(f"residence-claims/{first}/reject", {"reason": REJECTED})
        second = (await self.call(self.me.user_id, "residence-claims", claim))["id"]
        await self.desk(f"residence-claims/{second}/approve")
        await self.desk(f"residence-claims/{second}/end", {"reason": ENDED})
        shift = await a_shift(self.database, self.community, needs_review=True)
        body = {"is_risk_acknowledged": True}
        signup = (await self.call(self.me.user_id, f"shifts/{shift.id}/signups", body))["id"]
        await self.desk(f"signups/{signup}/reject", {"reason": TURNED_DOWN})
        assert await self.dumped() == []

    async def test_no_name_that_somebody_has_chosen_and_not_whom_they_follow(self) -> None:
        user = await a_user(self.database)
        profile = {"nickname": NICKNAME, "locale": "zh"}
        answer = await self.http.put("/v1/me", json=profile, headers=as_(user))
        assert answer.is_success, answer.text
        await self.call(user, "participants", {"display_name": NEIGHBOUR})
        ticket = await self.submit(PRIVATE)
        await self.call(self.me.user_id, f"tickets/{ticket}/follow")
        await self.desk(f"tickets/{ticket}/accept")
        dumped = await dump(self.database)
        assert hits(dumped, (NICKNAME, NEIGHBOUR, PRIVATE)) == []
        assert hits({"followers": dumped["followers"]}, [str(self.me.id)]) == []
        shown = await self.http.get(f"{self.path}/tickets/{ticket}", headers=as_(self.me.user_id))
        assert (shown.json()["is_following"], shown.json()["followers"]) == (True, 1)

    async def test_no_name_of_a_witness(self) -> None:
        entered = {"on_behalf_of": str(self.me.id), "witness": WITNESS}
        ticket = {"category_id": str(self.category.id), "text": PRIVATE} | entered
        id_ = (await self.desk("tickets", ticket))["id"]
        await self.desk(f"tickets/{id_}/withdraw", {"witness": WITNESS})
        shift = await a_shift(self.database, self.community)
        signup = {"is_risk_acknowledged": True} | entered
        await self.desk(f"shifts/{shift.id}/signups", signup)
        await self.desk("participants", {"display_name": "阿姨", "witness": WITNESS})
        found = await self.dumped()
        assert [hit for hit in found if not hit.startswith("audit_entries")] == []
