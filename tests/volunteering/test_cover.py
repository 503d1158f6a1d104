"""Cover: past helpers who are free and take messages are asked to sign up."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select, update

from app.communities.models import AgeBand, Participant, ParticipantKind, ParticipantStatus
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.notifications.inbox import InboxMessage, content_of
from app.service_records.attendances.service import expect
from app.service_records.models import Attendance, CheckMeans, OccasionKind
from app.service_records.occasions.service import open_occasion
from app.service_records.sources import Source
from app.volunteering.cover import asking
from app.volunteering.models import Activity, Audience, Category, Shift
from app.worker import Worker
from tests.client import as_, as_admin
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    an_activity,
    consented,
    saved,
    staff,
)
from tests.now import NOW
from tests.service_records.rows import a_leader
from tests.service_records.test_leaders import an_adult
from tests.subjects import opened

DAY = timedelta(days=1)
KIND = "volunteering.cover_is_sought"


class TestFindCover:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=self.activity)
        self.past: dict[UUID, Shift] = {}
        self.me = await a_participant(database, self.community)
        self.mine = await a_signup(database, self.shift, self.me)
        self.path = f"/v1/communities/{self.community}/signups/{self.mine.id}/find-cover"

    async def a_helper(
        self, of: Activity | None = None, *, consents: bool = True, **about: Any
    ) -> Participant:
        """Makes a person who has served at the activity, or at another one."""
        person = await a_participant(self.database, self.community, **about)
        past = await self._past_shift(of or self.activity)
        served = await a_signup(self.database, past, person)
        async with self.database.transaction() as session:
            row = await session.get_one(Attendance, (self.community, served.id))
            row.check_in(past.starts_at, CheckMeans.CODE)
            row.check_out(past.ends_at, CheckMeans.CODE)
        if consents and person.user_id is not None:
            await consented(self.database, person.user_id, Purpose.NOTIFICATIONS)
        return person

    async def _past_shift(self, of: Activity) -> Shift:
        if of.id not in self.past:
            self.past[of.id] = await a_shift(
                self.database, self.community, of=of, starts_in=-5 * DAY, places=50
            )
        return self.past[of.id]

    async def find(self, who: Participant | None = None) -> Response:
        return await self.http.post(self.path, headers=as_((who or self.me).user_id))

    async def asked(self) -> set[UUID | None]:
        await Worker(self.database).run_due()
        async with self.database.transaction() as session:
            rows = await session.scalars(select(InboxMessage))
            return {one.participant_id for one in rows if content_of(one).kind == KIND}

    async def test_past_helpers_of_it_and_of_its_kind_are_asked(self) -> None:
        helper = await self.a_helper()
        other = await an_activity(self.database, self.community, published=True)
        of_kind = await self.a_helper(other)
        strange = await an_activity(self.database, self.community, published=True)
        strange.category = Category.MEDIATION
        await saved(self.database, strange)
        await self.a_helper(strange)
        await a_participant(self.database, self.community)
        assert (await self.find()).status_code == 200
        assert await self.asked() == {helper.id, of_kind.id}
        async with self.database.transaction() as session:
            message = await session.scalar(select(InboxMessage).filter_by(participant_id=helper.id))
        assert message is not None
        assert await opened(self.http, message, helper.user_id or UUID(int=0)) == 200

    async def test_nobody_who_does_not_take_messages_or_is_gone(self) -> None:
        await self.a_helper(consents=False)
        for status in (ParticipantStatus.LEFT, ParticipantStatus.BLOCKED):
            await self.a_helper(status=status)
        await self.find()
        assert await self.asked() == set()

    async def test_nobody_who_is_not_free_then(self) -> None:
        busy, here, duty = [await self.a_helper() for _ in range(3)]
        await a_signup(self.database, await a_shift(self.database, self.community), busy)
        await a_signup(self.database, self.shift, here)
        await self._expect_at_a_post(duty)
        free = await self.a_helper()
        later = await a_shift(self.database, self.community, starts_in=5 * DAY)
        await a_signup(self.database, later, free)
        await self.find()
        assert await self.asked() == {free.id}

    async def _expect_at_a_post(self, person: Participant) -> None:
        post, occasion_id = Source(OccasionKind.DUTY, uuid7(), "巡逻"), uuid7()
        times = {"starts_at": self.shift.starts_at, "ends_at": self.shift.ends_at}
        async with self.database.transaction() as session:
            await open_occasion(session, self.community, occasion_id, post, **times)
            await expect(
                *(session, self.community),
                attendance_id=uuid7(),
                occasion_id=occasion_id,
                participant_id=person.id,
            )

    async def test_nobody_who_could_not_sign_up(self) -> None:
        visitor = await self.a_helper(kind=ParticipantKind.VISITOR)
        minor = await self.a_helper()
        minor.age_band = AgeBand.FROM_14_TO_17
        await saved(self.database, minor)
        fit = await self.a_helper()
        await self.find()
        assert await self.asked() == {visitor.id, fit.id}
        self.activity.audience = Audience.RESIDENTS
        await saved(self.database, self.activity)
        async with self.database.transaction() as session:
            await session.execute(
                update(Attendance)
                .where(Attendance.community_id == self.community)
                .values(cover_sought_at=None)
            )
            for one in await session.scalars(select(InboxMessage)):
                await session.delete(one)
        assert (await self.find()).status_code == 200
        assert await self.asked() == {fit.id}

    async def test_thirty_at_most(self) -> None:
        for _ in range(asking.MAX_ASKED + 1):
            await self.a_helper()
        await self.find()
        assert len(await self.asked()) == asking.MAX_ASKED

    async def test_once_for_a_sign_up_and_few_for_a_shift(self) -> None:
        assert (await self.find()).status_code == 200
        again = await self.find()
        assert (again.status_code, again.json()["code"]) == (409, "volunteering.cover_sought")
        crowded = await a_shift(self.database, self.community, places=9, starts_in=4 * DAY)
        statuses = []
        for _ in range(6):
            person = await a_participant(self.database, self.community)
            signup = await a_signup(self.database, crowded, person)
            path = self.path.replace(str(self.mine.id), str(signup.id))
            answer = await self.http.post(path, headers=as_(person.user_id))
            statuses.append(answer.status_code)
        assert statuses == [200] * 5 + [429]

    async def test_only_before_the_start_and_with_a_place(self) -> None:
        with clock.frozen(self.shift.starts_at):
            assert (await self.find()).json()["code"] == "volunteering.shift_started"
        waiting = await a_participant(self.database, self.community)
        signup = await a_signup(self.database, self.shift, waiting)
        path = self.path.replace(str(self.mine.id), str(signup.id))
        refused = await self.http.post(path, headers=as_(waiting.user_id))
        assert refused.json()["code"] == "volunteering.signup_wrong_state"
        assert self.shift.starts_at > NOW

    async def test_by_the_person_a_leader_or_the_desk_alone(self) -> None:
        leader = await an_adult(self.database, self.community)
        assert (await self.find(leader)).status_code == 404
        await a_leader(self.database, self.community, self.activity.id, leader.id)
        assert (await self.find(leader)).status_code == 200
        worker = await staff(self.database, self.community)
        again = await self.http.post(
            f"/admin{self.path}", json={"witness": "王芳"}, headers=as_admin(worker)
        )
        assert again.json()["code"] == "volunteering.cover_sought"

    async def test_who_signs_up_gets_the_place_when_it_is_given_up(self) -> None:
        helper = await self.a_helper()
        await self.find()
        signed = await self.http.post(
            f"/v1/communities/{self.community}/shifts/{self.shift.id}/signups",
            json={"is_risk_acknowledged": True},
            headers=as_(helper.user_id, "sign-up-1"),
        )
        assert signed.json()["status"] == "waitlisted"
        path = self.path.replace("find-cover", "withdraw")
        assert (await self.http.post(path, headers=as_(self.me.user_id))).status_code == 200
        async with self.database.transaction() as session:
            shift = await session.get_one(Shift, (self.community, self.shift.id))
        assert shift.queued == 1
        found = await self.http.get(
            f"/v1/communities/{self.community}/signups/{signed.json()['id']}",
            headers=as_(helper.user_id),
        )
        assert found.json()["status"] in ("confirmed", "offered")
