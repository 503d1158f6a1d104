"""Attendances keep one truth: whoever withdraws or is marked absent while somebody checks them in,
and whoever signs up while the shift is cancelled."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import select, text

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Attendance, AttendanceStatus
from app.volunteering.models import Shift, Signup, SignupStatus
from app.volunteering.signups.hot import SIGN_UP
from tests.client import as_, as_admin
from tests.factories import a_community, a_shift, a_signup, participants, staff
from tests.now import NOW
from tests.planted_bugs import LaneWithoutLocks, Rendezvous
from tests.service_records.rows import a_leader
from tests.service_records.scene import code_of
from tests.service_records.test_leaders import an_adult

PEOPLE = 24
S = AttendanceStatus
BAD_WRITE = text(
    "UPDATE attendances SET status = :to WHERE attendances.community_id = :here AND id = :id"
)
Pair = tuple[int, int]
"""Status codes of the two acts on one attendance."""


class Scene:
    """A shift with people who have signed up, at a moment at which both acts are possible."""

    def __init__(self, database: Database, phones: Sequence[AsyncClient]) -> None:
        self.database, self.phones = database, phones

    async def build(self, starts_in: timedelta) -> "Scene":
        self.community = await a_community(self.database)
        self.shift = await a_shift(
            self.database, self.community, places=PEOPLE, starts_in=starts_in
        )
        self.people = await participants(self.database, self.community, PEOPLE)
        self.signups = [await a_signup(self.database, self.shift, one) for one in self.people]
        self.worker = await staff(self.database, self.community)
        self.leader = await an_adult(self.database, self.community)
        await a_leader(self.database, self.community, self.shift.activity_id, self.leader.id)
        self.here = f"/v1/communities/{self.community}"
        return self

    async def withdraw(self, n: int) -> int:
        path = f"{self.here}/signups/{self.signups[n].id}/withdraw"
        headers = as_(self.people[n].user_id)
        return (await self.phones[n % 3].post(path, headers=headers)).status_code

    async def check_in(self, n: int) -> int:
        body = {"code": code_of(self.shift.id, NOW), "nonce": f"nonce-{n:06d}"}
        headers = as_(self.people[n].user_id)
        path = f"{self.here}/check-ins"
        return (await self.phones[(n + 1) % 3].post(path, json=body, headers=headers)).status_code

    async def enter(self, n: int) -> int:
        """Checks in at the desk, after the end."""
        path = f"/admin{self.here}/attendances/{self.signups[n].id}/check-in"
        body = {"at": self.shift.starts_at.isoformat(), "witness": "王芳"}
        headers = as_admin(self.worker)
        return (await self.phones[(n + 1) % 3].post(path, json=body, headers=headers)).status_code

    async def mark_absent(self, n: int) -> int:
        path = f"{self.here}/attendances/{self.signups[n].id}/mark-absent"
        headers = as_(self.leader.user_id)
        return (await self.phones[n % 3].post(path, json={}, headers=headers)).status_code

    async def states(self) -> list[tuple[AttendanceStatus, SignupStatus]]:
        """The states of each attendance and of its sign-up, in the order of the people."""
        query = (
            select(Attendance.id, Attendance.status, Signup.status)
            .join(
                Signup,
                (Signup.community_id == Attendance.community_id) & (Signup.id == Attendance.id),
            )
            .where(Attendance.community_id == self.community)
        )
        async with self.database.transaction() as session:
            found = {id_: (mine, cause) for id_, mine, cause in await session.execute(query)}
        return [found[signup.id] for signup in self.signups]

    async def write_unlocked(self, n: int, to: AttendanceStatus, rendezvous: Rendezvous) -> int:
        """The planted bug: looks at the attendance, waits for the other, and then writes."""
        key = {"here": self.community, "id": self.signups[n].id}
        async with self.database.transaction() as session:
            row = await session.get_one(Attendance, tuple(key.values()))
            is_expected = row.status is S.EXPECTED
        await rendezvous.wait()
        if not is_expected:
            return 409
        async with self.database.transaction() as session:
            await session.execute(BAD_WRITE, key | {"to": to})
        return 200


async def after(rendezvous: Rendezvous, scene: Scene, n: int, act: str) -> int:
    """Acts, and then lets the unlocked writer go on."""
    status = await (scene.check_in(n) if act == "check_in" else scene.enter(n))
    await rendezvous.wait()
    return status


def judge_withdrawals(pairs: Sequence[Pair], states: Sequence[tuple[str, str]]) -> None:
    """Checks that each person has either withdrawn or checked in, and has been told so."""
    for (withdrawn, checked_in), found in zip(pairs, states, strict=True):
        if checked_in == 201:
            assert (withdrawn, found) == (409, (S.PRESENT, SignupStatus.CONFIRMED))
        else:
            assert (withdrawn, checked_in) == (200, 409)
            assert found == (S.RELEASED, SignupStatus.WITHDRAWN)


def judge_absences(pairs: Sequence[Pair], states: Sequence[tuple[str, str]]) -> None:
    for (marked, entered), (found, _) in zip(pairs, states, strict=True):
        assert sorted((marked, entered)) == [200, 409]
        assert found == (S.ABSENT if marked == 200 else S.PRESENT)


async def test_who_withdraws_while_checking_in_has_done_one_of_them(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    scene = await Scene(own_database, phones).build(timedelta(minutes=20))

    async def both(n: int) -> Pair:
        first, second = await asyncio.gather(scene.withdraw(n), scene.check_in(n))
        return first, second

    with clock.frozen(NOW):
        pairs = await asyncio.gather(*(both(n) for n in range(PEOPLE)))
    judge_withdrawals(pairs, await scene.states())


async def test_this_race_catches_a_release_that_looks_and_then_writes(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    scene = await Scene(own_database, phones).build(timedelta(minutes=20))
    rendezvous = Rendezvous(2)
    with clock.frozen(NOW):
        pair = await asyncio.gather(
            scene.write_unlocked(0, S.RELEASED, rendezvous), after(rendezvous, scene, 0, "check_in")
        )
    [found, *_] = await scene.states()
    with pytest.raises(AssertionError):
        judge_withdrawals([(pair[0], pair[1])], [found])


async def test_who_is_marked_absent_while_the_desk_checks_them_in_is_one_of_them(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    scene = await Scene(own_database, phones).build(timedelta(hours=-3))

    async def both(n: int) -> Pair:
        first, second = await asyncio.gather(scene.mark_absent(n), scene.enter(n))
        return first, second

    with clock.frozen(NOW):
        pairs = await asyncio.gather(*(both(n) for n in range(PEOPLE)))
    judge_absences(pairs, await scene.states())


async def test_this_race_catches_a_mark_that_looks_and_then_writes(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    scene = await Scene(own_database, phones).build(timedelta(hours=-3))
    rendezvous = Rendezvous(2)
    with clock.frozen(NOW):
        pair = await asyncio.gather(
            scene.write_unlocked(0, S.ABSENT, rendezvous), after(rendezvous, scene, 0, "enter")
        )
    [found, *_] = await scene.states()
    with pytest.raises(AssertionError):
        judge_absences([(pair[0], pair[1])], [found])


# ---------------------------------------------------------------- cancelled while people sign up


async def sign_up(http: AsyncClient, shift: Shift, person: Participant) -> Response:
    path = f"/v1/communities/{shift.community_id}/shifts/{shift.id}/signups"
    body = {"is_risk_acknowledged": True}
    return await http.post(path, json=body, headers=as_(person.user_id, f"sign-up-{shift.id}"))


async def cancel(http: AsyncClient, shift: Shift, worker: UUID) -> Response:
    path = f"/admin/v1/communities/{shift.community_id}/shifts/{shift.id}/cancel"
    return await http.post(path, json={"reason": "暴雨"}, headers=as_admin(worker))


async def judge_cancelled(database: Database, shift: Shift) -> None:
    """Checks that nobody has a place on a cancelled shift, and that nobody is expected there."""
    async with database.transaction() as session:
        signups = await session.scalars(select(Signup.status).filter_by(shift_id=shift.id))
        waits = await session.scalars(select(Attendance.status).filter_by(occasion_id=shift.id))
        assert set(signups) <= {SignupStatus.CANCELLED}
        assert set(waits) <= {S.RELEASED}


async def test_nobody_is_expected_at_a_shift_that_is_cancelled_while_people_sign_up(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community = await a_community(own_database)
    worker = await staff(own_database, community)
    people = await participants(own_database, community, PEOPLE)
    for later in range(3):
        shift = await a_shift(
            own_database, community, places=9, starts_in=timedelta(days=2 + later)
        )
        with clock.frozen(NOW):
            cancelled, *answers = await asyncio.gather(
                cancel(phones[0], shift, worker),
                *(sign_up(phones[n % 3], shift, one) for n, one in enumerate(people)),
            )
        assert cancelled.status_code == 200
        assert set(Counter(one.status_code for one in answers)) <= {201, 409}
        await judge_cancelled(own_database, shift)


class CancelledMeanwhile(Rendezvous):
    """Cancels the shift between loading and writing."""

    def __init__(self, http: AsyncClient, shift: Shift, worker: UUID) -> None:
        super().__init__(1)
        self._cancel = http, shift, worker

    async def wait(self) -> None:
        await cancel(*self._cancel)


async def test_this_race_catches_a_sign_up_that_looks_and_then_inserts(
    own_database: Database, apps: list[FastAPI], phones: list[AsyncClient]
) -> None:
    community = await a_community(own_database)
    worker = await staff(own_database, community)
    [person] = await participants(own_database, community, 1)
    shift = await a_shift(own_database, community)
    meanwhile = CancelledMeanwhile(phones[1], shift, worker)
    apps[0].state.lane = LaneWithoutLocks(own_database, SIGN_UP, meanwhile)
    with clock.frozen(NOW):
        assert (await sign_up(phones[0], shift, person)).status_code == 201
    with pytest.raises(AssertionError):
        await judge_cancelled(own_database, shift)
