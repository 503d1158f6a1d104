"""Reviewed sign-ups, and acts of the desk for residents."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.models import Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, a_signup, staff
from tests.now import NOW


class TestReview:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.shift = await a_shift(database, self.community, needs_review=True)
        self.me = await a_participant(database, self.community)
        self.signup = await self.sign_up(self.me)

    async def sign_up(self, participant: Participant) -> str:
        answer = await self.http.post(
            f"/v1/communities/{self.community}/shifts/{self.shift.id}/signups",
            json={"is_risk_acknowledged": True},
            headers=as_(participant.user_id, "sign-up-1"),
        )
        assert answer.json()["status"] == "pending_review"
        return str(answer.json()["id"])

    async def act(
        self, verb: str, by: UUID | None = None, signup: str | None = None, **body: Any
    ) -> Response:
        path = f"/admin/v1/communities/{self.community}/signups/{signup or self.signup}/{verb}"
        return await self.http.post(path, json=body or None, headers=as_admin(by or self.worker))

    async def messages(self) -> list[tuple[UUID | None, str]]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = await session.scalars(select(InboxMessage).order_by(InboxMessage.id))
            return [(message.participant_id, content_of(message).kind) for message in rows]

    async def test_staff_of_another_community_find_nothing(self) -> None:
        outsider = await staff(self.database, await a_community(self.database))
        assert (await self.act("approve", by=outsider)).status_code == 404

    async def test_a_grid_worker_may_not_decide(self) -> None:
        grid_worker = await staff(self.database, self.community, role=Role.GRID_WORKER)
        assert (await self.act("approve", by=grid_worker)).status_code == 403

    async def test_approved_while_there_are_places_then_to_the_end_of_the_line(self) -> None:
        other = await self.sign_up(await a_participant(self.database, self.community))
        first = await self.act("approve")
        second = await self.act("approve", signup=other)
        assert (first.json()["status"], second.json()["status"]) == ("confirmed", "waitlisted")
        assert second.json()["position"] == 1

    async def test_who_waits_in_line_is_not_approved_past_the_others(self) -> None:
        shift = await a_shift(self.database, self.community, starts_in=timedelta(9))
        await a_signup(self.database, shift)
        waiting = await a_signup(self.database, shift)
        answer = await self.act("approve", signup=str(waiting.id))
        assert (answer.status_code, answer.json()["state"]) == (409, "waitlisted")

    async def test_approved_it_is_told(self) -> None:
        assert (await self.act("approve")).json()["status"] == "confirmed"
        assert (self.me.id, "volunteering.signup_confirmed") in await self.messages()

    async def test_rejected_with_a_reason_that_is_told(self) -> None:
        assert (await self.act("reject")).status_code == 422
        answer = await self.act("reject", reason="需要驾驶证")
        assert (answer.json()["status"], answer.json()["reason"]) == ("rejected", "需要驾驶证")
        assert (self.me.id, "volunteering.signup_rejected") in await self.messages()

    async def test_once_it_has_begun_nobody_is_approved(self) -> None:
        with clock.frozen(NOW + timedelta(days=2)):
            answer = await self.act("approve")
        assert answer.json()["code"] == "volunteering.shift_started"

    async def test_the_desk_withdraws_with_a_witness_and_the_person_is_told(self) -> None:
        assert (await self.act("withdraw")).status_code == 422
        answer = await self.act("withdraw", witness="王芳")
        assert (answer.status_code, answer.json()["status"]) == (200, "withdrawn")
        assert (self.me.id, "volunteering.signup_withdrawn") in await self.messages()

    async def test_staff_see_who_has_signed_up(self) -> None:
        path = f"/admin/v1/communities/{self.community}/shifts/{self.shift.id}/signups"
        answer = await self.http.get(path, headers=as_admin(self.worker))
        [item] = answer.json()["items"]
        assert (item["id"], item["participant_id"], item["display_name"], item["channel"]) == (
            self.signup,
            str(self.me.id),
            "秀英",
            "self",
        )
        empty = await self.http.get(
            path, params={"status": "confirmed"}, headers=as_admin(self.worker)
        )
        assert empty.json()["items"] == []

    async def test_who_has_left_is_passed_by_in_the_line(self) -> None:
        shift = await a_shift(self.database, self.community, starts_in=timedelta(9))
        holder, departed, next_one = [await a_signup(self.database, shift) for _ in range(3)]
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, departed.participant_id))
            row.leave()
        await self.act("withdraw", signup=str(holder.id), witness="王芳")
        async with self.database.transaction() as session:
            rows = await session.execute(select(Signup.id, Signup.status))
            statuses = {id_: status for id_, status in rows}
        assert (statuses[departed.id], statuses[next_one.id]) == ("waitlisted", "offered")
