"""A participant who leaves the community or is blocked gives up places that others wait for."""

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Participant
from app.kernel.database.engine import Database
from app.volunteering.models import Signup
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_shift, a_signup, staff


class TestLeavers:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        shift = await a_shift(database, self.community)
        self.mine = await a_signup(database, shift, self.me)
        self.waiting = await a_signup(database, shift)
        self.path = f"communities/{self.community}/participants"

    async def statuses(self) -> tuple[str, str]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = await session.execute(select(Signup.id, Signup.status))
            statuses = {id_: str(status) for id_, status in rows}
        return statuses[self.mine.id], statuses[self.waiting.id]

    async def leave(self) -> None:
        answer = await self.http.post(f"/v1/{self.path}/me/leave", headers=as_(self.me.user_id))
        assert answer.status_code == 200

    async def test_the_place_of_who_leaves_is_handed_on(self) -> None:
        await self.leave()
        assert await self.statuses() == ("withdrawn", "offered")

    async def test_the_place_of_who_is_blocked_is_handed_on(self) -> None:
        worker = await staff(self.database, self.community)
        await self.http.post(
            f"/admin/v1/{self.path}/{self.me.id}/block",
            json={"reason": "多次爽约"},
            headers=as_admin(worker),
        )
        assert await self.statuses() == ("withdrawn", "offered")

    async def test_who_is_back_before_the_event_is_delivered_keeps_the_place(self) -> None:
        await self.leave()
        async with self.database.transaction() as session:
            row = await session.get_one(Participant, (self.community, self.me.id))
            row.rejoin(row.joined_at, row.display_name)
        assert await self.statuses() == ("confirmed", "waitlisted")
