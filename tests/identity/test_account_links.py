"""POST /admin/v1/auth/account-links/open and …/use"""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx import AsyncClient, Response
from pyotp import TOTP
from sqlalchemy import select

from app.communities.models import Role, ScopeKind
from app.identity.models import AccountLink, LoginSession
from app.kernel import clock
from app.kernel.database.engine import Database
from app.settings import Settings
from tests.client import as_admin
from tests.factories import granted
from tests.identity.administrators import PASSWORD, an_administrator, logged_in
from tests.identity.wechat import Wechat
from tests.now import NOW

PATH = "/admin/v1/auth/account-links"
NEW = "another good one 新"


@pytest.fixture
def settings(wechat: Wechat) -> Settings:
    return wechat.settings(requires_second_factor=True)


class AccountLinks:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.platform = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
        made = await http.post(
            "/admin/v1/administrators",
            json={"login_name": "li.na", "name": "李娜"},
            headers=as_admin(self.platform),
        )
        self.user, self.token = made.json()["id"], made.json()["link"]["token"]

    async def open(self, token: str | None = None) -> Response:
        return await self.http.post(f"{PATH}/open", json={"token": token or self.token})

    async def secret(self) -> str:
        """Opens the link, and returns the secret of the second factor that it shows."""
        uri = (await self.open()).json()["otpauth_uri"]
        return str(parse_qs(urlsplit(uri).query)["secret"][0])

    async def use(self, secret: str | None = None, **body: Any) -> Response:
        code = {} if secret is None else {"totp": TOTP(secret).at(clock.now())}
        payload = {"token": self.token, "password": NEW} | code | body
        return await self.http.post(f"{PATH}/use", json=payload)

    async def log_in(self, secret: str, password: str = NEW, name: str = "li.na") -> int:
        with clock.frozen(clock.now() + timedelta(minutes=2)):
            body = {"username": name, "password": password, "totp": TOTP(secret).at(clock.now())}
            return (await self.http.post("/admin/v1/auth/sessions", json=body)).status_code


class TestOpen(AccountLinks):
    async def test_it_shows_whose_account_it_is_and_each_time_another_factor(self) -> None:
        answer = await self.open()
        assert answer.json().pop("otpauth_uri").startswith("otpauth://totp/Linli:li.na?secret=")
        assert answer.json()["name"] == "李娜"
        former = await self.secret()
        latest = await self.secret()
        assert (await self.use(former)).json()["code"] == "identity.second_factor_wrong"
        assert (await self.use(latest)).status_code == 204

    async def test_nothing_else_opens(self) -> None:
        forged = self.token[:-2] + ("AA" if self.token[-2:] != "AA" else "BA")
        for token in ("x", "A" * 86, "é" * 86, self.token + "==", forged):
            answer = await self.open(token)
            assert (answer.status_code, answer.json()["code"]) == (
                404,
                "identity.account_link_invalid",
            ), token

    async def test_guesses_are_counted(self) -> None:
        answers = [await self.open("A" * 86) for _ in range(21)]
        assert [answer.status_code for answer in answers] == [404] * 20 + [429]

    async def test_it_expires(self) -> None:
        with clock.frozen(NOW + timedelta(hours=48)):
            assert (await self.open()).status_code == 404
            assert (await self.use()).status_code == 404

    async def test_a_newer_one_replaces_it(self) -> None:
        path = f"/admin/v1/administrators/{self.user}/link"
        answer = await self.http.post(path, headers=as_admin(self.platform))
        assert (await self.open()).status_code == 404
        assert (await self.open(answer.json()["token"])).status_code == 200

    async def test_its_secret_and_the_factor_are_stored_sealed(self) -> None:
        secret = await self.secret()
        async with self.database.transaction() as session:
            row = (await session.scalars(select(AccountLink))).one()
        assert row.totp_sealed is not None
        assert secret.encode() not in row.totp_sealed


class TestUse(AccountLinks):
    async def test_the_person_sets_both_and_logs_in(self) -> None:
        secret = await self.secret()
        assert (await self.use(secret)).status_code == 204
        assert await self.log_in(secret) == 201
        assert await self.log_in(secret, PASSWORD) == 401

    async def test_once(self) -> None:
        secret = await self.secret()
        assert (await self.use(secret)).status_code == 204
        assert (await self.use(secret)).json()["code"] == "identity.account_link_invalid"
        assert (await self.open()).status_code == 404

    async def test_not_without_the_code_of_what_was_shown(self) -> None:
        assert (await self.use()).json()["code"] == "identity.second_factor_wrong"
        await self.secret()
        assert (await self.use(totp="000000")).json()["code"] == "identity.second_factor_wrong"

    async def test_a_weak_password_leaves_it_usable(self) -> None:
        secret = await self.secret()
        answer = await self.use(secret, password="password1234")
        assert answer.json()["code"] == "identity.password_weak"
        assert (await self.use(secret)).status_code == 204

    async def test_until_then_a_lost_account_stays_as_it_is_and_then_its_logins_end(self) -> None:
        fang = await an_administrator(self.database)
        headers = await logged_in(self.http, fang)
        path = f"/admin/v1/administrators/{fang.user_id}/link"
        answer = await self.http.post(path, headers=as_admin(self.platform))
        assert await self.log_in(fang.secret, PASSWORD, "wang.fang") == 201
        self.token = answer.json()["token"]
        secret = await self.secret()
        assert (await self.use(secret)).status_code == 204
        path = "/admin/v1/me/second-factor/confirm"
        code = {"code": "000000"}
        assert (await self.http.post(path, json=code, headers=headers)).status_code == 401
        async with self.database.transaction() as session:
            logins = await session.scalars(select(LoginSession).filter_by(user_id=fang.user_id))
            assert {login.revoked_because for login in logins} == {"secured"}
        assert await self.log_in(fang.secret, PASSWORD, "wang.fang") == 401
        assert await self.log_in(secret, NEW, "wang.fang") == 201
