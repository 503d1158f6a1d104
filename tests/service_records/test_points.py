"""Points come from confirmed service entries alone, are the sums of what moved, and never below
nought."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.communities.models import Role
from app.features import LISTENERS
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import emit
from app.service_records.events import EntryConfirmed, EntryReversed
from app.service_records.models import (
    EntryStatus,
    PointAccount,
    PointDebt,
    PointTransfer,
    ServiceEntry,
)
from app.service_records.points.sweeps import SWEEPS
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, staff
from tests.now import NOW
from tests.service_records.entries import an_entry, put
from tests.service_records.points import (
    a_reward,
    balance_of,
    granted,
    points_on,
    require_sums,
)


class Points:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.admin = await staff(database, self.community, Role.COMMUNITY_ADMIN)
        self.here = f"/v1/communities/{self.community}"

    async def mine(self) -> Any:
        path = f"{self.here}/points/me"
        return (await self.http.get(path, headers=as_(self.me.user_id))).json()

    async def work(self) -> None:
        while await Worker(self.database).run_due():
            pass

    async def confirm(self, minutes: int = 120) -> ServiceEntry:
        entry = await an_entry(self.database, self.me, EntryStatus.CONFIRMED, minutes=minutes)
        await self.announce(EntryConfirmed(entry_id=entry.id))
        return entry

    async def reverse(self, entry: ServiceEntry) -> None:
        async with self.database.transaction() as session:
            row = await session.get_one(ServiceEntry, (self.community, entry.id))
            put(row, EntryStatus.REVERSED)
        await self.announce(EntryReversed(entry_id=entry.id))

    async def announce(self, event: EntryConfirmed | EntryReversed) -> None:
        async with self.database.transaction() as session:
            emit(session, self.community, event)
        await self.work()

    async def redeem(self, cost: int) -> Response:
        reward = await a_reward(self.database, self.community, cost=cost)
        path = f"{self.here}/rewards/{reward.id}/redemptions"
        return await self.http.post(path, headers=as_(self.me.user_id, f"redeem-{uuid4()}"))

    async def titles(self) -> list[str]:
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.me.user_id))
        return [message["title"] for message in inbox.json()["items"]]


class TestGrant(Points):
    async def test_points_are_off_until_a_community_turns_them_on(self) -> None:
        await self.confirm()
        assert await self.mine() == {
            "is_enabled": False,
            "balance": 0,
            "points_per_hour": None,
            "next_expires_at": None,
        }
        refused = await self.redeem(1)
        assert refused.json()["code"] == "service_records.points_disabled"

    async def test_a_confirmed_entry_grants_once_and_its_person_is_told(self) -> None:
        await points_on(self.database, self.community)
        entry = await self.confirm(minutes=119)
        assert (await self.mine())["balance"] == 19
        await self.announce(EntryConfirmed(entry_id=entry.id))
        assert (await self.mine())["balance"] == 19
        assert (await self.titles()).count("积分到账") == 1
        path = f"{self.here}/points/me/transfers"
        [moved] = (await self.http.get(path, headers=as_(self.me.user_id))).json()["items"]
        assert (moved["kind"], moved["amount"], moved["title"]) == ("grant", 19, entry.title)
        await require_sums(self.database, self.community)

    async def test_nothing_comes_of_an_entry_that_is_not_confirmed(self) -> None:
        await points_on(self.database, self.community)
        for status in (EntryStatus.RECORDED, EntryStatus.IN_NOTICE):
            entry = await an_entry(self.database, self.me, status)
            await self.announce(EntryConfirmed(entry_id=entry.id))
        assert (await self.mine())["balance"] == 0

    def test_no_other_event_moves_points(self) -> None:
        movers = {
            listener.event
            for listener in LISTENERS
            if listener.handle.__module__.startswith("app.service_records.points")
        }
        assert movers == {EntryConfirmed, EntryReversed}

    async def test_a_login_an_opinion_and_a_place_bring_none(self) -> None:
        await points_on(self.database, self.community)
        headers = as_(self.me.user_id, "nothing-01")
        await self.http.get("/v1/me/home", headers=headers)
        await self.http.get(f"{self.here}/participants/me", headers=headers)
        await self.work()
        async with self.database.transaction() as session:
            query = select(PointTransfer).filter_by(community_id=self.community)
            assert (await session.scalars(query)).all() == []

    async def test_nobody_lists_people_by_their_points(self) -> None:
        document = (await self.http.get("/openapi.json")).text
        for word in ("leaderboard", "ranking_of", "top_participants"):
            assert word not in document


class TestTakeBack(Points):
    @pytest.fixture(autouse=True)
    async def turn_on(self, arrange: None) -> None:
        await points_on(self.database, self.community)

    async def debts(self) -> list[int]:
        async with self.database.transaction() as session:
            query = select(PointDebt.amount).filter_by(community_id=self.community)
            return list(await session.scalars(query))

    async def test_a_reversed_entry_takes_its_points_back_once(self) -> None:
        entry = await self.confirm()
        await self.reverse(entry)
        await self.announce(EntryReversed(entry_id=entry.id))
        assert (await self.mine())["balance"] == 0
        assert {"积分到账", "积分冲正"} <= set(await self.titles())
        assert await self.debts() == []
        await require_sums(self.database, self.community)

    async def test_what_is_spent_becomes_a_debt_and_never_a_negative_balance(self) -> None:
        entry = await self.confirm()
        assert (await self.redeem(15)).status_code == 201
        await self.reverse(entry)
        assert ((await self.mine())["balance"], await self.debts()) == (0, [15])
        await self.confirm()
        await self.announce(EntryReversed(entry_id=entry.id))
        assert ((await self.mine())["balance"], await self.debts()) == (20, [15])
        await require_sums(self.database, self.community)

    async def test_staff_settle_a_debt_and_not_their_own(self) -> None:
        entry = await self.confirm()
        await self.redeem(20)
        await self.reverse(entry)
        todo = await self.http.get(f"/admin{self.here}/todo", headers=as_admin(self.admin))
        assert "service_records.point_debt" in todo.text
        path = f"/admin{self.here}/point-debts"
        listed = (await self.http.get(path, headers=as_admin(self.admin))).json()
        assert (listed["total"], listed["items"][0]["amount"]) == (1, 20)
        settle = f"{path}/{listed['items'][0]['id']}/settle"
        body = {"reason": "当面说明，下次少领"}
        answer = await self.http.post(settle, json=body, headers=as_admin(self.admin))
        assert (answer.status_code, answer.json()["actions"]) == (200, [])
        again = await self.http.post(settle, json=body, headers=as_admin(self.admin))
        assert again.json()["code"] == "service_records.debt_settled"

    async def test_an_entry_reversed_before_it_was_granted_brings_nothing(self) -> None:
        entry = await an_entry(self.database, self.me, EntryStatus.CONFIRMED, minutes=60)
        await self.reverse(entry)
        await self.announce(EntryConfirmed(entry_id=entry.id))
        assert (await self.mine())["balance"] == 0


class TestExpiry(Points):
    @pytest.fixture(autouse=True)
    async def turn_on(self, arrange: None) -> None:
        await points_on(self.database, self.community, expires_after_days=30)

    async def after(self, days: int) -> int:
        with clock.frozen(NOW + timedelta(days=days)):
            await Worker(self.database, sweeps=SWEEPS).sweep()
            await self.work()
            return await balance_of(self.database, self.me)

    async def test_what_is_left_expires_by_entries_of_its_own(self) -> None:
        await granted(self.database, self.me, 20)
        assert await self.after(30) == 20
        assert await self.after(31) == 0
        assert await self.after(40) == 0
        assert "积分到期" in await self.titles()
        await require_sums(self.database, self.community)

    async def test_what_expires_first_is_spent_first(self) -> None:
        await granted(self.database, self.me, 20)
        with clock.frozen(NOW + timedelta(days=10)):
            await granted(self.database, self.me, 30)
            assert (await self.redeem(15)).status_code == 201
        assert await self.after(31) == 30
        assert await self.after(41) == 0
        await require_sums(self.database, self.community)

    async def test_what_was_spent_does_not_expire_again(self) -> None:
        await granted(self.database, self.me, 20)
        assert (await self.redeem(20)).status_code == 201
        with clock.frozen(NOW + timedelta(days=20)):
            await granted(self.database, self.me, 10)
        assert await self.after(31) == 10

    async def test_points_that_come_back_begin_anew(self) -> None:
        await granted(self.database, self.me, 20)
        id_ = (await self.redeem(20)).json()["id"]
        with clock.frozen(NOW + timedelta(days=20)):
            await self.http.post(
                f"{self.here}/redemptions/{id_}/cancel", headers=as_(self.me.user_id)
            )
        assert await self.after(31) == 20
        assert await self.after(51) == 0
        await require_sums(self.database, self.community)

    async def test_a_reversal_takes_what_has_not_expired(self) -> None:
        entry = await self.confirm()
        assert await self.after(31) == 0
        with clock.frozen(NOW + timedelta(days=31)):
            await self.reverse(entry)
        async with self.database.transaction() as session:
            query = select(PointDebt).filter_by(community_id=self.community)
            assert (await session.scalars(query)).all() == []
        await require_sums(self.database, self.community)


class TestSettings(Points):
    async def put(self, by: Any, tag: str | None = '"0"', **body: Any) -> Response:
        body = {"is_enabled": True, "points_per_hour": 12, "expires_after_days": None} | body
        headers = as_admin(by) | ({} if tag is None else {"If-Match": tag})
        return await self.http.put(f"/admin{self.here}/points/settings", json=body, headers=headers)

    async def test_an_administrator_turns_them_on_and_a_worker_does_not(self) -> None:
        worker = await staff(self.database, self.community)
        assert (await self.put(worker)).status_code == 403
        answer = await self.put(self.admin)
        assert (answer.status_code, answer.headers["etag"]) == (200, '"1"')
        await self.confirm(minutes=60)
        assert (await self.mine())["balance"] == 12

    async def test_a_former_version_is_stale(self) -> None:
        assert (await self.put(self.admin, tag=None)).status_code == 428
        await self.put(self.admin)
        assert (await self.put(self.admin)).status_code == 412
        assert (await self.put(self.admin, tag='"1"', is_enabled=False)).status_code == 200
        assert (await self.mine())["is_enabled"] is False

    @pytest.mark.parametrize(
        "body", [{"points_per_hour": 0}, {"points_per_hour": 1001}, {"expires_after_days": 29}]
    )
    async def test_what_makes_no_sense_is_malformed(self, body: dict[str, Any]) -> None:
        assert (await self.put(self.admin, **body)).status_code == 422


async def test_the_database_holds_that_no_balance_is_negative(database: Database) -> None:
    community = await a_community(database)
    me = await a_participant(database, community)
    await points_on(database, community)
    await granted(database, me, 5)
    async with database.transaction() as session:
        query = select(PointAccount).filter_by(community_id=community, participant_id=me.id)
        (await session.scalars(query)).one().balance = -1
        with pytest.raises(IntegrityError):
            await session.flush()
        await session.rollback()
