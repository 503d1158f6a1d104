"""Shifts have occasions and confirmed sign-ups attendances, in the transaction of their cause."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database, lock
from app.service_records.attendances.service import release
from app.service_records.models import Attendance, CheckMeans, Occasion
from app.volunteering.models import Shift, Signup
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
from tests.now import NOW
from tests.service_records.rows import attendances_at, the_attendance, the_occasion
from tests.volunteering.test_changes import BODY

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Case:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.activity = await an_activity(database, self.community, published=True)
        self.shift = await a_shift(database, self.community, of=self.activity)
        self.me = await a_participant(database, self.community)
        self.here = f"/v1/communities/{self.community}"

    async def sign_up(self, who: Participant | None = None, shift: Shift | None = None) -> str:
        answer = await self.http.post(
            f"{self.here}/shifts/{(shift or self.shift).id}/signups",
            json={"is_risk_acknowledged": True},
            headers=as_((who or self.me).user_id, uuid4().hex),
        )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def by_staff(self, path: str, **body: Any) -> Response:
        return await self.http.post(
            f"/admin{self.here}/{path}",
            json=body or None,
            headers=as_admin(self.worker, uuid4().hex),
        )

    async def withdraw(self, signup: str, who: Participant | None = None) -> Response:
        who = who or self.me
        return await self.http.post(
            f"{self.here}/signups/{signup}/withdraw", headers=as_(who.user_id)
        )

    async def states(self, shift: Shift | None = None) -> dict[str, str]:
        found = await attendances_at(self.database, shift or self.shift)
        return {str(id_): str(status) for id_, status in found.items()}

    async def check_in(self, signup: str) -> None:
        async with self.database.transaction() as session:
            query = select(Attendance).filter_by(community_id=self.community, id=signup)
            row = (await session.scalars(query)).one()
            await lock(session, row)
            row.check_in(clock.now(), CheckMeans.ROSTER, self.worker)


class TestAttendances(Case):
    async def test_a_place_is_expected_and_a_wait_is_not(self) -> None:
        mine = await self.sign_up()
        await self.sign_up(await a_participant(self.database, self.community))
        assert await self.states() == {mine: "expected"}

    async def test_a_place_given_up_is_released_and_the_next_in_line_expected(self) -> None:
        mine = await self.sign_up()
        next_one = await self.sign_up(await a_participant(self.database, self.community))
        # So near the start the next in line is not asked first, but has the place.
        with clock.frozen(self.shift.starts_at - HOUR):
            assert (await self.withdraw(mine)).status_code == 200
        assert await self.states() == {mine: "released", next_one: "expected"}

    async def test_who_comes_back_is_expected_anew(self) -> None:
        mine = await self.sign_up()
        await self.withdraw(mine)
        answer = await self.http.post(
            f"{self.here}/shifts/{self.shift.id}/signups",
            json={"is_risk_acknowledged": True},
            headers=as_(self.me.user_id, "sign-up-2"),
        )
        again = answer.json()["id"]
        assert await self.states() == {mine: "released", again: "expected"}

    async def test_a_sign_up_under_review_is_expected_once_it_is_approved(self) -> None:
        reviewed = await a_shift(self.database, self.community, needs_review=True)
        signup = await self.sign_up(shift=reviewed)
        assert await self.states(reviewed) == {}
        assert (await self.by_staff(f"signups/{signup}/approve")).status_code == 200
        assert await self.states(reviewed) == {signup: "expected"}

    async def test_more_places_expect_more(self) -> None:
        mine = await self.sign_up()
        waiting = await self.sign_up(await a_participant(self.database, self.community))
        times = {
            "starts_at": self.shift.starts_at.isoformat(),
            "ends_at": self.shift.ends_at.isoformat(),
        }
        with clock.frozen(self.shift.starts_at - HOUR):
            revised = await self.http.put(
                f"/admin{self.here}/shifts/{self.shift.id}",
                json=times | {"roles": [{"capacity": 2}]},
                headers=as_admin(self.worker) | {"If-Match": "*"},
            )
        assert revised.status_code == 200
        assert await self.states() == dict.fromkeys([mine, waiting], "expected")

    async def test_who_is_blocked_is_released(self) -> None:
        mine = await self.sign_up()
        await self.by_staff(f"participants/{self.me.id}/block", reason="扰乱活动秩序")
        await Worker(self.database).run_due()
        assert await self.states() == {mine: "released"}

    async def test_a_sign_up_that_expires_is_released(self) -> None:
        mine = await self.sign_up()
        await self._ask_to_agree()
        with clock.frozen(NOW + DAY):
            await Worker(self.database, sweeps=SWEEPS).sweep()
        assert await self.states() == {mine: "released"}

    async def _ask_to_agree(self) -> None:
        async with self.database.transaction() as session:
            [signup] = await session.scalars(select(Signup).filter_by(community_id=self.community))
            signup.ask_to_agree(NOW + HOUR)


class TestWhoHasCheckedIn(Case):
    @pytest.fixture(autouse=True)
    async def _present(self, arrange: None) -> None:
        self.mine = await self.sign_up()
        await self.check_in(self.mine)

    async def test_withdraws_no_more(self) -> None:
        refused = await self.withdraw(self.mine)
        assert refused.status_code == 409
        assert refused.json()["code"] == "service_records.attendance_wrong_state"
        assert refused.json()["state"] == "present"
        assert await self.states() == {self.mine: "present"}

    async def test_keeps_the_place_when_blocked(self) -> None:
        later = await a_shift(self.database, self.community, starts_in=9 * DAY)
        other = await self.sign_up(shift=later)
        await self.by_staff(f"participants/{self.me.id}/block", reason="扰乱活动秩序")
        await Worker(self.database).run_due()
        assert await self.states() == {self.mine: "present"}
        assert await self.states(later) == {other: "released"}

    async def test_has_agreed_by_coming(self) -> None:
        async with self.database.transaction() as session:
            [signup] = await session.scalars(select(Signup).filter_by(community_id=self.community))
            signup.ask_to_agree(NOW + HOUR)
        with clock.frozen(NOW + DAY):
            await Worker(self.database, sweeps=SWEEPS).sweep()
        async with self.database.transaction() as session:
            [signup] = await session.scalars(select(Signup).filter_by(community_id=self.community))
        assert (signup.status, signup.agree_by) == ("confirmed", None)

    async def test_was_there_until_the_shift_was_cancelled(self) -> None:
        begun = self.shift.starts_at + timedelta(minutes=20)
        with clock.frozen(begun):
            answer = await self.by_staff(f"shifts/{self.shift.id}/cancel", reason="暴雨")
        assert answer.status_code == 200
        row = await the_attendance(self.database, self.community, self.signup_id)
        assert (row.status, row.checked_out_at, row.check_out_means) == ("left", begun, "end")
        assert row.is_closed_by_sweep

    @property
    def signup_id(self) -> Any:
        return self.mine


class TestOccasions(Case):
    async def an_occasion(self) -> Occasion:
        return await the_occasion(self.database, self.shift)

    async def test_a_new_shift_opens_one_with_a_key_of_its_own(self) -> None:
        shifts = [await self._added(NOW + n * DAY) for n in (3, 4)]
        async with self.database.transaction() as session:
            found = [await session.get_one(Occasion, (self.community, id_)) for id_ in shifts]
        assert [one.kind for one in found] == ["shift", "shift"]
        assert {(one.source_id, one.title) for one in found} == {
            (self.activity.id, self.activity.title)
        }
        assert [one.starts_at for one in found] == [NOW + 3 * DAY, NOW + 4 * DAY]
        code_keys = [one.code_key for one in found]
        assert [len(key or b"") for key in code_keys] == [32, 32]
        assert code_keys[0] != code_keys[1]
        assert keys.current().number_to_seal_with == found[0].code_key_sealed[1]

    async def _added(self, starts_at: datetime) -> str:
        times = {
            "starts_at": starts_at.isoformat(),
            "ends_at": (starts_at + HOUR).isoformat(),
            "roles": [{"capacity": 2}],
        }
        answer = await self.by_staff(f"activities/{self.activity.id}/shifts", **times)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def test_a_moved_shift_moves_it_with_those_who_are_expected(self) -> None:
        mine = await self.sign_up()
        starts_at = self.shift.starts_at + DAY
        moved = await self.http.put(
            f"/admin{self.here}/shifts/{self.shift.id}",
            json={
                "starts_at": starts_at.isoformat(),
                "ends_at": (starts_at + HOUR).isoformat(),
                "roles": [{"capacity": 1}],
            },
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )
        assert moved.status_code == 200, moved.text
        one = await self.an_occasion()
        assert (one.starts_at, one.ends_at) == (starts_at, starts_at + HOUR)
        assert await self.states() == {mine: "expected"}

    async def test_it_takes_the_title_and_the_place_of_its_activity(self) -> None:
        changed = {"title": "擦亮楼道", "gcj02_longitude": 120.15, "gcj02_latitude": 30.28}
        revised = await self.http.put(
            f"/admin{self.here}/activities/{self.activity.id}",
            json=BODY | changed,
            headers=as_admin(self.worker) | {"If-Match": "*"},
        )
        assert revised.status_code == 200, revised.text
        one = await self.an_occasion()
        assert one.title == "擦亮楼道"
        assert (one.gcj02_longitude, one.gcj02_latitude) == (120.15, 30.28)

    async def test_a_cancelled_shift_cancels_it_and_releases_all(self) -> None:
        mine = await self.sign_up()
        await self.by_staff(f"shifts/{self.shift.id}/cancel", reason="暴雨")
        assert (await self.an_occasion()).status == "cancelled"
        assert await self.states() == {mine: "released"}

    async def test_a_cancelled_activity_cancels_it_and_releases_all(self) -> None:
        mine = await self.sign_up()
        await self.by_staff(f"activities/{self.activity.id}/cancel", reason="暴雨")
        assert (await self.an_occasion()).status == "cancelled"
        assert await self.states() == {mine: "released"}

    async def test_it_ends_with_its_shift(self) -> None:
        mine = await self.sign_up()
        with clock.frozen(self.shift.ends_at):
            await Worker(self.database, sweeps=SWEEPS).sweep()
        assert (await self.an_occasion()).status == "ended"
        assert await self.states() == {mine: "expected"}

    async def test_a_cause_without_an_attendance_releases_nobody(self) -> None:
        waiting = await a_signup(
            self.database, await a_shift(self.database, self.community, places=0)
        )
        async with self.database.transaction() as session:
            await release(session, self.community, waiting.id)


class TestEarlierVersion(Case):
    """A process of an earlier version has added the shift during an upgrade, without an
    occasion."""

    @pytest.fixture(autouse=True)
    async def forget(self, arrange: None) -> None:
        async with self.database.transaction() as session:
            key = {"community_id": self.community, "id": self.shift.id}
            await session.delete(await session.get_one(Occasion, key))

    async def sweep(self) -> None:
        await Worker(self.database, sweeps=SWEEPS).sweep()

    async def test_who_signs_up_is_expected_later(self) -> None:
        id_ = await self.sign_up()
        assert await attendances_at(self.database, self.shift) == {}
        for _ in range(2):
            await self.sweep()
            occasion = await the_occasion(self.database, self.shift)
            assert (occasion.starts_at, occasion.title) == (
                self.shift.starts_at,
                self.activity.title,
            )
            assert await attendances_at(self.database, self.shift) == {UUID(id_): "expected"}

    async def test_who_is_given_a_place_is_expected_at_once(self) -> None:
        async with self.database.transaction() as session:
            session.add(self.shift)
            self.shift.needs_review = True
        id_ = await self.sign_up()
        answer = await self.by_staff(f"signups/{id_}/approve")
        assert answer.status_code == 200, answer.text
        assert await attendances_at(self.database, self.shift) == {UUID(id_): "expected"}
