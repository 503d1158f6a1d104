"""Sweeps of volunteering: each state changes once, when it is due."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.volunteering.models import Activity, Shift, Signup
from app.volunteering.sweeps import SWEEPS
from app.worker import Worker
from tests.factories import a_community, a_shift, a_signup
from tests.now import NOW


class TestSweeps:
    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> None:
        self.database = database
        self.shift = await a_shift(database, await a_community(database))
        self.signups = [await a_signup(database, self.shift) for _ in range(2)]

    async def statuses_after(self, elapsed: timedelta) -> tuple[str, str, list[str]]:
        """Statuses of the activity, of its shift and of the sign-ups, oldest first."""
        with clock.frozen(NOW + elapsed):
            await Worker(self.database, sweeps=SWEEPS).sweep()
        community_id = self.shift.community_id
        async with self.database.transaction() as session:
            activity = await session.get_one(Activity, (community_id, self.shift.activity_id))
            shift = await session.get_one(Shift, (community_id, self.shift.id))
            signups = await session.scalars(select(Signup).order_by(Signup.id))
            return activity.status, shift.status, [signup.status for signup in signups]

    async def test_before_the_start_nothing_moves(self) -> None:
        assert await self.statuses_after(timedelta(days=1)) == (
            "published",
            "open",
            ["confirmed", "waitlisted"],
        )

    async def test_at_the_start_waits_lapse_and_are_told(self) -> None:
        assert await self.statuses_after(timedelta(days=2)) == (
            "published",
            "open",
            ["confirmed", "lapsed"],
        )
        with clock.frozen(NOW + timedelta(days=2)):
            await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            message = (await session.scalars(select(InboxMessage))).one()
        assert (message.participant_id, content_of(message).kind) == (
            self.signups[1].participant_id,
            "volunteering.wait_is_over",
        )

    async def test_at_its_end_a_shift_has_ended(self) -> None:
        assert (await self.statuses_after(timedelta(days=2, hours=2)))[:2] == (
            "published",
            "ended",
        )

    async def test_a_day_later_the_activity_is_completed_and_a_year_later_archived(self) -> None:
        assert (await self.statuses_after(timedelta(days=3, hours=2)))[0] == "completed"
        assert (await self.statuses_after(timedelta(days=370)))[0] == "archived"
