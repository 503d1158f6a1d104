"""Ratings after a shift: who may give one, for how long, and who sees what of it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.kernel import clock
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.service_records.models import Attendance, CheckMeans, ServiceEntry
from app.volunteering.models import Shift, ShiftRating, Signup
from app.volunteering.sweeps import SWEEPS
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    an_activity,
    staff,
)


class TestRatings:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.me = await a_participant(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=self.activity, places=20)
        self.here = f"/v1/communities/{self.community}"

    async def attended(self, who: Any = None, *, before_end: int = 0) -> Signup:
        """Signs somebody up who was there, and left some minutes before the end."""
        signup = await a_signup(self.database, self.shift, who or self.me)
        async with self.database.transaction() as session:
            row = await session.get_one(Attendance, (self.community, signup.id))
            row.check_in(self.shift.starts_at, CheckMeans.CODE)
            left_at = self.shift.ends_at - timedelta(minutes=before_end)
            row.check_out(left_at, CheckMeans.CODE)
        return signup

    async def rate(
        self, signup: Signup, at: datetime | None = None, stars: int = 4, **more: Any
    ) -> Response:
        with clock.frozen(at or self.shift.ends_at + timedelta(hours=1)):
            return await self.http.post(
                f"{self.here}/signups/{signup.id}/rate",
                json={"stars": stars} | more,
                headers=as_(self.me.user_id),
            )

    async def test_who_was_there_rates_it_once_and_may_change_it_for_seven_days(self) -> None:
        signup = await self.attended()
        first = await self.rate(signup, comment="集合地点不好找")
        assert (first.status_code, first.json()["comment"]) == (200, "集合地点不好找")
        week = self.shift.ends_at + timedelta(days=7)
        changed = await self.rate(signup, week, stars=5)
        assert (changed.json()["stars"], changed.json()["comment"]) == (5, None)
        assert changed.json()["rated_at"] == first.json()["rated_at"]
        over = await self.rate(signup, week + timedelta(hours=1), stars=1)
        assert (over.status_code, over.json()["code"]) == (409, "volunteering.rating_over")
        async with self.database.transaction() as session:
            [stored] = (await session.scalars(select(ShiftRating))).all()
        assert stored.stars == 5

    async def test_the_words_lie_sealed(self) -> None:
        await self.rate(await self.attended(), comment="集合地点不好找")
        async with self.database.transaction() as session:
            [stored] = (await session.scalars(select(ShiftRating))).all()
        assert stored.comment == "集合地点不好找"
        assert "集合".encode() not in (stored.comment_sealed or b"")

    async def test_before_the_end_and_a_month_later_it_is_refused(self) -> None:
        signup = await self.attended(before_end=30)
        early = await self.rate(signup, self.shift.ends_at - timedelta(seconds=1))
        assert early.json()["code"] == "volunteering.not_there"
        late = await self.rate(signup, self.shift.ends_at + timedelta(days=30))
        assert late.json()["code"] == "volunteering.rating_over"

    async def test_who_was_not_there_does_not_rate(self) -> None:
        signup = await a_signup(self.database, self.shift, self.me)
        assert (await self.rate(signup)).json()["code"] == "volunteering.not_there"

    async def test_nobody_rates_for_others(self) -> None:
        signup = await self.attended(await a_participant(self.database, self.community))
        assert (await self.rate(signup)).status_code == 404

    @pytest.mark.parametrize("stars", [0, 6, 2.5, "5", None])
    async def test_stars_are_one_to_five(self, stars: Any) -> None:
        assert (await self.rate(await self.attended(), stars=stars)).status_code == 422

    async def test_my_rating_says_whether_i_may(self) -> None:
        signup = await self.attended()
        path = f"{self.here}/signups/{signup.id}/rating"
        before = (await self.http.get(path, headers=as_(self.me.user_id))).json()
        assert before == {"rating": None, "may_rate": False}
        await self.rate(signup)
        with clock.frozen(self.shift.ends_at + timedelta(hours=2)):
            after = (await self.http.get(path, headers=as_(self.me.user_id))).json()
        assert (after["rating"]["stars"], after["may_rate"]) == (4, True)

    async def test_everybody_sees_the_average_from_ten_on(self) -> None:
        path = f"{self.here}/activities/{self.activity.id}"
        reader = as_(self.me.user_id)
        for number in range(10):
            assert (await self.http.get(path, headers=reader)).json()["rating"] is None
            self.me = await a_participant(self.database, self.community)
            await self.rate(await self.attended(), stars=5 if number else 4)
        shown = (await self.http.get(path, headers=reader)).json()["rating"]
        assert shown == {"average": 4.9, "count": 10}

    async def test_organisers_read_the_words_without_a_name(self) -> None:
        await self.rate(await self.attended(), comment="集合地点不好找")
        worker = await staff(self.database, self.community)
        path = f"/admin{self.here}/activities/{self.activity.id}/ratings"
        page = (await self.http.get(path, headers=as_admin(worker))).json()
        assert page["total"] == 1
        [item] = page["items"]
        assert (item["stars"], item["comment"]) == (4, "集合地点不好找")
        assert str(self.me.id) not in str(page)

    async def test_hours_do_not_depend_on_it(self) -> None:
        """Neither the presence nor what the ledger has of it changes with a rating."""
        signup = await self.attended()

        async def recorded() -> list[tuple[Any, ...]]:
            async with self.database.transaction() as session:
                presence = await session.execute(select(Attendance.__table__))
                entries = await session.execute(select(ServiceEntry.__table__))
                return [tuple(row) for row in (*presence, *entries)]

        before = await recorded()
        assert (await self.rate(signup, stars=1)).status_code == 200
        assert await recorded() == before

    async def test_the_desk_enters_it_for_a_helper(self) -> None:
        signup = await self.attended()
        worker = await staff(self.database, self.community)
        with clock.frozen(self.shift.ends_at + timedelta(hours=1)):
            answer = await self.http.post(
                f"/admin{self.here}/signups/{signup.id}/rate",
                json={"stars": 3, "witness": "赵云"},
                headers=as_admin(worker),
            )
        assert (answer.status_code, answer.json()["stars"]) == (200, 3)
        async with self.database.transaction() as session:
            [stored] = (await session.scalars(select(ShiftRating))).all()
        assert (stored.entered_by, stored.channel, stored.witness) == (worker, "desk", "赵云")

    async def test_one_message_asks_each_after_the_end(self) -> None:
        await self.attended(before_end=30)
        absent = await a_signup(self.database, self.shift)
        end = self.shift.ends_at + timedelta(minutes=1)
        for _ in range(2):
            with clock.frozen(end):
                await Worker(self.database, sweeps=SWEEPS).sweep()
                await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = (await session.scalars(select(InboxMessage))).all()
            stored = await session.get_one(Shift, (self.community, self.shift.id))
        asked = [one.participant_id for one in rows if content_of(one).kind == KIND]
        assert (stored.status, asked) == ("ended", [self.me.id])
        assert absent.participant_id not in asked


KIND = "volunteering.rating_asked"
