"""Offers of places that several want to answer, take or pass on at once."""

import asyncio
from collections import Counter
from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database, open_engine
from app.service_records.models import Attendance
from app.volunteering.models import Shift, Signup
from app.worker import Worker
from tests.client import as_, as_admin, client_of
from tests.factories import (
    a_community,
    a_participant,
    a_shift,
    a_signup,
    an_offer,
    participants,
    staff,
    the_role,
)
from tests.now import NOW

HOUR = timedelta(hours=1)
LAPSED = 2 * HOUR
"""The deadline of an offer that is made at NOW."""


class TestOffers:
    """Two places, which `holders` have; ten people wait for them."""

    @pytest.fixture(autouse=True)
    async def arrange(self, own_database: Database, phones: list[AsyncClient]) -> None:
        self.database, self.phones = own_database, phones
        self.community = await a_community(own_database)
        self.here = f"/v1/communities/{self.community}"
        self.shift = await a_shift(own_database, self.community, places=2)
        self.people = await participants(own_database, self.community, 12)
        self.signups = [await a_signup(own_database, self.shift, one) for one in self.people]

    async def act(self, verb: str, n: int, phone: int = 0, after: timedelta = HOUR) -> int:
        path = f"{self.here}/signups/{self.signups[n].id}/{verb}"
        headers = as_(self.people[n].user_id)
        http = self.phones[phone % len(self.phones)]
        return (await http.post(path, headers=headers)).status_code

    async def leave(self, *holders: int) -> None:
        with clock.frozen(NOW):
            answers = await asyncio.gather(*(self.act("withdraw", n, n) for n in holders))
        assert set(answers) == {200}

    async def states(self) -> list[str]:
        async with self.database.transaction() as session:
            rows = await session.execute(select(Signup.id, Signup.status))
            states = {id_: str(status) for id_, status in rows}
        return [states[signup.id] for signup in self.signups]

    async def judge(self) -> Counter[str]:
        """Checks that taken places are those that somebody has or is offered, never too many, that
        who has one is expected and nobody else, and that the first in line come first."""
        async with self.database.transaction() as session:
            signups = (await session.scalars(select(Signup))).all()
            attendances = (await session.scalars(select(Attendance))).all()
            shift = await session.get_one(Shift, (self.community, self.shift.id))
        role = await the_role(self.database, self.shift)
        counts = Counter(str(signup.status) for signup in signups)
        assert role.taken == counts["confirmed"] + counts["offered"] <= role.capacity
        expected = {one.id for one in attendances if one.status == "expected"}
        assert expected == {one.id for one in signups if one.status == "confirmed"}
        served = [s.position for s in signups if s.position and s.status != "waitlisted"]
        waiting = [s.position for s in signups if s.position and s.status == "waitlisted"]
        assert max(served, default=0) < min(waiting, default=10**6)
        deadlines = [s.offer_expires_at for s in signups if s.offer_expires_at is not None]
        if deadlines:
            assert shift.offers_lapse_at is not None
            assert shift.offers_lapse_at <= min(deadlines)
        return counts

    async def test_two_places_that_come_free_at_once_are_offered_to_two(self) -> None:
        await self.leave(0, 1)
        assert (await self.states())[:5] == ["withdrawn"] * 2 + ["offered"] * 2 + ["waitlisted"]
        await self.judge()

    async def test_of_many_answers_to_one_offer_one_counts(self) -> None:
        await self.leave(0)
        with clock.frozen(NOW + HOUR):
            verbs = ["accept-offer", "decline-offer", "withdraw"] * 3
            answers = await asyncio.gather(*(self.act(v, 2, i) for i, v in enumerate(verbs)))
        assert answers.count(200) in (1, 2)  # who has accepted may withdraw after it
        counts = await self.judge()
        assert counts["confirmed"] + counts["offered"] == 2

    async def test_who_accepts_as_it_lapses_has_it_or_the_next_but_not_both(self) -> None:
        await self.leave(0)
        newcomers = await participants(self.database, self.community, 5)
        with clock.frozen(NOW + LAPSED):
            worker = Worker(self.database)
            answers = await asyncio.gather(
                *(self.act("accept-offer", 2, n) for n in range(6)),
                *(self.sign_up(one, n) for n, one in enumerate(newcomers)),
                self.act("withdraw", 1),
                worker.run_once(),
            )
        assert set(answers[:6]) == {409}
        assert set(answers[6:11]) == {201}
        assert (await self.states())[:6] == [
            *("withdrawn", "withdrawn", "lapsed", "offered", "offered", "waitlisted")
        ]
        await self.judge()

    async def sign_up(self, who: Participant, phone: int) -> int:
        path = f"{self.here}/shifts/{self.shift.id}/signups"
        http = self.phones[phone % len(self.phones)]
        headers = as_(who.user_id, "sign-up-1")
        return (
            await http.post(path, json={"is_risk_acknowledged": True}, headers=headers)
        ).status_code

    async def test_an_answer_that_comes_too_late_passes_the_place_on(self) -> None:
        for n, verb in enumerate(["accept-offer", "decline-offer", "withdraw"]):
            shift = await a_shift(self.database, self.community, starts_in=timedelta(days=3 + n))
            signups = [await a_signup(self.database, shift, one) for one in self.people[:3]]
            paths = [f"{self.here}/signups/{signup.id}" for signup in signups]
            users = [person.user_id for person in self.people]
            with clock.frozen(NOW):
                await self.phones[0].post(f"{paths[0]}/withdraw", headers=as_(users[0]))
            with clock.frozen(NOW + LAPSED):
                late = await self.phones[0].post(f"{paths[1]}/{verb}", headers=as_(users[1]))
                shown = await self.phones[0].get(paths[2], headers=as_(users[2]))
            assert (late.status_code, late.json()["state"]) == (409, "lapsed")
            assert shown.json()["status"] == "offered"

    async def test_a_late_answer_holds_one_connection(self, own_url: str) -> None:
        """The place is passed on when its own transaction has ended: a pool of one is enough."""
        await self.leave(0)
        engine = open_engine(own_url, pool_size=1)
        path = f"{self.here}/signups/{self.signups[2].id}/accept-offer"
        try:
            async with client_of(Database.of(engine)) as http:
                with clock.frozen(NOW + LAPSED):
                    late = await http.post(path, headers=as_(self.people[2].user_id))
        finally:
            await engine.dispose()
        assert (late.status_code, late.json()["state"]) == (409, "lapsed")
        assert (await self.states())[:4] == ["withdrawn", "confirmed", "lapsed", "offered"]

    async def test_places_added_while_an_offer_lapses_go_on_in_order(self) -> None:
        await self.leave(0)
        worker = await staff(self.database, self.community)
        path = f"/admin{self.here}/shifts/{self.shift.id}"
        body = {
            "starts_at": self.shift.starts_at.isoformat(),
            "ends_at": self.shift.ends_at.isoformat(),
            "roles": [{"capacity": 5}],
        }
        with clock.frozen(NOW + LAPSED):
            headers = as_admin(worker) | {"If-Match": '"1"'}
            revising = asyncio.create_task(self.phones[0].put(path, json=body, headers=headers))
            await asyncio.gather(
                *(self.act("accept-offer", 2, n) for n in range(3)),
                Worker(self.database).run_once(),
            )
            assert (await revising).status_code == 200
        assert (await self.states())[:8] == [
            *("withdrawn", "confirmed", "lapsed"),
            *("offered", "offered", "offered", "offered", "waitlisted"),
        ]
        await self.judge()

    async def test_a_block_comes_before_an_acceptance_or_ends_it(self) -> None:
        await self.leave(0)
        worker = await staff(self.database, self.community)
        path = f"/admin{self.here}/participants/{self.people[2].id}/block"
        with clock.frozen(NOW + timedelta(minutes=5)):
            headers = as_admin(worker)
            await asyncio.gather(
                self.act("accept-offer", 2),
                self.phones[1].post(path, json={"reason": "多次爽约"}, headers=headers),
            )
            await Worker(self.database).run_due()
        assert (await self.states())[2:4] == ["withdrawn", "offered"]
        await self.judge()

    async def test_of_two_offers_at_one_time_one_is_accepted(self) -> None:
        """Each of eight people accepts two offers at once, over different connections."""
        day = timedelta(days=9)
        shifts = [await a_shift(self.database, self.community, starts_in=day) for _ in range(2)]
        people = await participants(self.database, self.community, 8)
        offers = [
            (await an_offer(self.database, shift, person), person.user_id, n)
            for person in people
            for n, shift in enumerate(shifts)
        ]
        with clock.frozen(NOW + timedelta(minutes=5)):
            answers = await asyncio.gather(
                *(
                    self.phones[n].post(
                        f"{self.here}/signups/{signup.id}/accept-offer", headers=as_(user)
                    )
                    for signup, user, n in offers
                )
            )
        statuses = [answer.status_code for answer in answers]
        pairs = [sorted(pair) for pair in zip(statuses[::2], statuses[1::2], strict=True)]
        assert pairs == [[200, 409]] * len(people)

    async def test_a_participant_who_was_never_asked_has_no_place(self) -> None:
        await self.leave(0, 1)
        outsider = await a_participant(self.database, self.community)
        path = f"{self.here}/signups/{self.signups[2].id}/accept-offer"
        answer = await self.phones[0].post(path, headers=as_(outsider.user_id))
        assert answer.status_code == 404
