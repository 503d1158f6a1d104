"""kill -9 of the service while people check in: each check-in that was answered counts once, at
the time that was answered."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import Database
from app.service_records.models import Attendance
from app.volunteering.models import Shift
from tests.client import as_
from tests.factories import a_community, a_shift, a_signup, participants
from tests.faults.process import a_crowd, a_service, keep_killing, twice
from tests.service_records.scene import code_of

PEOPLE, KILLS = 300, 3
EXPIRED = "service_records.code_expired"


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The service has a clock of its own."""
    with clock.frozen(datetime.now(UTC)):
        yield


async def check_in(http: AsyncClient, shift: Shift, who: Participant) -> Response:
    """Sends the code of now, and the next one where it has changed before an answer came."""
    path = f"/v1/communities/{shift.community_id}/check-ins"
    while True:
        body = {"code": code_of(shift.id, datetime.now(UTC)), "nonce": "nonce-0001"}
        answer = await http.post(path, json=body, headers=as_(who.user_id))
        if answer.json().get("code") != EXPIRED:
            return answer


async def test_every_answered_check_in_counts_once(own_url: str, own_database: Database) -> None:
    community_id = await a_community(own_database)
    shift = await a_shift(
        own_database, community_id, places=PEOPLE, starts_in=-timedelta(minutes=30)
    )
    people = await participants(own_database, community_id, PEOPLE)
    signups = {(await a_signup(own_database, shift, person)).id for person in people}
    async with a_service(own_url) as service, a_crowd(service) as http:
        killing = asyncio.create_task(keep_killing(service, KILLS))
        answers = await asyncio.gather(
            *(twice(partial(check_in, http, shift, person)) for person in people)
        )
        await killing
    assert {answer.status_code for several in answers for answer in several} == {201}
    assert all(first.content == again.content for first, again in answers)
    async with own_database.transaction() as session:
        rows = (await session.scalars(select(Attendance))).all()
    answered = {
        first.json()["id"]: datetime.fromisoformat(first.json()["checked_in_at"])
        for first, _ in answers
    }
    assert {str(row.id): row.checked_in_at for row in rows} == answered
    assert {row.id for row in rows} == signups
    assert {row.status for row in rows} == {"present"}
