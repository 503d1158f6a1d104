"""POST /admin/v1/auth/sessions, and its refresh and end"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient, Response
from pwdlib import PasswordHash
from sqlalchemy import func, select, update

from app.identity.administrators.passwords import NOBODYS
from app.identity.errors import LoginRefused
from app.identity.models import LoginSession, UsedCode, User
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.web.problems import detail_of
from app.settings import Settings
from tests.client import SETTINGS, an_app
from tests.identity.administrators import PASSWORD, an_administrator, logged_in
from tests.identity.wechat import Wechat
from tests.now import NOW

PATH = "/admin/v1/auth/sessions"


@pytest.fixture
def settings(wechat: Wechat) -> Settings:
    return wechat.settings(requires_second_factor=True)


class TestLogIn:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.fang = await an_administrator(database)

    async def log_in(self, **body: object) -> Response:
        return await self.http.post(PATH, json=self.fang.login() | body)

    async def refused(self, **body: object) -> None:
        """Asserts that the login is refused, always with the same answer."""
        answer = await self.log_in(**body)
        problem = answer.json()
        assert (answer.status_code, problem.pop("code")) == (401, "identity.login_refused")
        assert set(problem) == {"type", "title", "detail", "status", "request_id"}
        assert problem["detail"] == detail_of(LoginRefused).zh
        assert PASSWORD not in answer.text

    @pytest.mark.parametrize(
        "body",
        [
            {"username": ""},
            {"username": 1},
            {"username": "x" * 65},
            {"username": "wang.fang\0"},
            {"password": ""},
            {"password": "x" * 129},
            {"totp": "12345"},
            {"totp": "１２３４５６"},
            {"totp": 123456},
            {"totp": ["123456"]},
            {"role": "platform_admin"},
        ],
    )
    async def test_malformed_and_nothing_is_echoed(self, body: Mapping[str, Any]) -> None:
        answer = await self.log_in(**body)
        assert answer.status_code == 422
        assert PASSWORD not in answer.text

    async def test_a_wrong_password(self) -> None:
        await self.refused(password="a wrong password", totp=self.fang.code())

    @pytest.mark.parametrize("name", ["nobody", "wang.fang' OR '1'='1", "%"])
    async def test_a_name_that_nobody_has(self, name: str) -> None:
        await self.refused(username=name, totp=self.fang.code())

    async def test_a_missing_code(self) -> None:
        await self.refused()

    @pytest.mark.parametrize("step", [-3, -2, 2, 3])
    async def test_a_code_of_another_time(self, step: int) -> None:
        await self.refused(totp=self.fang.code(step))

    async def test_a_code_is_good_once(self) -> None:
        assert (await self.log_in(totp=self.fang.code())).status_code == 201
        await self.refused(totp=self.fang.code())
        assert (await self.log_in(totp=self.fang.code(1))).status_code == 201
        async with self.database.transaction() as session:
            assert await session.scalar(select(func.count()).select_from(UsedCode)) == 2

    async def test_a_blocked_administrator(self) -> None:
        async with self.database.transaction() as session:
            await session.execute(update(User).values(status="blocked"))
        await self.refused(totp=self.fang.code())

    async def test_without_a_second_factor_nobody_comes_in(self) -> None:
        bare = await an_administrator(self.database, "li.na", has_second_factor=False)
        answer = await self.http.post(PATH, json=bare.login())
        assert answer.status_code == 403
        assert answer.json()["code"] == "identity.second_factor_required"
        await self.refused(username="li.na", password="a wrong password")

    async def test_where_none_is_required_a_password_is_enough(
        self, app: FastAPI, http: AsyncClient
    ) -> None:
        app.state.settings = SETTINGS
        bare = await an_administrator(self.database, "li.na", has_second_factor=False)
        assert (await self.http.post(PATH, json=bare.login())).status_code == 201
        await self.refused()  # An enrolled second factor stays required.

    async def test_one_is_logged_in(self) -> None:
        answer = await self.log_in(totp=self.fang.code(), username="Wang.Fang")
        assert answer.status_code == 201
        assert "Location" not in answer.headers
        user = answer.json()["user"]
        assert user == {
            "id": str(self.fang.user_id),
            "login_name": "wang.fang",
            "name": "王芳",
            "has_second_factor": True,
            "created_at": "2026-12-05T04:00:00Z",
        }
        token = answer.json()["access_token"]
        me = await self.http.get("/v1/me", headers={"Authorization": f"Bearer {token}"})
        assert me.status_code == 401

    def test_the_hash_that_stands_in_for_nobodys_costs_what_others_cost(self) -> None:
        hasher = PasswordHash.recommended().current_hasher
        assert not hasher.check_needs_rehash(NOBODYS)


class TestLimit:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http = http
        self.fang = await an_administrator(database)

    @pytest.mark.parametrize("name", ["wang.fang", "nobody"])
    async def test_five_a_minute_for_a_name_whether_or_not_somebody_has_it(self, name: str) -> None:
        body = {"username": name, "password": "a wrong password"}
        answers = [await self.http.post(PATH, json=body) for _ in range(6)]
        assert [answer.status_code for answer in answers] == [401] * 5 + [429]
        assert answers[5].headers["RateLimit-Policy"] == '"login-name";q=5;w=60'
        right = self.fang.login(totp=self.fang.code(), username=name.upper())
        assert (await self.http.post(PATH, json=right)).status_code == 429
        with clock.frozen(NOW + timedelta(minutes=1)):
            right = self.fang.login(totp=self.fang.code())
            assert (await self.http.post(PATH, json=right)).status_code == 201

    async def test_a_stranger_elsewhere_locks_nobody_out(self, database: Database) -> None:
        body = {"username": "wang.fang", "password": "a wrong password"}
        transport = ASGITransport(an_app(database), client=("203.0.113.9", 1))
        async with AsyncClient(transport=transport, base_url="http://localhost") as stranger:
            answers = [await stranger.post(PATH, json=body) for _ in range(6)]
        assert answers[5].status_code == 429
        right = self.fang.login(totp=self.fang.code())
        assert (await self.http.post(PATH, json=right)).status_code == 201

    async def test_many_names_from_one_address_are_one_caller(self) -> None:
        bodies = [{"username": f"nobody.{n}", "password": "x"} for n in range(21)]
        answers = [await self.http.post(PATH, json=body) for body in bodies]
        assert [answer.status_code for answer in answers] == [401] * 20 + [429]
        assert answers[20].headers["RateLimit-Policy"] == '"login";q=20;w=60'


class TestCodes:
    """Guesses of the second factor by somebody who knows the password, from many addresses."""

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.fang = await an_administrator(database)

    async def guess(self, address: int, **body: object) -> Response:
        transport = ASGITransport(an_app(self.database), client=(f"203.0.113.{address}", 1))
        async with AsyncClient(transport=transport, base_url="http://localhost") as thief:
            return await thief.post(PATH, json=self.fang.login() | body)

    async def test_ten_in_ten_minutes_for_an_account_wherever_they_come_from(self) -> None:
        answers = [await self.guess(n, totp=f"{n:06}") for n in range(12)]
        assert [answer.status_code for answer in answers] == [401] * 12
        right = await self.guess(13, totp=self.fang.code())
        assert (right.status_code, right.json()["code"]) == (401, "identity.login_refused")
        with clock.frozen(NOW + timedelta(minutes=10)):
            right = await self.guess(14, totp=self.fang.code())
            assert right.status_code == 201

    async def test_fifty_a_day(self) -> None:
        for n in range(5):
            with clock.frozen(NOW + timedelta(minutes=10 * n)):
                for guess in range(10):
                    await self.guess(10 * n + guess, totp="000000")
        with clock.frozen(NOW + timedelta(hours=2)):
            assert (await self.guess(99, totp=self.fang.code())).status_code == 401
        with clock.frozen(NOW + timedelta(days=1)):
            assert (await self.guess(99, totp=self.fang.code())).status_code == 201

    async def test_who_does_not_know_the_password_locks_nobody_out(self) -> None:
        for n in range(12):
            await self.guess(n, password="a wrong password", totp=f"{n:06}")
        assert (await self.guess(13, totp=self.fang.code())).status_code == 201


class TestRefreshAndLogOut:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.headers = await logged_in(http, await an_administrator(database))
        self.token = self.headers.pop("X-Refresh")

    async def refresh(self, prefix: str = "/admin/v1") -> Response:
        body = {"refresh_token": self.token}
        return await self.http.post(f"{prefix}/auth/sessions/refresh", json=body)

    async def test_anonymous_cannot_log_out(self) -> None:
        assert (await self.http.delete(f"{PATH}/current")).status_code == 401

    async def test_a_refresh_token_of_administrators_is_none_of_residents(self) -> None:
        assert (await self.refresh("/v1")).status_code == 401
        assert (await self.refresh()).status_code == 200

    async def test_who_has_logged_out_is_out_at_once(self) -> None:
        assert (await self.http.delete(f"{PATH}/current", headers=self.headers)).status_code == 204
        again = await self.http.delete(f"{PATH}/current", headers=self.headers)
        assert again.status_code == 401
        assert (await self.refresh()).json()["code"] == "identity.session_ended"
        async with self.database.transaction() as session:
            login = (await session.scalars(select(LoginSession))).one()
        assert (login.revoked_at, login.revoked_because) == (NOW, "logout")
