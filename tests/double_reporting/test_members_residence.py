"""A registration needs an approved residence, or ends 60 days after it was said to be pending."""

from datetime import timedelta
from typing import Any

import pytest
from httpx import Response

from app.communities.models import Participant, ParticipantKind
from app.double_reporting.models import MemberRegistrationStatus
from app.double_reporting.sweeps import SWEEPS
from app.identity.models import Purpose
from app.kernel import clock
from app.worker import Worker
from tests.client import as_, as_admin
from tests.double_reporting.test_members import Members
from tests.factories import a_household, a_participant, consented
from tests.now import NOW

S = MemberRegistrationStatus
PENDING = {"reason": "residence_pending"}
DUE = "2027-02-03T16:00:00Z"
"""The end of 3 February in Shanghai: 60 days after 5 December, which does not count."""


class TestResidence(Members):
    @pytest.fixture(autouse=True)
    async def a_visitor(self, arrange: None) -> None:
        self.me = await a_participant(self.database, self.community, kind=ParticipantKind.VISITOR)
        assert self.me.user_id is not None
        self.user = self.me.user_id
        await consented(self.database, self.user, Purpose.PARTY_MEMBERSHIP)

    async def register(self, **fields: Any) -> Response:
        body = self.sheet(**fields)
        return await self.http.post(self.path(), json=body, headers=as_(self.user, "member-01"))

    async def sweep(self, days: float) -> None:
        with clock.frozen(NOW + timedelta(days=days)):
            await Worker(self.database, sweeps=SWEEPS).sweep()
            await self.message_kinds()

    async def become_resident(self) -> None:
        home = await a_household(self.database, self.community)
        async with self.database.transaction() as session:
            me = await session.get_one(Participant, (self.community, self.me.id))
            me.live_in(home.id, "王秀英")

    async def due_at(self) -> str | None:
        due_at: str | None = (await self.mine())["registration"]["residence_due_at"]
        return due_at

    async def verb(self, id_: str, verb: str) -> Response:
        path = f"/admin{self.path(f'/{id_}/{verb}')}"
        body = {"reason": "请补充"} if verb == "return" else {}
        return await self.http.post(path, json=body, headers=as_admin(self.party, f"key-{verb}"))

    async def test_without_an_approved_residence_it_is_refused(self) -> None:
        answer = await self.register()
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "double_reporting.residence_needed",
        )
        assert (await self.register(reason="holiday")).status_code == 422

    async def test_a_resident_needs_no_reason_and_has_no_deadline(self) -> None:
        await self.become_resident()
        answer = await self.register(**PENDING)
        assert (answer.status_code, answer.json()["residence_due_at"]) == (201, None)

    async def test_pending_it_says_until_when(self) -> None:
        answer = await self.register(**PENDING)
        assert (answer.status_code, answer.json()["residence_due_at"]) == (201, DUE)
        assert await self.due_at() == DUE

    async def test_a_week_before_the_member_is_reminded_once(self) -> None:
        await self.register(**PENDING)
        await self.sweep(50)
        assert await self.message_kinds() == []
        await self.sweep(55)
        await self.sweep(56)
        assert await self.message_kinds() == ["double_reporting.residence_pending"]
        inbox = await self.http.get("/v1/me/inbox", headers=as_(self.user))
        assert "2027年2月3日" in inbox.json()["items"][0]["body"]

    @pytest.mark.parametrize("status", [S.SUBMITTED, S.RETURNED, S.ACTIVE])
    async def test_after_60_days_it_ends_and_the_member_is_told(self, status: str) -> None:
        id_ = (await self.register(**PENDING)).json()["id"]
        verb = {S.RETURNED: "return", S.ACTIVE: "approve"}.get(S(status))
        if verb is not None:
            assert (await self.verb(id_, verb)).status_code == 200
        await self.message_kinds()
        await self.sweep(60)
        assert await self.state(id_) == status
        await self.sweep(61)
        ended = S.ENDED if status == S.ACTIVE else S.WITHDRAWN
        assert await self.state(id_) == ended
        assert "double_reporting.registration_lapsed" in await self.message_kinds()
        number = (await self.mine())["registration"]["receipt_number"]
        if number is not None:
            check = await self.http.get(f"/v1/documents/{number}")
            assert check.json()["is_valid"] is False

    async def test_lapsed_one_reports_again_as_a_resident(self) -> None:
        await self.register(**PENDING)
        await self.sweep(61)
        await self.become_resident()
        again = await self.http.post(
            self.path(), json=self.sheet(), headers=as_(self.user, "member-02")
        )
        assert again.status_code == 201

    async def test_approved_in_time_nothing_is_missing_any_more(self) -> None:
        id_ = (await self.register(**PENDING)).json()["id"]
        await self.become_resident()
        assert await self.due_at() is None
        await self.sweep(61)
        assert await self.state(id_) == "submitted"
        assert await self.message_kinds() == []

    async def test_submitted_again_it_has_no_longer_than_before(self) -> None:
        id_ = (await self.register(**PENDING)).json()["id"]
        await self.verb(id_, "return")
        path = self.path(f"/{id_}/submit")
        with clock.frozen(NOW + timedelta(days=30)):
            without = await self.http.post(path, json=self.sheet(), headers=as_(self.user))
            answer = await self.http.post(path, json=self.sheet(**PENDING), headers=as_(self.user))
        assert without.json()["code"] == "double_reporting.residence_needed"
        assert answer.json()["residence_due_at"] == DUE

    async def test_the_desk_asks_for_it_too(self) -> None:
        body = self.sheet(on_behalf_of=str(self.me.id), has_paper_consent=True, witness="王芳")
        path = f"/admin{self.path()}"
        headers = as_admin(self.party, "desk-0001")
        refused = await self.http.post(path, json=body, headers=headers)
        assert refused.json()["code"] == "double_reporting.residence_needed"
        answer = await self.http.post(path, json=body | PENDING, headers=headers)
        assert answer.json()["residence_due_at"] == DUE


class TestServiceChoices(Members):
    async def test_each_code_has_words(self) -> None:
        assert (await self.http.get("/v1/service-choices")).status_code == 401
        answer = await self.http.get("/v1/service-choices", headers=as_(self.user))
        choices = answer.json()
        assert {"code": "first_aid", "zh": "急救", "en": "first aid"} in choices["skills"]
        assert len(choices["service_kinds"]) == 8
        assert all(choice["zh"] and choice["en"] for part in choices.values() for choice in part)

    async def test_free_words_are_no_codes(self) -> None:
        """Skills were free text: sealed, they could be matched with nothing."""
        for fields in ({"skills": ["会急救"]}, {"skills": "急救"}, {"times": ["周末"]}):
            body: dict[str, Any] = self.sheet(**fields)
            headers = as_(self.user, "member-02")
            answer = await self.http.post(self.path(), json=body, headers=headers)
            assert answer.status_code == 422, fields
