"""Rewards: points and stock move together with the redemption, and come back together."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Reward
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_person_without_phone, staff
from tests.now import NOW
from tests.service_records.points import (
    a_reward,
    balance_of,
    granted,
    points_on,
    require_sums,
)

BODY = {
    "title": "洗衣液一瓶",
    "description": "到社区服务站领取",
    "cost": 20,
    "capacity": 3,
    "limit_per_person": 1,
    "opens_at": "2026-12-01T00:00:00Z",
    "closes_at": None,
}


class Rewards:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.worker = await staff(database, self.community)
        self.here = f"/v1/communities/{self.community}"
        await points_on(database, self.community)
        await granted(database, self.me, 50)

    async def redeem(self, reward: Reward, by: Participant | None = None) -> Response:
        path = f"{self.here}/rewards/{reward.id}/redemptions"
        headers = as_((by or self.me).user_id, f"redeem-{uuid4()}")
        return await self.http.post(path, headers=headers)

    async def desk(self, path: str, **body: Any) -> Response:
        headers = as_admin(self.worker, f"desk-{uuid4()}")
        return await self.http.post(f"/admin{self.here}{path}", json=body or None, headers=headers)

    async def titles(self) -> list[str]:
        while await Worker(self.database).run_due():
            pass
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        return [message["title"] for message in inbox.json()["items"]]


class TestRedeem(Rewards):
    async def test_points_and_stock_move_at_once(self) -> None:
        reward = await a_reward(self.database, self.community)
        answer = await self.redeem(reward)
        assert (answer.status_code, answer.json()["status"]) == (201, "requested")
        assert await balance_of(self.database, self.me) == 30
        shown = await self.http.get(
            f"{self.here}/rewards/{reward.id}", headers=as_(self.me.user_id)
        )
        assert shown.json()["remaining"] == 4
        await require_sums(self.database, self.community)

    async def test_one_key_redeems_once(self) -> None:
        reward = await a_reward(self.database, self.community)
        path = f"{self.here}/rewards/{reward.id}/redemptions"
        headers = as_(self.me.user_id, "key-0001")
        first, again = [await self.http.post(path, headers=headers) for _ in range(2)]
        assert first.json() == again.json()
        assert await balance_of(self.database, self.me) == 30

    @pytest.mark.parametrize(
        ("columns", "code"),
        [
            ({"cost": 51}, "balance_too_low"),
            ({"capacity": 0}, "reward_sold_out"),
            ({"opens_at": NOW + timedelta(seconds=1)}, "reward_not_offered"),
            ({"closes_at": NOW}, "reward_not_offered"),
        ],
    )
    async def test_what_refuses_it(self, columns: dict[str, Any], code: str) -> None:
        answer = await self.redeem(await a_reward(self.database, self.community, **columns))
        assert (answer.status_code, answer.json()["code"]) == (409, f"service_records.{code}")
        assert await balance_of(self.database, self.me) == 50

    async def test_one_person_has_no_more_than_the_limit_unless_cancelled(self) -> None:
        reward = await a_reward(self.database, self.community, limit_per_person=1)
        id_ = (await self.redeem(reward)).json()["id"]
        refused = await self.redeem(reward)
        assert refused.json()["code"] == "service_records.reward_limit_reached"
        await self.http.post(f"{self.here}/redemptions/{id_}/cancel", headers=as_(self.me.user_id))
        assert (await self.redeem(reward)).status_code == 201

    async def test_somebody_of_another_community_finds_nothing(self) -> None:
        reward = await a_reward(self.database, self.community)
        outsider = await a_participant(self.database, await a_community(self.database))
        assert (await self.redeem(reward, outsider)).status_code == 404


class TestCancel(Rewards):
    async def test_points_and_stock_come_back_once(self) -> None:
        reward = await a_reward(self.database, self.community, capacity=1)
        id_ = (await self.redeem(reward)).json()["id"]
        path = f"{self.here}/redemptions/{id_}/cancel"
        answer = await self.http.post(path, headers=as_(self.me.user_id))
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
        assert await balance_of(self.database, self.me) == 50
        again = await self.http.post(path, headers=as_(self.me.user_id))
        assert again.json()["code"] == "service_records.redemption_wrong_state"
        assert await balance_of(self.database, self.me) == 50
        assert (await self.redeem(reward)).status_code == 201
        await require_sums(self.database, self.community)

    async def test_the_desk_cancels_with_a_reason_that_is_told(self) -> None:
        reward = await a_reward(self.database, self.community)
        id_ = (await self.redeem(reward)).json()["id"]
        body = {"witness": "赵云", "reason": "货物破损"}
        answer = await self.desk(f"/redemptions/{id_}/cancel", **body)
        assert (answer.status_code, answer.json()["reason"]) == (200, "货物破损")
        assert "兑换已取消，积分已退回" in await self.titles()
        assert await balance_of(self.database, self.me) == 50


class TestFulfil(Rewards):
    async def test_staff_hand_it_over_and_it_is_told(self) -> None:
        id_ = (await self.redeem(await a_reward(self.database, self.community))).json()["id"]
        await self.titles()
        todo = await self.http.get(f"/admin{self.here}/todo", headers=as_admin(self.worker))
        assert "service_records.redemption" in todo.text
        answer = await self.desk(f"/redemptions/{id_}/fulfil")
        assert (answer.status_code, answer.json()["status"]) == (200, "fulfilled")
        assert "兑换品已领取" in await self.titles()
        late = await self.desk(f"/redemptions/{id_}/cancel", witness="赵云")
        assert late.json()["code"] == "service_records.redemption_wrong_state"

    async def test_nobody_hands_one_to_themselves(self) -> None:
        id_ = (await self.redeem(await a_reward(self.database, self.community))).json()["id"]
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.community, self.me.id))
            me.user_id = self.worker
        answer = await self.desk(f"/redemptions/{id_}/fulfil")
        assert answer.json()["code"] == "communities.second_person_needed"


class TestDesk(Rewards):
    async def test_a_person_without_a_phone_redeems_at_the_desk(self) -> None:
        elder = await a_person_without_phone(self.database, self.community)
        await granted(self.database, elder, 20)
        reward = await a_reward(self.database, self.community)
        path = f"/rewards/{reward.id}/redemptions"
        body = {"on_behalf_of": str(elder.id), "witness": "赵云"}
        answer = await self.desk(path, **body)
        assert (answer.status_code, answer.json()["channel"]) == (201, "desk")
        assert (await self.desk(path, **body)).json()["code"] == "service_records.balance_too_low"
        listed = await self.http.get(
            f"/admin{self.here}/redemptions?status=requested", headers=as_admin(self.worker)
        )
        assert listed.json()["total"] == 1
        points = await self.http.get(
            f"/admin{self.here}/points/{elder.id}", headers=as_admin(self.worker)
        )
        assert points.json()["balance"] == 0

    async def test_a_reward_is_added_revised_and_closed(self) -> None:
        made = await self.desk("/rewards", **BODY)
        assert (made.status_code, made.headers["etag"]) == (201, '"1"')
        id_ = UUID(made.json()["id"])
        reward = Reward(community_id=self.community, id=id_)
        assert (await self.redeem(reward)).status_code == 201
        path = f"/admin{self.here}/rewards/{id_}"
        headers = as_admin(self.worker) | {"If-Match": '"1"'}
        less = await self.http.put(path, json=BODY | {"capacity": 0}, headers=headers)
        assert less.json()["code"] == "capacity_taken"
        dearer = await self.http.put(path, json=BODY | {"cost": 30}, headers=headers)
        assert (dearer.status_code, dearer.json()["version"]) == (200, 2)
        closed = await self.desk(f"/rewards/{id_}/close")
        assert closed.json()["status"] == "closed"
        other = await a_participant(self.database, self.community)
        refused = await self.redeem(reward, other)
        assert refused.json()["code"] == "service_records.reward_not_offered"
        with clock.frozen(NOW + timedelta(days=1)):
            mine = await self.http.get(f"{self.here}/redemptions/me", headers=as_(self.me.user_id))
        assert [one["cost"] for one in mine.json()["items"]] == [20]
