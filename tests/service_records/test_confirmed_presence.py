"""Presence that others confirm: leaders, the desk, and the end of the occasion."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import update

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.check_ins.service import close
from app.service_records.check_ins.sweeps import SWEEPS
from app.service_records.models import Attendance, Occasion
from app.worker import Worker
from tests.client import as_admin
from tests.factories import a_participant, a_signup, staff
from tests.service_records.rows import a_leader
from tests.service_records.scene import a_scene, personal_code_of

MINUTE = timedelta(minutes=1)


class TestLeader:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.at = self.scene.start

    async def test_a_tick_in_the_roster_or_a_scan_checks_in_and_out(self) -> None:
        ticked = await self.scene.confirm(self.signup.id, self.at)
        assert (ticked.status_code, ticked.json()["check_in_means"]) == (200, "roster")
        code = personal_code_of(self.signup.id, self.at + MINUTE)
        left = await self.scene.confirm(
            self.signup.id, self.at + MINUTE, "check-out", personal_code=code
        )
        assert (left.json()["status"], left.json()["check_out_means"]) == ("left", "leader")
        stored = await self.scene.attendance(self.signup)
        assert stored.checked_in_by == stored.checked_out_by == self.scene.leader.id
        assert (stored.checked_in_at, stored.checked_out_at) == (self.at, self.at + MINUTE)

    async def test_nobody_confirms_themselves(self) -> None:
        own = await a_signup(self.scene.database, self.scene.shift, self.scene.leader)
        answer = await self.scene.confirm(own.id, self.at)
        assert (answer.status_code, answer.json()["code"]) == (
            409,
            "service_records.own_attendance",
        )
        second = await a_participant(self.scene.database, self.scene.community)
        activity = self.scene.shift.activity_id
        await a_leader(self.scene.database, self.scene.community, activity, second.id)
        assert (await self.scene.confirm(own.id, self.at, by=second.user_id)).status_code == 200

    async def test_who_does_not_lead_finds_nothing(self) -> None:
        other, signup = await self.scene.expected()
        for id_ in (self.signup.id, signup.id):
            answer = await self.scene.confirm(id_, self.at, by=other.user_id)
            assert answer.status_code == 404

    async def test_a_code_of_somebody_else_or_of_another_time_is_refused(self) -> None:
        _, other = await self.scene.expected()
        wrong = (
            personal_code_of(other.id, self.at),
            personal_code_of(self.signup.id, self.at - 2 * MINUTE),
            personal_code_of(self.signup.id, self.at + MINUTE),
            f"{self.signup.id}.00000000",
            "hello",
        )
        for code in wrong:
            answer = await self.scene.confirm(self.signup.id, self.at, personal_code=code)
            assert answer.json()["code"] == "service_records.personal_code_wrong", code

    async def test_the_window_is_that_of_the_code(self) -> None:
        for at, code in (
            (self.scene.start - 31 * MINUTE, "check_in_not_open"),
            (self.scene.end, "check_in_closed"),
        ):
            answer = await self.scene.confirm(self.signup.id, at)
            assert answer.json()["code"] == f"service_records.{code}"

    async def test_a_second_confirmation_is_told_the_first_time(self) -> None:
        await self.scene.confirm(self.signup.id, self.at)
        answer = await self.scene.confirm(self.signup.id, self.at + MINUTE)
        assert answer.json()["code"] == "service_records.already_checked_in"
        assert datetime.fromisoformat(answer.json()["checked_in_at"]) == self.at
        early = await self.scene.confirm(self.signup.id, self.at, "check-out")
        again = await self.scene.confirm(self.signup.id, self.at + MINUTE, "check-out")
        assert (early.status_code, again.status_code) == (200, 409)


class TestDesk:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()
        self.clerk = await staff(database, self.scene.community)
        self.now = self.scene.end

    async def enter(
        self, act: str, at: datetime, *, by: UUID | None = None, id_: UUID | None = None
    ) -> Response:
        path = f"/admin{self.scene.here}/attendances/{id_ or self.signup.id}/{act}"
        body = {"at": at.isoformat(), "witness": "王芳"}
        with clock.frozen(self.now):
            headers = as_admin(by or self.clerk)
            return await self.scene.http.post(path, json=body, headers=headers)

    async def test_it_enters_when_a_person_came_and_left(self) -> None:
        came, left = self.scene.start + 5 * MINUTE, self.scene.start + 65 * MINUTE
        assert (await self.enter("check-in", came)).status_code == 200
        answer = await self.enter("check-out", left)
        assert (answer.status_code, answer.json()["status"]) == (200, "left")
        stored = await self.scene.attendance(self.signup)
        assert (stored.checked_in_at, stored.checked_out_at) == (came, left)
        assert (stored.check_in_means, stored.checked_in_by) == ("desk", self.clerk)

    async def test_a_time_outside_of_the_occasion_or_to_come_is_refused(self) -> None:
        self.now = self.scene.start + 60 * MINUTE
        for at in (self.scene.start - 31 * MINUTE, self.now + MINUTE):
            answer = await self.enter("check-in", at)
            assert answer.json()["code"] == "service_records.time_outside_occasion"
        assert (await self.enter("check-in", self.scene.start)).status_code == 200
        for at in (self.scene.start - MINUTE, self.now + MINUTE):
            answer = await self.enter("check-out", at)
            assert answer.json()["code"] == "service_records.time_outside_occasion"

    async def test_nobody_enters_it_for_themselves(self) -> None:
        person, own = await self.scene.expected()
        async with self.scene.database.transaction() as session:
            key = (self.scene.community, person.id)
            (await session.get_one(Participant, key)).user_id = self.clerk
        answer = await self.enter("check-in", self.scene.start, id_=own.id)
        assert (answer.status_code, answer.json()["code"]) == (
            403,
            "communities.second_person_needed",
        )

    async def test_a_check_out_needs_a_check_in(self) -> None:
        answer = await self.enter("check-out", self.scene.start)
        assert answer.json()["code"] == "service_records.not_checked_in"


class TestEnd:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.scene = await a_scene(http, database)
        self.me, self.signup = await self.scene.expected()

    async def sweep(self, at: datetime) -> Attendance:
        with clock.frozen(at):
            await Worker(self.scene.database, sweeps=SWEEPS).sweep()
        return await self.scene.attendance(self.signup)

    async def move(self, **values: object) -> None:
        async with self.scene.database.transaction() as session:
            await session.execute(
                update(Occasion).filter_by(community_id=self.scene.community).values(values)
            )

    async def test_what_nobody_has_checked_out_ends_with_the_occasion_and_is_flagged(self) -> None:
        await self.scene.check_in(self.me.user_id, self.scene.start)
        assert (await self.sweep(self.scene.end - timedelta(seconds=1))).status == "present"
        stored = await self.sweep(self.scene.end + 7 * MINUTE)
        assert (stored.status, stored.checked_out_at) == ("left", self.scene.end)
        assert (stored.check_out_means, stored.is_closed_by_sweep) == ("end", True)
        late = await self.scene.check_out(
            self.me.user_id, self.signup.id, self.scene.end + 8 * MINUTE
        )
        assert (late.status_code, late.json()["is_closed_by_sweep"]) == (409, True)

    async def test_who_has_left_or_never_came_is_left_alone(self) -> None:
        assert (await self.sweep(self.scene.end + MINUTE)).status == "expected"

    async def test_an_occasion_that_was_extended_ends_later(self) -> None:
        await self.scene.check_in(self.me.user_id, self.scene.start)
        later = self.scene.end + 60 * MINUTE
        await self.move(ends_at=later)
        assert (await self.sweep(self.scene.end + MINUTE)).status == "present"
        assert (await self.sweep(later)).checked_out_at == later

    async def test_an_occasion_that_was_cancelled_meanwhile_ends_then(self) -> None:
        await self.scene.check_in(self.me.user_id, self.scene.start)
        at = self.scene.start + 30 * MINUTE
        await self.move(status="cancelled", ends_at=at)
        stored = await self.sweep(at)
        assert (stored.status, stored.checked_out_at) == ("left", at)

    async def test_who_came_before_a_cancelled_start_was_there_for_an_instant(self) -> None:
        came = self.scene.start - 20 * MINUTE
        await self.scene.check_in(self.me.user_id, came)
        await self.move(status="cancelled")
        stored = await self.sweep(came + MINUTE)
        assert (stored.status, stored.checked_out_at) == ("left", came + MINUTE)

    async def test_closing_looks_again_under_the_lock(self) -> None:
        """A sweep that has found the occasion before it was extended closes nothing."""
        await self.scene.check_in(self.me.user_id, self.scene.start)
        async with self.scene.database.transaction() as session:
            key = (self.scene.community, self.scene.shift.id)
            occasion = await session.get_one(Occasion, key)
            occasion.ends_at = self.scene.end + 60 * MINUTE
            await close(session, occasion, self.scene.end)
        assert (await self.scene.attendance(self.signup)).status == "present"


async def test_a_shift_across_midnight_of_new_year_is_one_presence(
    http: AsyncClient, database: Database
) -> None:
    """The shift lasts from 23:30 on 31 December 2026 until 01:30 in Shanghai."""
    starts_at = datetime.fromisoformat("2026-12-31T15:30:00+00:00")
    scene = await a_scene(http, database, starts_in=starts_at - clock.now())
    me, signup = await scene.expected()
    midnight = datetime.fromisoformat("2026-12-31T16:00:00+00:00")
    assert (await scene.check_in(me.user_id, midnight - MINUTE)).status_code == 201
    assert (await scene.check_out(me.user_id, signup.id, midnight + MINUTE)).status_code == 200
    stored = await scene.attendance(signup)
    assert stored.checked_in_at is not None
    assert stored.checked_out_at is not None
    assert stored.checked_out_at - stored.checked_in_at == 2 * MINUTE
