"""Reminders a day and two hours before: once each, and of the time at which it starts now."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.service_records.attendances.service import release
from app.service_records.occasions.service import cancel_occasion, change_occasion
from app.service_records.sweeps import SWEEPS
from app.worker import Worker
from tests.factories import a_community, a_shift, a_signup
from tests.now import NOW

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY, SOON = "service_records.comes_tomorrow", "service_records.comes_soon"


class TestReminders:
    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> None:
        self.database = database
        self.community = await a_community(database)
        self.shift = await a_shift(database, self.community, places=9)
        self.mine = await a_signup(database, self.shift)
        self.start = self.shift.starts_at

    async def at(self, instant: datetime) -> list[tuple[UUID | None, str]]:
        """Sweeps at the instant, twice, and returns all reminders so far."""
        with clock.frozen(instant):
            for _ in range(2):
                await Worker(self.database, sweeps=SWEEPS).sweep()
        return await self.sent()

    async def sent(self) -> list[tuple[UUID | None, str]]:
        async with self.database.transaction() as session:
            rows = await session.scalars(select(InboxMessage).order_by(InboxMessage.id))
            return [(one.participant_id, content_of(one).kind) for one in rows]

    async def test_each_once_at_its_time(self) -> None:
        me = self.mine.participant_id
        assert await self.at(self.start - 24 * HOUR - MINUTE) == []
        assert await self.at(self.start - 24 * HOUR) == [(me, DAY)]
        assert await self.at(self.start - 3 * HOUR) == [(me, DAY)]
        assert await self.at(self.start - 2 * HOUR) == [(me, DAY), (me, SOON)]
        assert await self.at(self.start - MINUTE) == [(me, DAY), (me, SOON)]

    async def test_a_worker_that_was_down_sends_none_too_late(self) -> None:
        me = self.mine.participant_id
        assert await self.at(self.start - HOUR) == [(me, SOON)]
        assert await self.at(self.start) == [(me, SOON)]

    async def test_not_who_signed_up_after_that_point(self) -> None:
        with clock.frozen(self.start - 23 * HOUR):
            late = await a_signup(self.database, self.shift)
        with clock.frozen(self.start - HOUR):
            await a_signup(self.database, self.shift)
        me = self.mine.participant_id
        assert await self.at(self.start - 22 * HOUR) == [(me, DAY)]
        assert set(await self.at(self.start - HOUR)) == {
            (me, DAY),
            (me, SOON),
            (late.participant_id, SOON),
        }

    async def test_a_moved_shift_as_it_stands(self) -> None:
        me = self.mine.participant_id
        assert await self.at(self.start - 24 * HOUR) == [(me, DAY)]
        later = self.start + 48 * HOUR
        async with self.database.transaction() as session:
            times = {"starts_at": later, "ends_at": later + HOUR}
            await change_occasion(session, self.community, self.shift.id, **times)
        assert await self.at(self.start - 2 * HOUR) == [(me, DAY)]
        assert await self.at(later - 24 * HOUR) == [(me, DAY), (me, DAY)]

    async def test_nobody_who_does_not_come(self) -> None:
        other = await a_signup(
            self.database, await a_shift(self.database, self.community, starts_in=timedelta(days=2))
        )
        async with self.database.transaction() as session:
            await release(session, self.community, self.mine.id)
            await cancel_occasion(session, self.community, other.shift_id)
        assert await self.at(self.start - HOUR) == []
        assert self.start > NOW
