"""POST /admin/v1/communities/{community_id}/shifts/{shift_id}/signups"""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import AuditEntry
from app.volunteering.models import Signup
from app.volunteering.signups.schemas import SignupOut
from tests.audit import audited
from tests.client import as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_person_without_phone,
    a_shift,
    staff,
    the_role,
)
from tests.now import NOW


class TestSignUpAtDesk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.shift = await a_shift(database, self.community)
        self.worker = await staff(database, self.community)
        self.elder = await a_person_without_phone(database, self.community)

    async def sign_up(
        self,
        by: UUID | None,
        participant_id: UUID | None = None,
        key: str | None = "desk-0001",
        after: timedelta = timedelta(0),
        fields: dict[str, str] | None = None,
    ) -> Response:
        path = f"/admin/v1/communities/{self.community}/shifts/{self.shift.id}/signups"
        body = {
            "is_risk_acknowledged": True,
            "on_behalf_of": str(participant_id or self.elder.id),
            "witness": "王芳",
        }
        with clock.frozen(NOW + after):
            return await self.http.post(path, json=body | (fields or {}), headers=as_admin(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        assert (await self.sign_up(by=None)).status_code == 401

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.sign_up(by=outsider)).status_code == 404

    async def test_an_unknown_shift_is_not_found(self) -> None:
        self.shift.id = uuid4()
        assert (await self.sign_up(by=self.worker)).status_code == 404

    async def test_a_grid_worker_may_not(self) -> None:
        grid_worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.sign_up(by=grid_worker)).status_code == 403

    async def test_without_a_key_it_is_refused(self) -> None:
        assert (await self.sign_up(by=self.worker, key=None)).status_code == 400

    @pytest.mark.parametrize(
        "field", [{"witness": " "}, {"witness": "王\u202e芳"}, {"channel": "self"}, {"note": "x"}]
    )
    async def test_a_witness_and_a_desk_are_needed(self, field: dict[str, str]) -> None:
        assert (await self.sign_up(self.worker, fields=field)).status_code == 422

    async def test_somebody_of_another_community_cannot_be_signed_up(self) -> None:
        foreign = await a_participant(self.database, await a_community(self.database))
        answer = await self.sign_up(by=self.worker, participant_id=foreign.id)
        assert (answer.status_code, answer.json()["code"]) == (422, "unknown_reference")

    async def test_a_key_used_for_somebody_else_is_refused(self) -> None:
        await self.sign_up(by=self.worker)
        other = await a_person_without_phone(self.database, self.community)
        answer = await self.sign_up(by=self.worker, participant_id=other.id)
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_key_reused")

    async def test_once_more_is_a_conflict(self) -> None:
        await self.sign_up(by=self.worker)
        answer = await self.sign_up(by=self.worker, key="desk-0002")
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "volunteering.already_signed_up",
        )

    async def test_the_window_closes_at_the_desk_too(self) -> None:
        answer = await self.sign_up(by=self.worker, after=timedelta(days=2))
        assert (answer.status_code, answer.json()["code"]) == (409, "volunteering.signups_closed")

    async def test_the_elder_has_the_place(self) -> None:
        answer = await self.sign_up(by=self.worker)
        shown = SignupOut.model_validate_json(answer.content)
        assert (answer.status_code, shown.status) == (201, "confirmed")
        assert answer.headers["location"] == (
            f"/admin/v1/communities/{self.community}/signups/{shown.id}"
        )

    async def test_the_same_key_gives_the_same_bytes_and_one_audit_entry(self) -> None:
        first = await self.sign_up(by=self.worker)
        again = await self.sign_up(by=self.worker)
        assert (again.status_code, again.content) == (201, first.content)
        assert again.headers["location"] == first.headers["location"]
        assert again.headers["idempotent-replayed"] == "true"
        async with self.database.transaction() as session:
            assert len((await session.scalars(select(AuditEntry))).all()) == 1

    async def test_it_says_who_entered_it_with_whom_and_is_audited(self) -> None:
        answer = await self.sign_up(by=self.worker, fields={"channel": "paper"})
        signup_id = UUID(answer.json()["id"])
        async with self.database.transaction() as session:
            signup = await session.get_one(Signup, (self.community, signup_id))
            [entry] = await audited(self.database)
        assert signup.participant_id == self.elder.id
        assert (signup.entered_by, signup.channel, signup.witness) == (
            self.worker,
            "paper",
            "王芳",
        )
        assert (await the_role(self.database, self.shift)).taken == 1
        assert (entry.action, entry.actor_id, entry.subject_id, entry.facts) == (
            "signup.made",
            self.worker,
            signup_id,
            {"witness": "王芳"},
        )
