"""Logins, refusals and logouts of administrators in the audit; never what was typed."""

from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import update

from app.identity.models import User, UserStatus
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from tests.audit import Audited, audited
from tests.identity.administrators import PASSWORD, an_administrator, logged_in
from tests.now import NOW

PATH = "/admin/v1/auth/sessions"


class TestLoginAudit:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.fang = await an_administrator(database)

    async def entries(self) -> list[Audited]:
        entries = await audited(self.database)
        assert PASSWORD not in str(entries)
        assert {entry.community_id for entry in entries} == {PLATFORM}
        assert {entry.address for entry in entries} == {"127.0.0.1"}
        return entries

    async def refused(self, **body: object) -> Audited:
        answer = await self.http.post(PATH, json=self.fang.login() | body)
        assert answer.status_code == 401
        [entry] = await self.entries()
        assert entry.action == "administrator.login_refused"
        return entry

    async def test_a_login_and_a_logout(self) -> None:
        login = await logged_in(self.http, self.fang)
        headers = {"Authorization": login["Authorization"]}
        assert (await self.http.delete(f"{PATH}/current", headers=headers)).status_code == 204
        entries = await self.entries()
        assert [(entry.action, entry.actor_id) for entry in entries] == [
            ("administrator.logged_in", self.fang.user_id),
            ("administrator.logged_out", self.fang.user_id),
        ]
        assert entries[1].session_id is not None

    async def test_a_wrong_password(self) -> None:
        entry = await self.refused(password="a wrong password", totp=self.fang.code())
        assert (entry.actor_id, entry.facts) == (self.fang.user_id, {"refusal": "password"})

    async def test_a_wrong_code(self) -> None:
        with clock.frozen(NOW + timedelta(hours=1)):
            later = self.fang.code()
        entry = await self.refused(totp=later)
        assert (entry.actor_id, entry.facts) == (self.fang.user_id, {"refusal": "second_factor"})

    @pytest.mark.parametrize(
        ("method", "path", "more"),
        [
            ("POST", f"{PATH}/current/step-up", {}),
            ("PUT", "/admin/v1/me/password", {"new_password": "correct horse battery 77"}),
            ("POST", "/admin/v1/me/second-factor", {}),
        ],
    )
    async def test_wrong_proofs_of_a_login_that_is_open(
        self, method: str, path: str, more: dict[str, str]
    ) -> None:
        """Whoever had stolen a login guessed the password here, and nobody could see it."""
        login = await logged_in(self.http, self.fang)
        headers = {"Authorization": login["Authorization"]}
        refusals = ["password"]
        body = {"password": "a wrong password"} | more
        assert (await self.http.request(method, path, json=body, headers=headers)).is_error
        if not more:
            refusals.append("second_factor")
            with clock.frozen(NOW + timedelta(hours=1)):
                body = {"password": PASSWORD, "totp": self.fang.code()}
            assert (await self.http.request(method, path, json=body, headers=headers)).is_error
        entries = (await self.entries())[1:]
        assert [(entry.action, entry.actor_id, entry.facts["refusal"]) for entry in entries] == [
            ("administrator.proof_refused", self.fang.user_id, refusal) for refusal in refusals
        ]
        assert None not in {entry.session_id for entry in entries}

    async def test_a_name_that_nobody_has(self) -> None:
        entry = await self.refused(username="korrekt-Pferd", totp=self.fang.code())
        assert (entry.actor_id, entry.facts) == (PLATFORM, {"refusal": "name"})
        assert "korrekt" not in str(entry)

    async def test_a_blocked_account(self) -> None:
        async with self.database.transaction() as session:
            await session.execute(
                update(User).filter_by(id=self.fang.user_id).values(status=UserStatus.BLOCKED)
            )
        entry = await self.refused(totp=self.fang.code())
        assert entry.facts == {"refusal": "account"}
