"""/admin/v1/administrators"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from app.communities.models import Region, RegionKind, Role, ScopeKind
from app.identity.another_person import is_another_person
from app.identity.models import AccountLink, Administrator
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.privacy.audit import AuditEntry
from tests.client import as_, as_admin
from tests.factories import a_community, a_region, a_user, granted, staff
from tests.identity.administrators import PASSWORD, an_administrator, logged_in
from tests.now import NOW

PATH = "/admin/v1/administrators"
NEW = {"login_name": "Li.Na", "name": "李娜"}


class Administrators:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.platform = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)

    async def audited(self) -> list[str]:
        async with self.database.transaction() as session:
            entries = list(await session.scalars(select(AuditEntry)))
        assert {entry.community_id for entry in entries} <= {PLATFORM}
        actions = [entry.action for entry in entries]
        return [action for action in actions if not action.startswith("administrator.log")]

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
            {"password": PASSWORD},
            {"user_id": str(PLATFORM)},
            {"role": "platform_admin"},
            {"totp": "ABC"},
        ],
    )
    async def test_malformed(self, body: Mapping[str, Any]) -> None:
        answer = await self.create(self.platform, **body)
        assert (answer.status_code, answer.json()["code"]) == (422, "malformed")

    async def test_a_login_name_that_is_taken(self) -> None:
        await an_administrator(self.database, "li.na")
        answer = await self.create(self.platform)
        assert (answer.status_code, answer.json()["code"]) == (409, "identity.login_name_taken")

    async def test_an_account_is_made_with_a_link_and_no_password(self) -> None:
        answer = await self.create(self.platform)
        assert answer.status_code == 201
        made = answer.json()
        link = made.pop("link")
        assert set(made) == {*("id", "login_name", "name", "has_second_factor", "created_at")}
        assert len(link["token"]) == 86
        assert link["expires_at"] == "2026-12-07T04:00:00Z"
        path = answer.headers["Location"]
        shown = await self.http.get(path, headers=as_admin(self.platform))
        assert shown.json() == made
        login = await self.http.post(
            "/admin/v1/auth/sessions", json={"username": "li.na", "password": PASSWORD}
        )
        assert login.status_code == 401
        assert await self.audited() == ["administrator.created", "administrator.link_issued"]

    async def test_the_answer_is_stored_nowhere(self) -> None:
        made = await self.create(self.platform)
        again = await self.create(self.platform)
        assert again.json()["code"] == "identity.login_name_taken"
        token = made.json()["link"]["token"]
        async with self.database.transaction() as session:
            rows = [str(vars(row)) for row in await session.scalars(select(AccountLink))]
            assert (await session.scalars(select(IdempotencyRecord))).all() == []
        assert len(rows) == 1
        assert token[43:] not in rows[0]

    async def test_it_takes_a_password_given_lately(self) -> None:
        with clock.frozen(NOW + timedelta(minutes=6)):
            answer = await self.create(self.platform)
        assert answer.json()["code"] == "identity.step_up_required"

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


class TestIssueLink(Administrators):
    async def issue(self, by: UUID | None, to: UUID) -> Response:
        return await self.http.post(f"{PATH}/{to}/link", headers=as_admin(by))

    async def given(self, role: Role, region: Region, login_name: str = "wang.fang") -> UUID:
        made = await an_administrator(self.database, login_name)
        return await granted(self.database, role, ScopeKind.REGION, region.id, user_id=made.user_id)

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.issue(None, uuid4())).status_code == 401

    async def test_nobody_is_not_found(self) -> None:
        assert (await self.issue(self.platform, uuid4())).status_code == 404

    async def test_an_administrator_of_a_community_may_not(self) -> None:
        fang = await an_administrator(self.database)
        assert (await self.issue(await self.of_community(), fang.user_id)).status_code == 403

    async def test_always_downwards(self) -> None:
        """It was not so: who managed administrators anywhere replaced anybody's second factor."""
        region = await a_region(self.database, kind=RegionKind.DISTRICT)
        below = await a_region(self.database, region)
        district = await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, region.id)
        worker = await self.given(Role.COMMUNITY_WORKER, below)
        beside = await self.given(Role.DISTRICT_ADMIN, region, "li.na")
        elsewhere = await self.given(
            Role.COMMUNITY_ADMIN, await a_region(self.database), "chen.lan"
        )
        assert (await self.issue(district, worker)).status_code == 200
        assert (await self.issue(district, beside)).status_code == 403
        assert (await self.issue(district, elsewhere)).status_code == 403
        assert (await self.issue(self.platform, beside)).status_code == 200

    async def test_not_to_who_holds_something_above_as_well_nor_later(self) -> None:
        region = await a_region(self.database, kind=RegionKind.DISTRICT)
        district = await granted(self.database, Role.DISTRICT_ADMIN, ScopeKind.REGION, region.id)
        worker = await self.given(Role.COMMUNITY_WORKER, await a_region(self.database, region))
        above = await granted(self.database, Role.AUDITOR, ScopeKind.PLATFORM, user_id=worker)
        assert (await self.issue(district, above)).status_code == 403

    async def test_not_to_platform_administrators_nor_to_oneself(self) -> None:
        fang = await an_administrator(self.database)
        await granted(self.database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, user_id=fang.user_id)
        assert (await self.issue(self.platform, fang.user_id)).status_code == 403
        mine = await logged_in(self.http, fang)
        answer = await self.http.post(f"{PATH}/{fang.user_id}/link", headers=mine)
        assert answer.status_code == 403

    async def test_a_new_account_gets_another_one_from_who_has_made_it(self) -> None:
        mine, other = await self.of_district(), await self.of_district()
        made = await self.http.post(PATH, json=NEW, headers=as_admin(mine))
        user = UUID(made.json()["id"])
        assert (await self.issue(mine, user)).status_code == 200
        assert (await self.issue(other, user)).status_code == 403

    async def test_who_has_issued_it_is_not_a_second_person(self) -> None:
        fang = await an_administrator(self.database)
        assert (await self.issue(self.platform, fang.user_id)).status_code == 200
        async with self.database.transaction() as session:
            assert not await is_another_person(session, self.platform, fang.user_id, NOW)
        assert await self.audited() == ["administrator.link_issued"]
