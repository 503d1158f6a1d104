"""PUT /admin/v1/me/password, POST /admin/v1/me/second-factor and …/confirm"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx import AsyncClient, Response
from pyotp import TOTP
from sqlalchemy import select

from app.communities.models import Role, ScopeKind
from app.identity.administrators.passwords import COMMON, MIN_CHARACTERS
from app.identity.models import Administrator, TokenAudience
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_user, granted
from tests.identity.administrators import PASSWORD, KnownAdministrator, an_administrator, logged_in
from tests.now import NOW

NEW = "another good one 新"


def secret_of(uri: str) -> str:
    return parse_qs(urlsplit(uri).query)["secret"][0]


class OwnAccount:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.fang = await an_administrator(database)
        self.mine, self.other = [await logged_in(http, self.fang, step) for step in (0, 1)]

    async def is_in(self, headers: Mapping[str, str]) -> bool:
        path = "/admin/v1/me/second-factor/confirm"
        answer = await self.http.post(path, json={"code": "000000"}, headers=headers)
        return answer.status_code != 401

    async def can_refresh(self, headers: Mapping[str, str]) -> bool:
        body = {"refresh_token": headers["X-Refresh"]}
        answer = await self.http.post("/admin/v1/auth/sessions/refresh", json=body)
        return answer.status_code == 200

    async def log_in(self, password: str, code: str | None = None) -> int:
        with clock.frozen(NOW + timedelta(minutes=10)):
            body = self.fang.login(password=password, totp=code or self.fang.code())
            return (await self.http.post("/admin/v1/auth/sessions", json=body)).status_code

    async def audited(self) -> list[str]:
        entries = [
            entry
            for entry in await audited(self.database)
            if not entry.action.startswith("administrator.log")
        ]
        assert {(e.community_id, e.actor_id) for e in entries} <= {(PLATFORM, self.fang.user_id)}
        assert all(entry.facts == {} for entry in entries)
        return [entry.action for entry in entries]


class TestStepUp(OwnAccount):
    async def step_up(self, headers: Mapping[str, str] | None = None, **body: Any) -> Response:
        payload = {"password": PASSWORD, **body}
        headers = self.mine if headers is None else headers
        path = "/admin/v1/auth/sessions/current/step-up"
        return await self.http.post(path, json=payload, headers=headers)

    async def grants(self, headers: Mapping[str, str]) -> str:
        """Tries to grant a role, and returns the code of the refusal."""
        body = {"login_name": "nobody", "role": "auditor", "scope_kind": "platform"}
        headers = {**headers, "Idempotency-Key": f"grant-{clock.now()}"}
        answer = await self.http.post("/admin/v1/role-grants", json=body, headers=headers)
        return str(answer.json()["code"])

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.step_up({})).status_code == 401

    async def test_what_takes_it_is_refused_after_five_minutes_and_allowed_again(self) -> None:
        await granted(
            self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=self.fang.user_id
        )
        assert await self.grants(self.mine) == "communities.not_an_administrator"
        with clock.frozen(NOW + timedelta(minutes=5, seconds=1)):
            assert await self.grants(self.mine) == "identity.step_up_required"
            answer = await self.step_up(totp=self.fang.code())
            assert answer.json() == {"proven_until": "2026-12-05T04:10:01Z"}
            assert await self.grants(self.mine) == "communities.not_an_administrator"
            assert await self.grants(self.other) == "identity.step_up_required"
        assert await self.audited() == ["administrator.stepped_up"]

    async def test_a_wrong_password_or_code_is_not_enough(self) -> None:
        answer = await self.step_up(password="a wrong password", totp=self.fang.code(1))
        assert answer.json()["code"] == "identity.password_wrong"
        for code in (None, "000000"):
            assert (await self.step_up(totp=code)).json()["code"] == "identity.second_factor_wrong"


class TestPassword(OwnAccount):
    async def put(
        self, headers: Mapping[str, str] | None = None, new: str = NEW, **body: Any
    ) -> Response:
        payload = {"password": PASSWORD, "new_password": new, **body}
        headers = self.mine if headers is None else headers
        return await self.http.put("/admin/v1/me/password", json=payload, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.put({})).status_code == 401

    async def test_a_resident_is_nobody_here(self) -> None:
        assert (await self.put(as_(await a_user(self.database)))).status_code == 401

    @pytest.mark.parametrize(
        ("new", "reason"),
        [
            ("short pass", "too_short"),
            ("x" * (MIN_CHARACTERS - 1), "too_short"),
            ("aaaaaaaaaaaaaaaa", "too_common"),
            ("PASSWORD1234", "too_common"),
            *((common, "too_common") for common in sorted(COMMON)[:3]),
            ("I am Wang.Fang!", "contains_login_name"),
        ],
    )
    async def test_a_weak_one_is_refused_with_the_reason(self, new: str, reason: str) -> None:
        answer = await self.put(new=new)
        assert (answer.status_code, answer.json()["code"]) == (422, "identity.password_weak")
        assert answer.json()["reason"] == reason
        assert new not in answer.text

    async def test_without_the_present_one_nothing_is_changed(self) -> None:
        answer = await self.put(password="a wrong password")
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.password_wrong")
        assert await self.log_in(NEW) == 401

    async def test_guessing_the_present_one_is_limited(self) -> None:
        answers = [await self.put(password=f"guess {n}") for n in range(6)]
        assert [answer.status_code for answer in answers] == [409] * 5 + [429]

    async def test_the_new_one_is_the_one(self) -> None:
        answer = await self.put()
        assert (answer.status_code, answer.content) == (204, b"")
        assert await self.log_in(PASSWORD) == 401
        assert await self.log_in(NEW) == 201
        assert await self.audited() == ["administrator.password_changed"]

    async def test_other_logins_end_and_this_one_goes_on_by_its_refresh_token(self) -> None:
        await self.put()
        assert not await self.is_in(self.other)
        assert not await self.can_refresh(self.other)
        assert not await self.is_in(self.mine)
        assert await self.can_refresh(self.mine)


class TestSecondFactor(OwnAccount):
    @pytest.fixture(autouse=True)
    async def _later(self, arrange: None) -> Any:
        with clock.frozen(NOW + timedelta(minutes=2)):
            yield

    async def begin(self, headers: Mapping[str, str] | None = None, **body: Any) -> Response:
        payload = {"password": PASSWORD, "totp": self.fang.code(), **body}
        headers = self.mine if headers is None else headers
        return await self.http.post("/admin/v1/me/second-factor", json=payload, headers=headers)

    async def confirm(self, code: str, headers: Mapping[str, str] | None = None) -> Response:
        path, headers = "/admin/v1/me/second-factor/confirm", headers or self.mine
        return await self.http.post(path, json={"code": code}, headers=headers)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.begin({})).status_code == 401
        assert (await self.confirm("000000", {"X": ""})).status_code == 401

    async def test_who_has_no_account_of_an_administrator_finds_nothing(self) -> None:
        stray = as_admin(await a_user(self.database, TokenAudience.ADMIN))
        assert (await self.begin(stray)).status_code == 404
        assert (await self.confirm("000000", stray)).status_code == 404

    @pytest.mark.parametrize("body", [{"password": ""}, {"totp": "1"}, {"secret": "ABC"}])
    async def test_malformed(self, body: Mapping[str, Any]) -> None:
        assert (await self.begin(**body)).status_code == 422

    async def test_a_wrong_password_begins_nothing(self) -> None:
        answer = await self.begin(password="a wrong password")
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.password_wrong")

    async def test_the_present_one_must_be_shown_to_replace_it(self) -> None:
        for code in (None, "000000"):
            answer = await self.begin(totp=code)
            assert answer.json()["code"] == "identity.second_factor_wrong"

    async def test_nothing_can_be_confirmed_that_was_not_begun(self) -> None:
        answer = await self.confirm(self.fang.code())
        assert answer.status_code == 409
        assert answer.json()["code"] == "identity.second_factor_not_begun"

    async def test_until_it_is_confirmed_the_former_one_holds(self) -> None:
        secret = secret_of((await self.begin()).json()["otpauth_uri"])
        new = KnownAdministrator(self.fang.user_id, "", secret)
        with clock.frozen(NOW + timedelta(minutes=10)):
            code = new.code()
        assert await self.log_in(PASSWORD, code) == 401
        assert await self.log_in(PASSWORD) == 201

    async def test_a_wrong_code_confirms_nothing(self) -> None:
        await self.begin()
        answer = await self.confirm("000000")
        assert answer.json()["code"] == "identity.second_factor_wrong"

    async def test_confirmed_it_is_the_one_and_other_logins_end(self) -> None:
        answer = await self.begin()
        uri = answer.json()["otpauth_uri"]
        assert answer.status_code == 200
        assert uri.startswith("otpauth://totp/Linli:wang.fang?")
        with clock.frozen(clock.now() + timedelta(minutes=1)):
            confirmed = await self.confirm(TOTP(secret_of(uri)).at(clock.now()))
        assert (confirmed.status_code, confirmed.json()["has_second_factor"]) == (200, True)
        assert not await self.is_in(self.other)
        assert await self.is_in(self.mine)
        assert await self.log_in(PASSWORD) == 401
        with clock.frozen(NOW + timedelta(minutes=10)):
            code = TOTP(secret_of(uri)).at(clock.now())
        assert await self.log_in(PASSWORD, code) == 201
        assert await self.audited() == [
            "administrator.second_factor_begun",
            "administrator.second_factor_confirmed",
        ]

    async def test_its_secret_is_sealed(self) -> None:
        secret = secret_of((await self.begin()).json()["otpauth_uri"])
        async with self.database.transaction() as session:
            row = (await session.scalars(select(Administrator))).one()
        assert row.pending_totp_sealed is not None
        assert secret.encode() not in row.pending_totp_sealed
