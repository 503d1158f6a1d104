"""Messages to all helpers of an occasion: who sends, who gets them, how many."""

from datetime import timedelta
from uuid import uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant, Role
from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.service_records.attendances.service import release
from app.service_records.models import Attendance, CheckMeans
from tests.audit import audited
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, a_signup, staff
from tests.service_records.rows import a_leader
from tests.service_records.test_leaders import an_adult

HOUR = timedelta(hours=1)
TEXT = "明天有雨，请带雨具"


class TestHelperMessages:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.shift = await a_shift(database, self.community, places=4)
        self.leader = await an_adult(database, self.community)
        await a_leader(database, self.community, self.shift.activity_id, self.leader.id)
        self.people = [await a_participant(database, self.community) for _ in range(3)]
        self.signups = [await a_signup(database, self.shift, one) for one in self.people]
        await a_signup(database, self.shift, self.leader)
        self.path = f"/v1/communities/{self.community}/occasions/{self.shift.id}/messages"

    async def send(self, who: Participant | None = None) -> Response:
        headers = as_((who or self.leader).user_id, uuid4().hex)
        return await self.http.post(self.path, json={"text": TEXT}, headers=headers)

    async def got(self) -> list[tuple[object, str]]:
        async with self.database.transaction() as session:
            rows = await session.scalars(select(InboxMessage).order_by(InboxMessage.id))
            return [(one.participant_id, content_of(one).variables["text"]) for one in rows]

    async def test_all_who_come_get_it_and_nobody_else(self) -> None:
        await a_signup(self.database, self.shift)  # waits
        async with self.database.transaction() as session:
            await release(session, self.community, self.signups[0].id)
            row = await session.get_one(Attendance, (self.community, self.signups[1].id))
            row.check_in(self.shift.starts_at, CheckMeans.CODE)
        answer = await self.send()
        assert (answer.status_code, answer.json()["recipients"]) == (201, 2)
        assert sorted(await self.got(), key=str) == sorted(
            [(one.id, TEXT) for one in self.people[1:]], key=str
        )

    async def test_it_is_audited_with_its_words(self) -> None:
        await self.send()
        [entry] = await audited(self.database, self.community)
        assert (entry.action, entry.facts["text"]) == ("occasion.message_sent", TEXT)
        assert entry.actor_id == self.leader.user_id

    async def test_three_in_an_hour_of_leaders_and_staff_together(self) -> None:
        for _ in range(2):
            assert (await self.send()).status_code == 201
        headers = as_admin(self.worker, "message-01")
        path = f"/admin{self.path}"
        answer = await self.http.post(path, json={"text": TEXT}, headers=headers)
        assert (answer.status_code, answer.json()["recipients"]) == (201, 4)
        refused = await self.send()
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
        with clock.frozen(clock.now() + HOUR + timedelta(minutes=1)):
            assert (await self.send()).status_code == 201

    async def test_nobody_but_leaders_and_staff_who_manage_it(self) -> None:
        assert (await self.send(self.people[0])).status_code == 403
        reader = await staff(self.database, self.community, Role.GRID_WORKER)
        headers = as_admin(reader, "message-01")
        answer = await self.http.post(f"/admin{self.path}", json={"text": TEXT}, headers=headers)
        assert answer.status_code == 403
        assert await self.got() == []

    async def test_until_a_day_after_the_end_and_not_when_cancelled(self) -> None:
        with clock.frozen(self.shift.ends_at + 24 * HOUR):
            assert (await self.send()).json()["code"] == "service_records.roster_closed"
        with clock.frozen(self.shift.ends_at + 23 * HOUR):
            assert (await self.send()).status_code == 201
        path = f"/admin/v1/communities/{self.community}/shifts/{self.shift.id}/cancel"
        reason = {"reason": "暴雨"}
        await self.http.post(path, json=reason, headers=as_admin(self.worker))
        assert (await self.send()).json()["code"] == "service_records.occasion_wrong_state"
