"""500 people want 50 places, and some of them leave again meanwhile."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import pytest
from fastapi import FastAPI
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.volunteering.models import Shift, Signup
from app.volunteering.signups.hot import SIGN_UP
from tests.client import as_
from tests.factories import a_community, a_shift, participants, the_role
from tests.now import NOW
from tests.planted_bugs import LaneWithoutLocks, Rendezvous

PEOPLE, PLACES, LEAVING, ROUNDS = 500, 50, 60, 20


@pytest.fixture
async def shift(own_database: Database) -> Shift:
    return await a_shift(own_database, await a_community(own_database), places=PLACES)


@pytest.fixture
async def people(own_database: Database, shift: Shift) -> list[Participant]:
    return await participants(own_database, shift.community_id, PEOPLE)


async def rush(
    phones: Sequence[AsyncClient], shift: Shift, people: Sequence[Participant], later: int = 0
) -> list[Response]:
    """Everybody at once; the first ones give up what they have got as soon as they have it."""
    here = f"/v1/communities/{shift.community_id}"

    async def one(n: int, person: Participant) -> list[Response]:
        http, who = phones[n % len(phones)], as_(person.user_id, f"sign-up-{later}")
        body = {"is_risk_acknowledged": True}
        answer = await http.post(f"{here}/shifts/{shift.id}/signups", json=body, headers=who)
        if answer.status_code != 201 or n >= LEAVING:
            return [answer]
        path = f"{here}/signups/{answer.json()['id']}/withdraw"
        return [answer, await http.post(path, headers=as_(person.user_id))]

    with clock.frozen(NOW):
        answers = await asyncio.gather(*(one(n, person) for n, person in enumerate(people)))
    return [answer for several in answers for answer in several]


async def judge(database: Database, shift: Shift, answers: Sequence[Response]) -> int:
    """How many places were offered: none, when all who left had been waiting themselves."""
    async with database.transaction() as session:
        signups = (await session.scalars(select(Signup).filter_by(shift_id=shift.id))).all()
        stored = await session.get_one(Shift, (shift.community_id, shift.id))
    role = await the_role(database, shift)
    assert Counter(answer.status_code for answer in answers) == {201: PEOPLE, 200: LEAVING}
    offered = [s.position for s in signups if s.position and s.status == "offered"]
    counts = Counter(str(signup.status) for signup in signups)
    assert counts.pop("confirmed") + counts.pop("offered", 0) == PLACES
    assert counts == {
        "waitlisted": PEOPLE - PLACES - LEAVING,
        "withdrawn": LEAVING,
    }
    assert role.taken == PLACES
    positions = sorted(s.position for s in signups if s.position is not None)
    assert positions == list(range(1, stored.queued + 1))
    waiting = [s.position for s in signups if s.position and s.status == "waitlisted"]
    assert max(offered, default=0) < min(waiting)
    return len(offered)


async def test_nobody_too_many_and_everybody_in_order_in_each_of_twenty_rounds(
    own_database: Database, phones: list[AsyncClient], shift: Shift, people: list[Participant]
) -> None:
    offered = 0
    for later in range(ROUNDS):
        if later:
            shift = await a_shift(
                own_database,
                shift.community_id,
                places=PLACES,
                starts_in=timedelta(days=2 + later),
            )
        offered += await judge(own_database, shift, await rush(phones, shift, people, later))
    assert offered > 0


@pytest.mark.not_under_faketime
async def test_this_race_catches_one_who_checks_and_then_inserts(
    own_database: Database,
    apps: list[FastAPI],
    phones: list[AsyncClient],
    shift: Shift,
    people: list[Participant],
) -> None:
    rendezvous = Rendezvous(len(apps), seconds=2)  # lanes do not end together
    for app in apps:
        app.state.lane = LaneWithoutLocks(own_database, SIGN_UP, rendezvous)

    async def run() -> None:
        await judge(own_database, shift, await rush(phones, shift, people))

    with pytest.raises(AssertionError):
        await run()
