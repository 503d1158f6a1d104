"""GET /admin/v1/audit-entries and /admin/v1/communities/{community_id}/audit-entries"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Role, ScopeKind
from app.communities.permissions import Staff
from app.double_reporting.models import MemberRegistrationStatus
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import record
from tests.audit import audited
from tests.client import as_, as_admin
from tests.double_reporting.members import a_registration, an_organization
from tests.factories import a_community, a_participant, granted, staff
from tests.now import NOW


class Audit:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.resident = await a_participant(database, self.here)
        self.worker = await staff(database, self.here)
        self.auditor = await staff(database, self.here, Role.AUDITOR)
        self.admin = await staff(database, self.here, Role.COMMUNITY_ADMIN)

    async def get(self, by: UUID | None, **query: Any) -> Response:
        path = f"/admin/v1/communities/{self.here}/audit-entries"
        return await self.http.get(path, params=query, headers=as_admin(by))

    async def actions(self, by: UUID, **query: Any) -> list[str]:
        answer = await self.get(by, **query)
        assert answer.status_code == 200, answer.text
        return [item["action"] for item in answer.json()["items"]]

    async def record(self, action: str, subject: Any = None, **facts: str) -> None:
        by = Staff(self.here, self.worker, ())
        person = self.resident if subject is None else subject
        about = self.resident.id if subject is None else None
        async with self.database.transaction() as session:
            record(session, by, action, person, about, **facts)


class TestList(Audit):
    async def test_who_may_not(self) -> None:
        assert (await self.get(None)).status_code == 401
        elsewhere = await staff(self.database, await a_community(self.database), Role.AUDITOR)
        assert (await self.get(elsewhere)).status_code == 404
        assert (await self.get(self.worker)).status_code == 403

    @pytest.mark.parametrize(
        "query",
        [
            {"since": "yesterday"},
            {"actor_id": "me"},
            {"since": "2026-11-02T00:00:00Z", "until": "2026-11-01T00:00:00Z"},
            {"about": "somebody"},
        ],
    )
    async def test_malformed(self, query: dict[str, str]) -> None:
        assert (await self.get(self.auditor, **query)).status_code == 422

    async def test_values_are_masked_or_left_out(self) -> None:
        facts = {"reason": "核对身份", "field": "real_name", "witness": "王芳", "term": "王秀英"}
        await self.record("sealed.revealed", **facts, found="1")
        answer = await self.get(self.auditor)
        [item] = answer.json()["items"]
        assert item["facts"] == {
            "reason": "核对身份",
            "field": "real_name",
            "witness": "王**",
            "found": "1",
        }
        assert (item["actor_id"], item["subject_kind"]) == (str(self.worker), "participants")
        assert "王秀英" not in answer.text

    async def test_a_number_that_was_looked_for_is_left_out(self) -> None:
        """Digits were taken for a count."""
        await self.record("participant.searched", term="13800000001", fields="phone", found="1")
        [item] = (await self.get(self.auditor)).json()["items"]
        assert item["facts"] == {"fields": "phone", "found": "1"}

    async def test_filters_look_into_sealed_entries(self) -> None:
        await self.record("participant.renamed")
        await self.record("activity.drafted", Staff(self.here, uuid4(), ()))
        with clock.frozen(NOW + timedelta(minutes=5)):
            await self.record("participant.blocked")
        auditor = self.auditor
        assert await self.actions(auditor, action="participant.renamed") == ["participant.renamed"]
        assert await self.actions(auditor, subject_id=str(self.resident.id)) == [
            "participant.blocked",
            "participant.renamed",
        ]
        late = (NOW + timedelta(minutes=1)).isoformat()
        assert await self.actions(auditor, since=late) == ["participant.blocked"]
        assert await self.actions(auditor, actor_id=str(uuid4())) == []

    async def test_pages_lead_on_behind_what_was_seen(self) -> None:
        for number in range(7):
            with clock.frozen(NOW + timedelta(seconds=number)):
                await self.record(f"participant.act{number}")
        seen, cursor = list[str](), None
        for _ in range(9):
            page = await self.get(self.auditor, limit=2, **({"cursor": cursor} if cursor else {}))
            seen += [item["action"] for item in page.json()["items"]]
            if (cursor := page.json()["next_cursor"]) is None:
                break
        acts = [action for action in seen if action != "audit.read"]
        assert acts == [f"participant.act{number}" for number in reversed(range(7))]

    async def test_entries_about_members_are_for_those_who_may_know(self) -> None:
        organization = await an_organization(self.database, self.here)
        row = await a_registration(
            self.database, self.resident, organization.id, MemberRegistrationStatus.SUBMITTED
        )
        by = Staff(self.here, self.admin, ())
        async with self.database.transaction() as session:
            record(session, by, "registration.approved", row, self.resident.id)
        assert "registration.approved" not in await self.actions(self.auditor)
        assert "registration.approved" in await self.actions(self.admin)

    async def test_reading_is_audited_once_in_a_while(self) -> None:
        for _ in range(3):
            await self.get(self.auditor)
        assert [one.action for one in await audited(self.database, self.here)] == ["audit.read"]
        with clock.frozen(NOW + timedelta(minutes=11)):
            await self.get(self.auditor)
        assert len(await audited(self.database, self.here)) == 2


class TestListOfThePlatform(Audit):
    async def list_(self, by: UUID | None) -> Response:
        return await self.http.get("/admin/v1/audit-entries", headers=as_admin(by))

    async def test_who_may_not(self) -> None:
        assert (await self.list_(None)).status_code == 401
        as_resident = await self.http.get(
            "/admin/v1/audit-entries", headers=as_(self.resident.user_id)
        )
        assert as_resident.status_code == 401
        assert (await self.list_(self.auditor)).status_code == 403

    async def test_it_has_the_logins_of_administrators(self) -> None:
        auditor = await granted(self.database, Role.AUDITOR, ScopeKind.PLATFORM)
        body = {"username": "nobody", "password": "a wrong password"}
        refused = await self.http.post("/admin/v1/auth/sessions", json=body)
        assert refused.status_code == 401
        answer = await self.list_(auditor)
        [item] = answer.json()["items"]
        assert (item["action"], item["facts"]) == (
            "administrator.login_refused",
            {"refusal": "name"},
        )
        assert item["address"] == "127.0.0.1"
        assert "nobody" not in answer.text
