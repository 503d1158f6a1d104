"""The access token of all processes: fetched once, replaced once, never by an older one."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from uuid import uuid5

import pytest
from sqlalchemy import select, update

from app.integrations.wechat.access_token import AccessToken
from app.integrations.wechat.answers import TokenAnswer
from app.integrations.wechat.client import WechatClient
from app.integrations.wechat.errors import WechatMisconfigured, WechatUnavailable
from app.integrations.wechat.models import WechatToken
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database, open_engine
from app.kernel.privacy.sealed import own
from tests.now import NOW
from tests.wechat.sim import APPID, PHONE, TOKEN, Sim

HOURS = timedelta(hours=3)


async def row_of(database: Database) -> WechatToken:
    async with database.transaction() as session:
        return (await session.scalars(select(WechatToken).filter_by(community_id=PLATFORM))).one()


async def set_row(database: Database, **columns: datetime | None) -> None:
    async with database.transaction() as session:
        row = update(WechatToken).where(WechatToken.community_id == PLATFORM)
        await session.execute(row.values(**columns))


async def errcodes(sim: Sim) -> list[int]:
    return [entry["errcode"] for entry in await sim.journal(PHONE)]


class TestManyAtOnce:
    """Two clients, each with its own pool, stand for two processes."""

    @pytest.fixture
    async def clients(self, sim: Sim, own_url: str) -> AsyncIterator[list[WechatClient]]:
        engines = [open_engine(own_url, pool_size=8) for _ in range(2)]
        clients = [WechatClient(sim.settings(), Database.of(engine)) for engine in engines]
        yield clients
        for client, engine in zip(clients, engines, strict=True):
            await client.close()
            await engine.dispose()

    async def ask_all(self, clients: list[WechatClient]) -> None:
        asked = [client.phone_number(f"simphone:p{n}") for n in range(20) for client in clients]
        assert len(set(await asyncio.gather(*asked))) == 20

    async def test_it_is_fetched_once(self, sim: Sim, clients: list[WechatClient]) -> None:
        await self.ask_all(clients)
        assert await sim.calls(TOKEN) == 1

    async def test_an_expired_one_is_replaced_once(
        self, sim: Sim, clients: list[WechatClient]
    ) -> None:
        await clients[0].phone_number("simphone:bob")
        await sim.post("clock", advance_s=HOURS.total_seconds())
        with clock.frozen(NOW + HOURS):
            await self.ask_all(clients)
        assert await sim.calls(TOKEN) == 2
        assert set(await errcodes(sim)) == {0}

    async def test_one_that_wechat_has_expired_is_replaced_once(
        self, sim: Sim, clients: list[WechatClient]
    ) -> None:
        """All requests get 42001 at about the same time."""
        await clients[0].phone_number("simphone:bob")
        await sim.post("tokens/expire")
        await self.ask_all(clients)
        assert await sim.calls(TOKEN) == 2

    async def test_a_caller_who_goes_away_takes_nobodys_token_along(
        self, sim: Sim, clients: list[WechatClient]
    ) -> None:
        await sim.fault(TOKEN, delay_ms=1000)
        asked = [
            asyncio.create_task(clients[0].phone_number(f"simphone:{alias}"))
            for alias in ("ann", "bob")
        ]
        await asyncio.sleep(0.1)
        asked[0].cancel()
        assert await asked[1]
        assert asked[0].cancelled()
        assert await sim.calls(TOKEN) == 1


class TestReplaced:
    @pytest.mark.parametrize(
        ("how", "errcode"), [("tokens/expire", 42001), ("tokens/invalidate", 40001)]
    )
    async def test_a_refused_token_is_replaced_and_the_question_asked_again(
        self, client: WechatClient, sim: Sim, how: str, errcode: int
    ) -> None:
        await client.phone_number(await sim.phone())
        await sim.post(how)
        await client.phone_number(await sim.phone())
        assert await errcodes(sim) == [0, errcode, 0]
        assert await sim.calls(TOKEN) == 2
        bodies = [entry["body"] for entry in await sim.journal(TOKEN)]
        assert {body["force_refresh"] for body in bodies} == {False}

    @pytest.mark.parametrize("errcode", [40001, 40014, 42001, 41001])
    async def test_a_token_refused_twice_is_given_up(
        self, client: WechatClient, sim: Sim, errcode: int
    ) -> None:
        await sim.fault(PHONE, times=None, errcode=errcode)
        with pytest.raises(WechatMisconfigured):
            await client.phone_number(await sim.phone())
        assert await errcodes(sim) == [errcode, errcode]
        assert await sim.calls(TOKEN) == 2

    async def test_an_older_token_that_failed_does_not_evict_a_newer_one(
        self, client: WechatClient, sim: Sim, database: Database
    ) -> None:
        await client.phone_number(await sim.phone())
        older = own(await row_of(database), WechatToken.token)
        await sim.post("tokens/invalidate")
        await client.phone_number(await sim.phone())
        newer = await row_of(database)
        assert older is not None
        await client._token.expire(older)
        assert (await row_of(database)).expires_at == newer.expires_at is not None
        await client.phone_number(await sim.phone())
        assert await sim.calls(TOKEN) == 2

    async def test_a_damaged_one_is_replaced(
        self, client: WechatClient, sim: Sim, database: Database
    ) -> None:
        await client.phone_number(await sim.phone())
        async with database.transaction() as session:
            row = update(WechatToken).where(WechatToken.community_id == PLATFORM)
            await session.execute(row.values(token_sealed=bytes(60)))
        for _ in range(2):
            await client.phone_number(await sim.phone())
        assert await sim.calls(TOKEN) == 2

    async def test_in_its_last_five_minutes_a_new_one_is_fetched(
        self, client: WechatClient, sim: Sim
    ) -> None:
        await client.phone_number(await sim.phone())
        for seconds, fetched in ((6899, 1), (2, 2)):
            await sim.post("clock", advance_s=seconds)
            with clock.frozen(NOW + timedelta(seconds=6899 if fetched == 1 else 6901)):
                await client.phone_number(await sim.phone())
            assert await sim.calls(TOKEN) == fetched

    async def test_it_is_sealed(self, client: WechatClient, sim: Sim, database: Database) -> None:
        await sim.reset(token_length=512)
        await client.phone_number(await sim.phone())
        row = await row_of(database)
        token = own(row, WechatToken.token)
        assert token is not None
        assert len(token) == 512
        assert token.encode() not in (row.token_sealed or b"")
        assert (row.community_id, row.id) == (PLATFORM, uuid5(PLATFORM, APPID))
        assert row.leased_until is None


class TestWhenItCannotBeHad:
    @pytest.mark.parametrize("errcode", [40013, 40125, 40164, 40243, 40001])
    async def test_what_only_the_operator_can_mend_is_told_as_such(
        self, client: WechatClient, sim: Sim, database: Database, errcode: int
    ) -> None:
        await sim.fault(TOKEN, errcode=errcode)
        with pytest.raises(WechatMisconfigured):
            await client.phone_number(await sim.phone())
        assert await sim.calls(TOKEN) == 1
        assert (await row_of(database)).leased_until is None

    async def test_while_busy_it_is_asked_again(self, client: WechatClient, sim: Sim) -> None:
        await sim.fault(TOKEN, times=2, errcode=-1)
        await client.phone_number(await sim.phone())
        assert await sim.calls(TOKEN) == 3

    async def test_a_fetch_that_hangs_ends_in_time_and_gives_its_lease_back(
        self, hasty: WechatClient, sim: Sim, database: Database
    ) -> None:
        await sim.fault(TOKEN, times=None, delay_ms=5000)
        with pytest.raises(WechatUnavailable):
            await hasty.phone_number(await sim.phone())
        await hasty._token.close()
        assert (await row_of(database)).leased_until is None


class Fetching:
    async def begin(self, database: Database, patience: float = 0.3) -> None:
        self.database, self.fetched = database, 0
        self.token = AccessToken(database, APPID, patience, self.fetch)
        await self.token.get()

    async def fetch(self) -> TokenAnswer:
        self.fetched += 1
        return TokenAnswer(access_token=f"token-{self.fetched}", expires_in=7200)

    async def lease(self, expires_at: datetime | None) -> None:
        leased_until = NOW + timedelta(seconds=2)
        await set_row(self.database, expires_at=expires_at, leased_until=leased_until)


class TestWaiting(Fetching):
    async def test_one_waits_for_what_another_process_fetches(self, own_database: Database) -> None:
        await self.begin(own_database, patience=30)
        await self.lease(None)
        waiting = asyncio.create_task(self.token.get())
        await asyncio.sleep(0.1)
        assert not waiting.done()
        await set_row(self.database, expires_at=NOW + HOURS, leased_until=None)
        assert await waiting == "token-1"
        assert self.fetched == 1


class TestLease(Fetching):
    """Another process is fetching the token, or died meanwhile."""

    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> None:
        await self.begin(database)

    async def test_one_does_not_wait_for_ever(self) -> None:
        await self.lease(None)
        with pytest.raises(WechatUnavailable):
            await self.token.get()
        assert self.fetched == 1

    async def test_nor_at_all_while_the_old_one_is_good(self) -> None:
        await self.lease(NOW + timedelta(seconds=1))
        assert await self.token.get() == "token-1"
        assert self.fetched == 1

    async def test_a_lease_that_has_run_out_is_taken_over(self) -> None:
        await self.lease(None)
        with clock.frozen(NOW + timedelta(seconds=3)):
            assert await self.token.get() == "token-2"
        assert (await row_of(self.database)).leased_until is None

    async def test_who_has_lost_the_lease_writes_nothing(self) -> None:
        other = NOW + timedelta(seconds=9)

        async def slow() -> TokenAnswer:
            await set_row(self.database, leased_until=other)
            return TokenAnswer(access_token="late", expires_in=7200)

        await set_row(self.database, expires_at=None)
        assert await AccessToken(self.database, APPID, 0.3, slow).get() == "late"
        row = await row_of(self.database)
        assert (own(row, WechatToken.token), row.leased_until) == ("token-1", other)

    async def test_each_mini_program_has_its_own(self) -> None:
        other = AccessToken(self.database, "wxanother", 0.3, self.fetch)
        assert await other.get() == "token-2"
        assert await self.token.get() == "token-1"
