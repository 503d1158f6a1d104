"""kill -9 of the service while people vote: every vote that was answered is counted once, and what
was not answered is cast once when the phone asks again."""

import asyncio
import signal
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from httpx import AsyncClient, HTTPError, Limits, Response
from sqlalchemy import func, select

from app.communities.models import Participant
from app.consultations.models import Ballot, ElectoralRollEntry
from app.consultations.results.tally import count_votes
from app.kernel import clock
from app.kernel.db import Database
from tests.consultations.ballots import a_ballot, vote, votes_of
from tests.factories import a_community, participants
from tests.faults.process import Service, a_service

PEOPLE, KILLS = 400, 3
OPTIONS = ("yes", "no", "abstain")


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The service has a clock of its own."""
    with clock.frozen(datetime.now(UTC)):
        yield


async def until_answered(
    http: AsyncClient, ballot: Ballot, who: Participant, choice: str
) -> list[Response]:
    """As a phone does: the same key until there is an answer, and once more to be sure."""
    choices = {"lift": choice, "colour": "red"}
    answers: list[Response] = []
    while len(answers) < 2:
        try:
            answer = await vote(http, ballot, who, choices=choices)
        except HTTPError:
            await asyncio.sleep(0.05)
            continue
        if answer.status_code == 503:
            await asyncio.sleep(0.05)
            continue
        answers.append(answer)
    return answers


async def keep_killing(service: Service) -> None:
    for _ in range(KILLS):
        await asyncio.sleep(0.25)
        await service.end(signal.SIGKILL)
        await service.start()


async def test_every_answered_vote_is_counted_once(own_url: str, own_database: Database) -> None:
    community_id = await a_community(own_database)
    people = await participants(own_database, community_id, PEOPLE)
    ballot = await a_ballot(own_database, community_id, opens_in=-timedelta(hours=1))
    async with (
        a_service(own_url) as service,
        AsyncClient(base_url=service.base, limits=Limits(max_connections=32), timeout=60) as http,
        asyncio.timeout(120),
    ):
        killing = asyncio.create_task(keep_killing(service))
        answers = await asyncio.gather(
            *(
                until_answered(http, ballot, person, OPTIONS[n % 3])
                for n, person in enumerate(people)
            )
        )
        await killing
    assert {answer.status_code for several in answers for answer in several} == {201}
    assert all(first.content == again.content for first, again in answers)
    votes = await votes_of(own_database, ballot)
    receipts = [first.json()["receipt"] for first, _ in answers]
    assert {v.receipt_digest for v in votes} == {sha256(r.encode()).digest() for r in receipts}
    assert len({v.roll_entry_id for v in votes}) == len(votes) == PEOPLE
    async with own_database.transaction() as session:
        tally = await count_votes(session, ballot)
        marked = await session.scalar(
            select(func.count())
            .select_from(ElectoralRollEntry)
            .filter_by(community_id=community_id, status="voted")
        )
    assert tally["present"] == marked == PEOPLE
    assert tally["counts"]["lift"] == Counter(OPTIONS[n % 3] for n in range(PEOPLE))
