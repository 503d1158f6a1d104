"""code2session: one-time codes, blocked people, lost answers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from fastapi import FastAPI

from app.integrations.wechat.client import WechatClient
from app.integrations.wechat.errors import (
    WechatCodeInvalid,
    WechatMisconfigured,
    WechatUnavailable,
    WechatUserBlocked,
)
from app.integrations.wechat.simulator.people import openid_of, unionid_of
from app.kernel.database.engine import Database
from app.main import create_app
from app.settings import Settings
from tests.client import client_of_app
from tests.wechat.sim import APPID, LOGIN, Sim

PATH = "/v1/auth/wechat/sessions"


class TestCode2Session:
    async def test_it_tells_who_it_is(self, client: WechatClient, sim: Sim) -> None:
        person = await client.code2session(await sim.login("bob"))
        assert person == (openid_of(APPID, "bob"), None)

    async def test_a_bound_mini_program_is_told_the_unionid(
        self, client: WechatClient, sim: Sim
    ) -> None:
        await sim.reset(is_bound=True)
        person = await client.code2session(await sim.login("bob"))
        assert person == (openid_of(APPID, "bob"), unionid_of("bob"))

    async def test_a_code_is_good_once(self, client: WechatClient, sim: Sim) -> None:
        code = await sim.login()
        await client.code2session(code)
        with pytest.raises(WechatCodeInvalid):
            await client.code2session(code)
        assert [entry["errcode"] for entry in await sim.journal(LOGIN)] == [None, 40163]

    async def test_a_code_is_good_for_five_minutes(self, client: WechatClient, sim: Sim) -> None:
        code, late = await sim.login(), await sim.login()
        await sim.post("clock", advance_s=299)
        await client.code2session(code)
        await sim.post("clock", advance_s=1)
        with pytest.raises(WechatCodeInvalid):
            await client.code2session(late)

    @pytest.mark.parametrize("code", ["garbage", "the code is a mock one", "sim:", "sim:bob!40029"])
    async def test_a_made_up_code_is_invalid(self, client: WechatClient, code: str) -> None:
        with pytest.raises(WechatCodeInvalid):
            await client.code2session(code)

    async def test_a_high_risk_person_is_blocked(self, client: WechatClient, sim: Sim) -> None:
        await sim.post("users", alias="eve", flags=["high_risk"])
        with pytest.raises(WechatUserBlocked):
            await client.code2session(await sim.login("eve"))
        with pytest.raises(WechatUserBlocked):
            await client.code2session("sim:bob!40226")

    async def test_after_a_cut_connection_it_is_asked_once_more(
        self, client: WechatClient, sim: Sim
    ) -> None:
        await sim.fault(LOGIN, drop=True)
        assert (await client.code2session(await sim.login())).openid == openid_of(APPID, "bob")
        assert await sim.calls(LOGIN) == 2

    async def test_but_not_a_third_time(self, client: WechatClient, sim: Sim) -> None:
        await sim.fault(LOGIN, times=None, drop=True)
        with pytest.raises(WechatUnavailable):
            await client.code2session(await sim.login())
        assert await sim.calls(LOGIN) == 2

    @pytest.mark.parametrize("lost", [{"drop_after_effect": True}, {"delay_after_effect_ms": 5000}])
    async def test_a_lost_answer_has_used_up_the_code(
        self, sim: Sim, database: Database, lost: dict[str, Any]
    ) -> None:
        client = WechatClient(sim.settings(wechat_total_seconds=1), database)
        await sim.fault(LOGIN, **lost)
        with pytest.raises(WechatCodeInvalid):
            await client.code2session(await sim.login())
        assert [entry["errcode"] for entry in await sim.journal(LOGIN)] == [None, 40163]
        await client.close()

    async def test_while_busy_it_is_asked_again(self, client: WechatClient, sim: Sim) -> None:
        await sim.fault(LOGIN, times=2, errcode=-1)
        await client.code2session(await sim.login())
        assert await sim.calls(LOGIN) == 3

    async def test_but_not_for_ever(self, client: WechatClient, sim: Sim) -> None:
        with pytest.raises(WechatUnavailable):
            await client.code2session("sim:bob!-1")
        assert await sim.calls(LOGIN) == 3

    async def test_nor_beyond_the_time_there_is(self, hasty: WechatClient, sim: Sim) -> None:
        await sim.fault(LOGIN, times=None, errcode=-1, delay_ms=200)
        with pytest.raises(WechatUnavailable):
            await hasty.code2session(await sim.login())
        assert await sim.calls(LOGIN) < 3

    @pytest.mark.parametrize("errcode", [45011, 45009])
    async def test_too_many_questions_are_not_asked_again(
        self, client: WechatClient, sim: Sim, errcode: int
    ) -> None:
        await sim.fault(LOGIN, errcode=errcode)
        with pytest.raises(WechatUnavailable):
            await client.code2session(await sim.login())
        assert await sim.calls(LOGIN) == 1

    @pytest.mark.parametrize("errcode", [40013, 40125, 41002, 41004, 40001, 42001, 12345])
    async def test_what_only_the_operator_can_mend_is_an_alarm(
        self,
        client: WechatClient,
        sim: Sim,
        errcode: int,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        await sim.fault(LOGIN, errcode=errcode)
        with pytest.raises(WechatMisconfigured):
            await client.code2session(await sim.login())
        [entry] = await sim.journal(LOGIN)
        [alarm] = [record for record in caplog.records if record.levelname == "ERROR"]
        assert f"errcode {errcode}, rid {entry['rid']}" in alarm.message

    async def test_a_wrong_secret_is_an_alarm(self, sim: Sim, database: Database) -> None:
        client = WechatClient(sim.settings(wechat_secret="another"), database)
        with pytest.raises(WechatMisconfigured):
            await client.code2session(await sim.login())
        await client.close()


class TestLogInThroughWechat:
    """POST /v1/auth/wechat/sessions, down to the socket."""

    @pytest.fixture
    async def app(self, sim: Sim, database: Database) -> AsyncIterator[FastAPI]:
        app = create_app(sim.settings(), database)
        yield app
        await app.state.wechat.close()

    async def log_in(self, app: FastAPI, code: str) -> tuple[int, str, str | None]:
        async with client_of_app(app) as http:
            answer = await http.post(PATH, json={"code": code})
        body = answer.json()
        assert answer.is_success or openid_of(APPID, "bob") not in answer.text
        return answer.status_code, body.get("code", ""), answer.headers.get("Retry-After")

    async def test_one_is_logged_in(self, app: FastAPI) -> None:
        assert await self.log_in(app, "sim:bob") == (201, "", None)

    async def test_a_reused_code_is_401(self, app: FastAPI, sim: Sim, client: WechatClient) -> None:
        code = await sim.login()
        await client.code2session(code)
        assert await self.log_in(app, code) == (401, "wechat.code_invalid", None)

    async def test_a_blocked_person_is_403(self, app: FastAPI) -> None:
        assert await self.log_in(app, "sim:bob!40226") == (403, "wechat.user_blocked", None)

    async def test_a_wrong_appid_is_502(self, app: FastAPI) -> None:
        assert await self.log_in(app, "sim:bob!40013") == (502, "wechat.misconfigured", None)

    async def test_while_wechat_hangs_one_is_told_in_time(
        self, sim: Sim, database: Database
    ) -> None:
        app = create_app(sim.settings(wechat_total_seconds=1.5), database)
        assert await self.log_in(app, "sim:bob!timeout") == (503, "wechat.unavailable", "2")
        assert Settings.demo().wechat_total_seconds < 3
        await app.state.wechat.close()

    async def test_where_nobody_listens_one_is_told_at_once(self, database: Database) -> None:
        settings = Settings.demo(wechat_api_base_url="http://127.0.0.1:9")
        outcome = await self.log_in(create_app(settings, database), "sim:bob")
        assert outcome == (503, "wechat.unavailable", "2")
