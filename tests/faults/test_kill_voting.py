"""kill -9 of the service while people vote: every vote that was answered is counted once, and what
was not answered is cast once when the phone asks again."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256

import pytest
from sqlalchemy import func, select

from app.consultations.models import ElectoralRollEntry
from app.consultations.results.tally import count_votes
from app.kernel import clock
from app.kernel.database.engine import Database
from tests.consultations.ballots import a_ballot, contents_of, vote
from tests.factories import a_community, participants
from tests.faults.process import a_crowd, a_service, keep_killing, twice

PEOPLE, KILLS = 400, 3
OPTIONS = ("yes", "no", "abstain")
CHOICES = [{"lift": option, "colour": "red"} for option in OPTIONS]


@pytest.fixture(autouse=True)
def _still() -> Iterator[None]:
    """The service has a clock of its own."""
    with clock.frozen(datetime.now(UTC)):
        yield


async def test_every_answered_vote_is_counted_once(own_url: str, own_database: Database) -> None:
    community_id = await a_community(own_database)
    people = await participants(own_database, community_id, PEOPLE)
    ballot = await a_ballot(own_database, community_id, opens_in=-timedelta(hours=1))
    async with a_service(own_url) as service, a_crowd(service) as http:
        killing = asyncio.create_task(keep_killing(service, KILLS))
        answers = await asyncio.gather(
            *(
                twice(partial(vote, http, ballot, person, choices=CHOICES[n % 3]))
                for n, person in enumerate(people)
            )
        )
        await killing
    assert {answer.status_code for several in answers for answer in several} == {201}
    assert all(first.content == again.content for first, again in answers)
    votes = await contents_of(own_database, ballot)
    receipts = [first.json()["receipt"] for first, _ in answers]
    assert {v.receipt_sha256 for v in votes} == {sha256(r.encode()).hexdigest() for r in receipts}
    assert len(votes) == PEOPLE
    async with own_database.transaction() as session:
        tally = await count_votes(session, ballot)
        marked = await session.scalar(
            select(func.count())
            .select_from(ElectoralRollEntry)
            .filter_by(community_id=community_id, status="voted")
        )
    assert tally.present == marked == PEOPLE
    assert tally.counts["lift"] == Counter(OPTIONS[n % 3] for n in range(PEOPLE))
