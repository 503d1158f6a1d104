"""POST /v1/communities/{community_id}/signups/{signup_id}/withdraw"""

from datetime import timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.models import Shift, Signup
from app.worker import Worker
from tests.client import as_
from tests.factories import a_community, a_participant, a_shift, a_signup, the_role
from tests.now import NOW

DEADLINE = timedelta(days=1)
"""Last instant of an unflagged withdrawal, from NOW: a_shift() starts two days after NOW."""
SECOND = timedelta(seconds=1)


class TestWithdrawSignup:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.shift = await a_shift(database, await a_community(database))
        self.me = await a_participant(database, self.shift.community_id)
        self.mine = await a_signup(database, self.shift, self.me)

    async def withdraw(
        self,
        by: UUID | None,
        signup_id: object = None,
        after: timedelta = timedelta(0),
        key: str | None = None,
    ) -> Response:
        path = f"/v1/communities/{self.shift.community_id}/signups/{signup_id or self.mine.id}"
        with clock.frozen(NOW + after):
            return await self.http.post(f"{path}/withdraw", headers=as_(by, key))

    async def test_anonymous_is_asked_to_log_in(self) -> None:
        answer = await self.withdraw(by=None)
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")

    async def test_someone_of_another_community_finds_nothing(self) -> None:
        outsider = await a_participant(self.database, await a_community(self.database))
        assert (await self.withdraw(by=outsider.user_id)).status_code == 404

    async def test_a_neighbour_does_not_see_my_signup(self) -> None:
        neighbour = await a_participant(self.database, self.shift.community_id)
        assert (await self.withdraw(by=neighbour.user_id)).status_code == 404

    async def test_an_id_that_is_none_is_malformed(self) -> None:
        assert (await self.withdraw(by=self.me.user_id, signup_id="mine")).status_code == 422

    async def test_twice_is_a_conflict_that_names_the_state(self) -> None:
        await self.withdraw(by=self.me.user_id)
        answer = await self.withdraw(by=self.me.user_id)
        assert answer.status_code == 409
        assert answer.json()["code"] == "volunteering.signup_wrong_state"
        assert answer.json()["state"] == "withdrawn"

    async def test_after_the_start_it_is_too_late(self) -> None:
        answer = await self.withdraw(by=self.me.user_id, after=timedelta(days=2))
        assert (answer.status_code, answer.json()["code"]) == (409, "volunteering.shift_started")

    async def test_twice_with_one_key_is_once(self) -> None:
        first = await self.withdraw(by=self.me.user_id, key="withdraw-1")
        again = await self.withdraw(by=self.me.user_id, key="withdraw-1")
        assert (again.status_code, again.content) == (200, first.content)
        assert again.headers["idempotent-replayed"] == "true"

    @pytest.mark.parametrize(("after", "flagged"), [(DEADLINE, False), (DEADLINE + SECOND, True)])
    async def test_leaving_late_is_possible_and_flagged(
        self, after: timedelta, flagged: bool
    ) -> None:
        answer = await self.withdraw(by=self.me.user_id, after=after)
        assert answer.json()["is_late_withdrawal"] is flagged

    async def test_with_nobody_in_line_the_place_is_free_and_no_position_is_given_again(
        self,
    ) -> None:
        waiting = await a_participant(self.database, self.shift.community_id)
        second = await a_signup(self.database, self.shift, waiting)
        await self.withdraw(by=waiting.user_id, signup_id=second.id)
        await self.withdraw(by=self.me.user_id)
        async with self.database.transaction() as session:
            queued = await session.scalar(select(Shift.queued))
        taken = (await the_role(self.database, self.shift)).taken
        assert (taken, queued) == (0, 1)

    async def test_my_place_goes_to_the_first_in_line_who_is_told(self) -> None:
        first = await a_signup(self.database, self.shift)
        second = await a_signup(self.database, self.shift)
        answer = await self.withdraw(by=self.me.user_id)
        assert answer.json()["status"] == "withdrawn"
        with clock.frozen(NOW):
            await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = await session.execute(select(Signup.id, Signup.status))
            statuses = {id_: status for id_, status in rows}
            message = (await session.scalars(select(InboxMessage))).one()
        assert statuses == {
            self.mine.id: "withdrawn",
            first.id: "offered",
            second.id: "waitlisted",
        }
        assert message.participant_id == first.participant_id
        assert content_of(message).kind == "volunteering.place_is_offered"
        assert content_of(message).variables["title"] == "清扫楼道"
        assert (await the_role(self.database, self.shift)).taken == 1
