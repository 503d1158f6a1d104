"""kill -9 of the service while people sign up: what was answered is in the database, and what was
not is done once when the phone asks again."""

import asyncio
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.jobs.events import EventRow
from app.volunteering.models import Shift, Signup
from tests.client import as_
from tests.factories import a_community, a_shift, participants, the_role
from tests.faults.process import a_crowd, a_service, keep_killing, twice
from tests.retries import until

PEOPLE, PLACES, KILLS = 400, 150, 3


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The service has a clock of its own."""
    with clock.frozen(datetime.now(UTC)):
        yield


@pytest.fixture
async def shift(own_database: Database) -> Shift:
    return await a_shift(own_database, await a_community(own_database), places=PLACES)


async def sign_up(http: AsyncClient, shift: Shift, who: Participant) -> Response:
    path = f"/v1/communities/{shift.community_id}/shifts/{shift.id}/signups"
    body = {"is_risk_acknowledged": True}
    return await http.post(path, json=body, headers=as_(who.user_id, "sign-up-1"))


async def test_what_was_answered_is_there_and_nothing_twice(
    own_url: str, own_database: Database, shift: Shift
) -> None:
    people = await participants(own_database, shift.community_id, PEOPLE)
    async with a_service(own_url) as service, a_crowd(service) as http:
        killing = asyncio.create_task(keep_killing(service, KILLS))
        answers = await asyncio.gather(
            *(twice(partial(sign_up, http, shift, person)) for person in people)
        )
        await killing
    assert {answer.status_code for several in answers for answer in several} == {201}
    assert all(first.content == again.content for first, again in answers)
    async with own_database.transaction() as session:
        signups = (await session.scalars(select(Signup))).all()
        events = [row.read().payload for row in await session.scalars(select(EventRow))]
    answered = {first.json()["id"]: first.json()["status"] for first, _ in answers}
    assert {str(signup.id): signup.status for signup in signups} == answered
    assert len({signup.participant_id for signup in signups}) == len(signups) == PEOPLE
    assert sorted(event["signup_id"] for event in events) == sorted(answered)
    confirmed = [signup for signup in signups if signup.status == "confirmed"]
    assert len(confirmed) == (await the_role(own_database, shift)).taken == PLACES
    positions = sorted(signup.position for signup in signups if signup.position is not None)
    assert positions == list(range(1, PEOPLE - PLACES + 1))


async def test_told_to_end_it_answers_what_it_has_taken(
    own_url: str, own_database: Database, shift: Shift
) -> None:
    """SIGTERM: unready at once, and no request in flight is lost."""
    people = await participants(own_database, shift.community_id, 40)
    async with (
        a_service(own_url) as service,
        AsyncClient(base_url=service.base, timeout=30) as http,
    ):
        calls = [asyncio.create_task(sign_up(http, shift, person)) for person in people]

        async def is_unready() -> bool:
            return (await http.get("/readyz")).status_code == 503

        await asyncio.sleep(0.02)
        ending = asyncio.create_task(service.end(signal.SIGTERM))
        await until(is_unready)
        answers = await asyncio.gather(*calls)
        assert await ending in (0, -signal.SIGTERM)
    assert {answer.status_code for answer in answers} == {201}
