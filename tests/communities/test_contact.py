"""POST /admin/v1/communities/{community_id}/participants/{participant_id}/reveal: how to reach a
person"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response

from app.communities.models import Participant, PlaceKind, Role, ScopeKind
from app.identity.models import Administrator, Purpose, User
from app.kernel import clock
from app.kernel.database.engine import Database
from app.worker import Worker
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import (
    a_claim,
    a_community,
    a_participant,
    a_person_without_phone,
    a_place,
    consented,
    granted,
    saved,
    staff,
)
from tests.now import NOW

PHONE = "+8613800000001"
ALL = ["real_name", "phone", "household"]


class Contacts:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.here = await a_community(database)
        self.worker = await staff(database, self.here)
        name = Administrator(
            user_id=self.worker, login_name="wangfang", name="王芳", created_at=NOW
        )
        await saved(database, name)
        self.building = await a_place(database, self.here, name="3栋")
        self.home = await a_place(
            database, self.here, name="502", kind=PlaceKind.HOUSEHOLD, parent=self.building
        )
        self.person = await a_participant(database, self.here)
        self.claim = await a_claim(database, self.person, self.home, approved=True)
        await self.has_phone(self.person)

    async def has_phone(self, person: Participant, phone: str = PHONE) -> None:
        assert person.user_id is not None
        await consented(self.database, person.user_id, Purpose.PHONE)
        async with self.database.transaction() as session:
            (await session.get_one(User, person.user_id)).phone = phone

    async def reveal(
        self, fields: list[str], *, by: UUID | None = None, of: Participant | None = None
    ) -> Response:
        person = of or self.person
        path = f"/admin/v1/communities/{self.here}/participants/{person.id}/reveal"
        body = {"fields": fields, "reason": "通知领取物资"}
        return await self.http.post(path, json=body, headers=as_admin(by or self.worker))

    async def why(self, fields: list[str], of: Participant | None = None) -> dict[str, str]:
        """Returns why each field that was asked for is missing."""
        answer = await self.reveal(fields, of=of)
        assert answer.status_code == 200, answer.text
        missing = {one["field"]: one["because"] for one in answer.json()["missing"]}
        assert {name for name in fields if answer.json()[name] is None} == missing.keys()
        return missing

    async def inbox(self, person: Participant) -> list[dict[str, Any]]:
        await Worker(self.database).run_once()
        with clock.frozen(NOW + timedelta(minutes=2)):
            await Worker(self.database).run_once()
        answer = await self.http.get("/v1/me/inbox", headers=as_(person.user_id))
        items = answer.json()["items"]
        return [one for one in items if one["kind"] == "privacy.data_seen"]


class TestContact(Contacts):
    async def test_several_fields_are_one_entry_one_count_and_one_message(self) -> None:
        """It was one field at a time, and never the phone number."""
        answer = await self.reveal(ALL)
        assert answer.json() == {
            "participant_id": str(self.person.id),
            "display_name": "秀英",
            "real_name": "王秀英",
            "phone": PHONE,
            "household": "3栋 502",
            "missing": [],
        }
        [entry] = await audited(self.database)
        assert (entry.action, entry.about) == ("contact.revealed", self.person.id)
        assert entry.facts == {"fields": ",".join(ALL), "reason": "通知领取物资"}
        [message] = await self.inbox(self.person)
        for word in ("社区工作人员王芳", "真实姓名、手机号码、住址", "通知领取物资"):
            assert word in message["body"]
        log = await self.http.get("/v1/me/access-log", headers=as_(self.person.user_id))
        [item] = log.json()["items"]
        assert item["what"] == "查看了您的真实姓名、手机号码、住址"
        left = [(await self.reveal(ALL)).status_code for _ in range(20)]
        assert left == [200] * 19 + [429]

    async def test_what_nobody_asked_for_stays_closed(self) -> None:
        answer = await self.reveal(["phone", "phone"])
        shown = {name: answer.json()[name] for name in ALL}
        assert shown == {"real_name": None, "phone": PHONE, "household": None}
        [entry] = await audited(self.database)
        assert entry.facts["fields"] == "phone"

    async def test_a_phone_needs_a_living_consent(self) -> None:
        withdrawn = {"is_granted": False, "text_version": "0" * 32}
        path = "/v1/me/consents/phone"
        answer = await self.http.put(path, json=withdrawn, headers=as_(self.person.user_id))
        assert answer.status_code == 200, answer.text
        assert await self.why(["phone", "real_name"]) == {"phone": "no_consent"}

    async def test_a_phone_without_any_consent_is_not_shown(self) -> None:
        other = await a_participant(self.database, self.here)
        async with self.database.transaction() as session:
            assert other.user_id is not None
            (await session.get_one(User, other.user_id)).phone = "+8613800000009"
        assert await self.why(["phone"], of=other) == {"phone": "no_consent"}

    async def test_why_a_field_is_missing(self) -> None:
        newcomer = await a_participant(self.database, self.here)
        assert newcomer.user_id is not None
        await consented(self.database, newcomer.user_id, Purpose.PHONE)
        assert await self.why(ALL, of=newcomer) == dict.fromkeys(ALL, "not_given")
        elder = await a_person_without_phone(self.database, self.here)
        expected = {"phone": "no_account", "household": "not_given"}
        assert await self.why(ALL, of=elder) == expected

    async def test_who_has_left_is_not_rung(self) -> None:
        path = f"/v1/communities/{self.here}/participants/me/leave"
        left = await self.http.post(path, headers=as_(self.person.user_id))
        assert left.status_code == 200, left.text
        assert (await self.why(ALL))["phone"] == "has_left"

    async def test_where_nothing_could_be_shown_nobody_is_told_that_it_was(self) -> None:
        newcomer = await a_participant(self.database, self.here)
        await self.why(["phone"], of=newcomer)
        assert [entry.action for entry in await audited(self.database)] == ["contact.sought"]
        assert await self.inbox(newcomer) == []
        log = await self.http.get("/v1/me/access-log", headers=as_(newcomer.user_id))
        [item] = log.json()["items"]
        assert item["is_reading"] is False
        assert item["what"] == "查询过您的联系方式，当时没有可以显示的信息"

    async def test_who_may_not(self) -> None:
        grid_worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, self.building.id, self.here
        )
        assert (await self.reveal(ALL, by=grid_worker)).status_code == 403
        stranger = await staff(self.database, await a_community(self.database))
        assert (await self.reveal(ALL, by=stranger)).status_code == 404
        for role in (Role.AUDITOR, Role.PARTY_ADMIN, Role.HANDLER):
            other = await staff(self.database, self.here, role)
            assert (await self.reveal(ALL, by=other)).status_code == 403, role
        assert await audited(self.database) == []

    @pytest.mark.parametrize(
        "fields", [[], ["user_id"], ["display_name"], "phone", None, [*ALL, *ALL]]
    )
    async def test_a_field_that_can_be_revealed_is_needed(self, fields: Any) -> None:
        assert (await self.reveal(fields)).status_code == 422


class TestRefusedRevealsLoseNothing(Contacts):
    async def test_only_what_was_shown_is_counted(self) -> None:
        """Requests that were refused, by 403, 404 or 422, ate up the reveals of the hour."""
        elsewhere = await a_participant(self.database, await a_community(self.database))
        for _ in range(25):
            assert (await self.reveal(["phone"], of=elsewhere)).status_code == 404
            assert (await self.reveal([])).status_code == 422
        answers = [(await self.reveal(["phone"])).status_code for _ in range(21)]
        assert answers == [200] * 20 + [429]


class TestClaimant(Contacts):
    """POST …/residence-claims/{claim_id}/reveal"""

    async def reveal_claim(self, by: UUID, fields: list[str]) -> Response:
        path = f"/admin/v1/communities/{self.here}/residence-claims/{self.claim.id}/reveal"
        body = {"fields": fields, "reason": "上门核实前联系"}
        return await self.http.post(path, json=body, headers=as_admin(by))

    async def test_the_worker_of_the_grid_reaches_who_claims_to_live_there(self) -> None:
        """It was the name alone: nobody could be rung before a visit."""
        newcomer = await a_participant(self.database, self.here)
        await self.has_phone(newcomer, "+8613800000003")
        self.claim = await a_claim(self.database, newcomer, self.home, real_name="李四")
        grid_worker = await granted(
            self.database, Role.GRID_WORKER, ScopeKind.PLACE, self.building.id, self.here
        )
        answer = await self.reveal_claim(grid_worker, ALL)
        shown = [answer.json()[name] for name in ALL]
        assert shown == ["李四", "+8613800000003", "3栋 502"]
        [message] = await self.inbox(newcomer)
        assert message["body"].startswith("网格员因您的居住申请于")
        log = await self.http.get("/v1/me/access-log", headers=as_(newcomer.user_id))
        what = log.json()["items"][0]["what"]
        assert what == "因您的居住申请查看了您的真实姓名、手机号码、住址"
