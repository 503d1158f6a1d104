"""A sealed value that does not open takes no page down, and is a clear problem where it alone is
asked for."""

import logging
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient
from sqlalchemy import text

from app.communities.models import Participant, Role, ScopeKind
from app.features import METADATA
from app.identity.models import User
from app.kernel.database.engine import Database
from tests.client import as_, as_admin
from tests.double_reporting.units import a_unit_registration
from tests.factories import (
    a_claim,
    a_community,
    a_household,
    granted,
    staff,
)
from tests.organizations.units import a_liaison, an_organization
from tests.privacy.whole import a_whole_person, canaries
from tests.routes import OPERATIONS
from tests.tenancy import TENANTS

DAMAGED = b"\0\1" + bytes(60)
ROLES = (Role.COMMUNITY_WORKER, Role.PARTY_ADMIN, Role.AUDITOR)
REASON = {"reason": "核对身份"}
ROWS_OF = {
    f"{name}_id": f"{name}s"
    for name in ("participant", "ticket", "topic", "opinion", "shift", "signup", "post")
} | {
    "activity_id": "activities",
    "ballot_id": "ballots",
    "claim_id": "residence_claims",
    "organization_id": "party_organizations",
    "place_id": "places",
}


class TestDamagedValues:
    """Everything sealed in the database is damaged."""

    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.staff = await staff(database, self.here, Role.COMMUNITY_ADMIN)
        for role in ROLES:
            await granted(database, role, ScopeKind.PLATFORM, user_id=self.staff)
        self.me = await a_whole_person(http, database, self.here)
        assert self.me.user_id is not None
        self.claim = await a_claim(database, self.me, await a_household(database, self.here))
        self.organization = await an_organization(database, self.here)
        self.liaison = await a_liaison(database, self.organization)
        await a_unit_registration(database, self.here, self.organization)
        async with database.transaction() as session:
            (await session.get_one(User, self.me.user_id)).phone = "+8613800000000"
            (await session.get_one(Participant, (self.here, self.me.id))).real_name = "王秀英"
        await canaries(database, self.me.user_id, self.me)
        assert await self.damage() >= 30

    async def damage(self) -> int:
        """Damages each sealed value, and returns the number of columns that had one."""
        damaged = 0
        async with self.database.transaction() as session:
            for table in METADATA.tables.values():
                for column in table.columns:
                    if column.name.endswith("_sealed"):
                        tenant = f"{table.name}.{TENANTS[table.name]}"
                        statement = (
                            f"UPDATE {table.name} SET {column.name} = :damaged"
                            f" WHERE {column.name} IS NOT NULL AND {tenant} = {tenant}"
                        )
                        done: Any = await session.execute(text(statement), {"damaged": DAMAGED})
                        damaged += done.rowcount > 0
        return damaged

    async def test_no_page_is_taken_down(self) -> None:
        wrong, seen = [], 0
        for operation in (one for one in OPERATIONS if one.method == "GET"):
            known = {"community_id": self.here} | {
                name: await self.an_id(table) for name, table in ROWS_OF.items()
            }
            is_unit = "unit-reg" in operation.path
            known["registration_id"] = await self.an_id(
                "unit_registrations" if is_unit else "member_registrations"
            )
            for headers in self.callers(operation.is_admin):
                answer = await self.http.get(operation.target(**known), headers=headers)
                seen += answer.status_code == 200
                is_other_state = answer.status_code == 409 and "_wrong_state" in answer.text
                if answer.status_code not in (200, 401, 403, 404, 422) and not is_other_state:
                    wrong.append(f"{operation}: {answer.status_code} {answer.text[:200]}")
        assert wrong == []
        assert seen > 40

    async def an_id(self, table: str) -> UUID:
        async with self.database.transaction() as session:
            query = text(f"SELECT id FROM {table} ORDER BY id LIMIT 1")
            found = await session.scalar(query)
        assert isinstance(found, UUID), table
        return found

    def callers(self, is_admin: bool) -> list[dict[str, str]]:
        if is_admin:
            return [as_admin(self.staff), as_admin(self.liaison)]
        return [as_(self.me.user_id)]

    async def test_a_gap_stands_where_the_value_would(self) -> None:
        path = f"/admin/v1/communities/{self.here}"
        for kind, field in (
            ("participants", "real_name"),
            ("residence-claims", "real_name"),
            ("unit-registrations", "liaison_name"),
        ):
            answer = await self.http.get(f"{path}/{kind}", headers=as_admin(self.staff))
            assert {row[field] for row in answer.json()["items"]} == {"–"}
        me = await self.http.get("/v1/me", headers=as_(self.me.user_id))
        assert me.json()["phone"] is None

    async def test_what_is_revealed_says_that_it_is_damaged(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        path = f"/admin/v1/communities/{self.here}/participants/{self.me.id}/reveal"
        body = {"fields": ["real_name"], **REASON}
        with caplog.at_level(logging.ERROR):
            answer = await self.http.post(path, json=body, headers=as_admin(self.staff))
        missing = [{"field": "real_name", "because": "unreadable"}]
        assert (answer.status_code, answer.json()["missing"]) == (200, missing)
        logged = [vars(one) for one in caplog.records if one.name == "app.kernel.privacy.damage"]
        places = [[str(one[name]) for name in ("table", "column", "row")] for one in logged]
        assert ["participants", "real_name_sealed", str(self.me.id)] in places
        assert "13800000000" not in caplog.text

    async def test_what_a_decision_needs_is_a_problem_of_its_own(self) -> None:
        answer = await self.http.post(
            f"/admin/v1/communities/{self.here}/residence-claims/{self.claim.id}/approve",
            headers=as_admin(self.staff),
        )
        assert (answer.status_code, answer.json()["code"]) == (409, "sealed_damaged")
