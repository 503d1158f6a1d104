"""/admin/v1/administrators"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import Role, ScopeKind
from app.identity.models import Administrator, LoginSession
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from tests.client import as_, as_admin
from tests.factories import a_community, a_region, a_user, granted, staff
from tests.identity.administrators import PASSWORD, an_administrator, logged_in

PATH = "/admin/v1/administrators"
NEW = {"login_name": "Li.Na", "name": "李娜", "password": PASSWORD}


class Administrators:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.platform = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)

    async def audited(self) -> list[str]:
        async with self.database.transaction() as session:
            entries = list(await session.scalars(select(AuditEntry)))
        assert {entry.community_id for entry in entries} <= {PLATFORM}
        return [entry.action for entry in entries]

    async def of_district(self) -> UUID:
        region = await a_region(self.database)
        return await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, region.id)

    async def of_community(self) -> UUID:
        community = await a_community(self.database)
        return await staff(self.database, community, Role.COMMUNITY_ADMIN)


class TestCreate(Administrators):
    async def create(
        self, by: UUID | None, key: str | None = "new-admin-1", **body: Any
    ) -> Response:
        return await self.http.post(PATH, json=NEW | body, headers=as_admin(by, key))

    async def count(self) -> int:
        async with self.database.transaction() as session:
            return await session.scalar(select(func.count()).select_from(Administrator)) or 0

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.create(None)).status_code == 401

    async def test_a_resident_is_nobody_here(self) -> None:
        headers = as_(await a_user(self.database), "new-admin-1")
        assert (await self.http.post(PATH, json=NEW, headers=headers)).status_code == 401

    async def test_an_administrator_of_a_community_may_not(self) -> None:
        assert (await self.create(await self.of_community())).status_code == 403
        assert await self.count() == 0

    @pytest.mark.parametrize(
        "body",
        [
            {"login_name": "x"},
            {"login_name": "1abc"},
            {"login_name": "李娜"},
            {"login_name": "a b c"},
            {"name": ""},
            {"password": ""},
            {"user_id": str(PLATFORM)},
            {"role": "platform_admin"},
            {"totp": "ABC"},
        ],
    )
    async def test_malformed(self, body: Mapping[str, Any]) -> None:
        answer = await self.create(self.platform, **body)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    async def test_a_weak_password(self) -> None:
        answer = await self.create(self.platform, password="password1234")
        assert (answer.status_code, answer.json()["code"]) == (422, "identity.password_weak")

    async def test_a_key_is_needed(self) -> None:
        answer = await self.create(self.platform, key=None)
        assert (answer.status_code, answer.json()["code"]) == (400, "idempotency_key_missing")

    async def test_a_login_name_that_is_taken(self) -> None:
        await an_administrator(self.database, "li.na")
        answer = await self.create(self.platform)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.login_name_taken")

    async def test_one_who_can_log_in_is_made(self) -> None:
        answer = await self.create(self.platform)
        assert answer.status_code == 201
        assert set(answer.json()) == {
            *("id", "login_name", "name", "has_second_factor", "created_at")
        }
        path = answer.headers["Location"]
        shown = await self.http.get(path, headers=as_admin(self.platform))
        assert shown.json() == answer.json()
        login = await self.http.post(
            "/admin/v1/auth/sessions", json={"username": "li.na", "password": PASSWORD}
        )
        assert login.json()["user"]["id"] == answer.json()["id"]
        assert await self.audited() == ["administrator.created"]

    async def test_sent_again_it_is_the_same_answer(self) -> None:
        first, again = await self.create(self.platform), await self.create(self.platform)
        assert again.headers["Idempotent-Replayed"] == "true"
        assert (again.status_code, again.content) == (201, first.content)
        assert await self.count() == 1

    async def test_who_manages_a_district_may_too(self) -> None:
        assert (await self.create(await self.of_district())).status_code == 201


class TestList(Administrators):
    async def get(self, by: UUID | None, path: str = "") -> Response:
        return await self.http.get(PATH + path, headers=as_admin(by))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.get(None)).status_code == 401

    async def test_an_administrator_of_a_community_may_not(self) -> None:
        by = await self.of_community()
        assert (await self.get(by)).status_code == 403
        assert (await self.get(by, f"/{uuid4()}")).status_code == 403

    async def test_an_unknown_query_is_malformed(self) -> None:
        assert (await self.get(self.platform, "?q=li")).status_code == 422

    async def test_one_that_does_not_exist_is_not_found(self) -> None:
        assert (await self.get(self.platform, f"/{self.platform}")).status_code == 404

    async def test_they_are_listed_page_by_page(self) -> None:
        names = ["a.one", "b.two", "c.three"]
        for name in names:
            await an_administrator(self.database, name)
        first = (await self.get(self.platform, "?limit=2")).json()
        rest = (await self.get(self.platform, f"?cursor={first['next_cursor']}")).json()
        listed = [item["login_name"] for item in first["items"] + rest["items"]]
        assert (sorted(listed), rest["next_cursor"]) == (names, None)
        assert "password" not in str(first)


class TestGiveSecondFactor(Administrators):
    async def give(self, by: UUID | None, to: UUID) -> Response:
        return await self.http.post(f"{PATH}/{to}/second-factor", headers=as_admin(by))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.give(None, uuid4())).status_code == 401

    async def test_nobody_is_not_found(self) -> None:
        assert (await self.give(self.platform, uuid4())).status_code == 404

    async def test_an_administrator_of_a_community_may_not(self) -> None:
        fang = await an_administrator(self.database)
        assert (await self.give(await self.of_community(), fang.user_id)).status_code == 403

    async def test_who_manages_a_district_gives_a_first_one_but_replaces_none(self) -> None:
        fang = await an_administrator(self.database, has_second_factor=False)
        by = await self.of_district()
        assert (await self.give(by, fang.user_id)).status_code == 200
        assert (await self.give(by, fang.user_id)).status_code == 403
        assert (await self.give(self.platform, fang.user_id)).status_code == 200

    async def test_the_former_one_is_worth_nothing_and_all_logins_end(self) -> None:
        fang = await an_administrator(self.database)
        await logged_in(self.http, fang)
        answer = await self.give(self.platform, fang.user_id)
        assert answer.json()["otpauth_uri"].startswith("otpauth://totp/Linli:wang.fang?secret=")
        body = fang.login(totp=fang.code(1))
        login = await self.http.post("/admin/v1/auth/sessions", json=body)
        assert login.status_code == 401
        query = select(LoginSession).filter_by(user_id=fang.user_id)
        async with self.database.transaction() as session:
            ended = (await session.scalars(query)).one()
        assert ended.revoked_because == "secured"
        assert await self.audited() == ["administrator.second_factor_given"]
