"""POST /v1/auth/wechat/sessions"""

from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from hashlib import sha256
from ipaddress import ip_network
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from sqlalchemy import func, select, update

from app.identity.models import LoginSession, User, WechatIdentity
from app.integrations.wechat.simulator.people import openid_of, unionid_of
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.sealed import own
from app.settings import Settings
from tests.identity.wechat import Wechat
from tests.now import NOW
from tests.wechat.sim import APPID

PATH = "/v1/auth/wechat/sessions"
OPENID = openid_of(APPID, "bob")


class TestLogInWithWechat:
    @pytest.fixture(autouse=True)
    def arrange(self, http: AsyncClient, database: Database, wechat: Wechat) -> None:
        self.http, self.database, self.wechat = http, database, wechat

    async def log_in(self, alias: str = "bob", **body: Any) -> Response:
        code = await self.wechat.a_login(alias)
        return await self.http.post(PATH, json={"code": code, **body})

    async def count(self, model: type[User] | type[WechatIdentity] | type[LoginSession]) -> int:
        async with self.database.transaction() as session:
            return await session.scalar(select(func.count()).select_from(model)) or 0

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"code": ""},
            {"code": 1},
            {"code": "x" * 200},
            {"code": "x", "device": "short"},
            {"code": "x", "openid": OPENID},
            {"code": "x", "user_id": "1"},
        ],
    )
    async def test_malformed(self, body: Mapping[str, Any]) -> None:
        answer = await self.http.post(PATH, json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")
        assert OPENID not in answer.text

    async def test_what_the_caller_says_about_who_they_are_is_not_heard(self) -> None:
        headers = {"X-WX-OPENID": OPENID, "X-WX-UNIONID": "u"}
        answer = await self.http.post(PATH, json={"code": "made up"}, headers=headers)
        assert answer.status_code == 401
        assert await self.count(User) == 0

    async def test_a_code_that_is_used_up_is_refused(self) -> None:
        code = await self.wechat.a_login()
        await self.http.post(PATH, json={"code": code})
        answer = await self.http.post(PATH, json={"code": code})
        assert (answer.status_code, answer.json()["code"]) == (401, "wechat.code_invalid")

    async def test_while_wechat_is_down_one_is_asked_to_wait(self) -> None:
        await self.wechat.go_down()
        answer = await self.log_in()
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")

    async def test_a_blocked_person_is_told_so(self) -> None:
        await self.log_in()
        async with self.database.transaction() as session:
            await session.execute(update(User).values(status="blocked"))
        answer = await self.log_in()
        assert (answer.status_code, answer.json()["code"]) == (403, "identity.user_blocked")

    async def test_one_is_logged_in(self) -> None:
        answer = await self.log_in()
        assert answer.status_code == 201
        assert "Location" not in answer.headers
        session = answer.json()
        assert set(session) == {"access_token", "token_type", "expires_in", "refresh_token", "user"}
        assert (session["token_type"], session["expires_in"]) == ("Bearer", 900)
        headers = {"Authorization": f"Bearer {session['access_token']}"}
        me = await self.http.get("/v1/me", headers=headers)
        assert me.json()["id"] == session["user"]["id"]

    async def test_a_residents_token_opens_nothing_of_administrators(self) -> None:
        token = (await self.log_in()).json()["access_token"]
        answer = await self.http.delete(
            "/admin/v1/auth/sessions/current", headers={"Authorization": f"Bearer {token}"}
        )
        assert answer.status_code == 401

    async def test_the_same_account_is_the_same_person(self) -> None:
        first, again = await self.log_in(), await self.log_in()
        other = await self.log_in("another")
        assert first.json()["user"] == again.json()["user"] != other.json()["user"]
        assert await self.count(User) == await self.count(WechatIdentity) == 2
        assert await self.count(LoginSession) == 3

    async def test_the_openid_is_sealed_and_told_to_nobody(self) -> None:
        answer = await self.log_in()
        assert OPENID not in answer.text
        async with self.database.transaction() as session:
            identity = (await session.scalars(select(WechatIdentity))).one()
        assert OPENID.encode() not in identity.openid_sealed + (identity.openid_index or b"")
        assert own(identity, WechatIdentity.openid) == OPENID

    async def test_a_unionid_that_comes_later_is_kept(self) -> None:
        await self.log_in()
        await self.wechat.bind()
        await self.log_in()
        async with self.database.transaction() as session:
            identity = (await session.scalars(select(WechatIdentity))).one()
        assert own(identity, WechatIdentity.unionid) == unionid_of("bob")

    async def test_of_the_secret_only_a_digest_is_kept(self) -> None:
        answer = await self.log_in(device="telephone-1")
        async with self.database.transaction() as session:
            login = (await session.scalars(select(LoginSession))).one()
        assert len(login.secret_hash) == 32
        assert (login.former_hash, login.created_at, login.rotated_at) == (None, NOW, NOW)
        unkeyed = sha256(b"telephone-1").digest()
        assert login.device_hash not in (None, b"telephone-1", unkeyed, unkeyed[:16])
        assert len(answer.json()["refresh_token"]) == 107


class TestLimits:
    """Logins are limited to 20 a minute per address; forged headers do not change the address."""

    @pytest.fixture
    def settings(self, wechat: Wechat) -> Settings:
        return wechat.settings(trusted_proxies=(ip_network("10.0.0.0/8"),))

    @pytest.fixture(autouse=True)
    async def arrange(self, app: FastAPI) -> AsyncIterator[None]:
        self.clients = {
            peer: AsyncClient(
                transport=ASGITransport(app, client=(peer, 1)), base_url="http://localhost"
            )
            for peer in ("203.0.113.9", "203.0.113.10", "10.0.0.1")
        }
        yield
        for client in self.clients.values():
            await client.aclose()

    async def attempt(self, peer: str = "203.0.113.9", forwarded: str | None = None) -> Response:
        headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
        return await self.clients[peer].post(PATH, json={"code": "guess"}, headers=headers)

    async def use_up(self, peer: str = "203.0.113.9", forwarded: str | None = None) -> None:
        for _ in range(20):
            assert (await self.attempt(peer, forwarded)).status_code == 401

    async def test_the_21st_within_a_minute_must_wait(self, wechat: Wechat) -> None:
        await self.use_up()
        answer = await self.attempt()
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_requests")
        assert answer.headers["RateLimit-Policy"] == '"login";q=20;w=60'
        assert answer.headers["RateLimit"] == '"login";r=0;t=60'
        assert answer.headers["Retry-After"] == "60"
        assert await wechat.asked() == 20

    async def test_others_need_not_wait(self) -> None:
        await self.use_up()
        assert (await self.attempt("203.0.113.10")).status_code == 401

    async def test_a_minute_later_one_may_again(self) -> None:
        await self.use_up()
        with clock.frozen(NOW + timedelta(minutes=1)):
            assert (await self.attempt()).status_code == 401

    @pytest.mark.parametrize("said", ["198.51.100.1", "10.0.0.1", "198.51.100.1, 10.0.0.1", "x"])
    async def test_who_is_no_proxy_cannot_say_to_be_another(self, said: str) -> None:
        await self.use_up()
        assert (await self.attempt(forwarded=said)).status_code == 429

    async def test_behind_a_proxy_the_right_most_address_counts(self) -> None:
        await self.use_up("10.0.0.1", "203.0.113.9")
        for n in range(3):
            spoofed = f"198.51.100.{n}, 203.0.113.9"
            assert (await self.attempt("10.0.0.1", spoofed)).status_code == 429
        assert (await self.attempt("10.0.0.1", "203.0.113.9, 203.0.113.10")).status_code == 401
