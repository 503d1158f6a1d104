"""Ballots for tests to start from, and calls that vote."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response
from sqlalchemy import select

from app.communities.models import AgeBand, Participant
from app.consultations.ballots.manifest import hash_of, manifest_of
from app.consultations.ballots.schemas import Question, RuleIn
from app.consultations.models import (
    Ballot,
    BallotStatus,
    Electorate,
    LegalEffect,
    Mode,
    Topic,
    TopicStatus,
    Vote,
    VoteContent,
)
from app.consultations.roll.service import draw_up
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy.sealed import own
from tests.client import as_
from tests.factories import a_topic, saved
from tests.now import NOW

OPENS, CLOSES = NOW - timedelta(hours=1), NOW + timedelta(days=2)
QUESTIONS = [
    {"key": "lift", "kind": "yes_no_abstain", "title": "是否加装电梯"},
    {
        "key": "colour",
        "kind": "single",
        "title": "单元门的颜色",
        "options": [{"key": "red", "title": "红色"}, {"key": "green", "title": "绿色"}],
    },
]
CHOICES = {"lift": "yes", "colour": "green"}
RULE = RuleIn()
BODY: dict[str, Any] = {
    "title": "3号楼加装电梯",
    "electorate": "residents",
    "questions": QUESTIONS,
    "opens_at": "2026-12-20T00:00:00Z",
    "closes_at": "2026-12-27T00:00:00Z",
}


async def a_ballot(
    database: Database,
    community_id: UUID,
    *,
    topic: Topic | None = None,
    electorate: Electorate = Electorate.RESIDENTS,
    announced: bool = True,
    rule: RuleIn = RULE,
    opens_in: timedelta = OPENS - NOW,
    closes_in: timedelta = CLOSES - NOW,
    **fields: Any,
) -> Ballot:
    """Returns a ballot, announced to all present residents unless `announced` is False. Those whose
    age nobody has noted are adults from now on. Voting is open, unless `opens_in` or `closes_in`
    move the window; `fields` are further columns."""
    await all_are_adults(database, community_id)
    status = TopicStatus.BALLOTING if announced else TopicStatus.DELIBERATING
    topic = topic or await a_topic(database, community_id, status=status)
    now = clock.now()
    ballot = Ballot(
        community_id=community_id,
        topic_id=topic.id,
        title="3号楼加装电梯",
        mode=Mode.RECORDED,
        electorate=electorate,
        **{"legal_effect": LegalEffect.ADVISORY, "place_id": None} | fields,
        questions=[Question.model_validate(question).frozen() for question in QUESTIONS],
        rule=rule.model_dump(mode="json"),
        notice_days=7,
        opens_at=now + opens_in,
        closes_at=now + closes_in,
        status=BallotStatus.DRAFT,
        version=1,
    )
    await saved(database, ballot)
    if announced:
        async with database.transaction() as session:
            session.add(ballot)
            await draw_up(session, ballot)
            manifest = manifest_of(ballot)
            ballot.announce(now - timedelta(days=8), manifest.decode(), hash_of(manifest))
    return ballot


async def all_are_adults(database: Database, community_id: UUID) -> None:
    """Notes the age of everybody in the community of whom it is not known."""
    async with database.transaction() as session:
        query = select(Participant).filter_by(community_id=community_id)
        for person in await session.scalars(query):
            person.age_band = person.age_band or AgeBand.ADULT


async def reread(database: Database, ballot: Ballot) -> Ballot:
    """Returns the ballot as the database has it now."""
    async with database.transaction() as session:
        query = select(Ballot).filter_by(community_id=ballot.community_id, id=ballot.id)
        return (await session.scalars(query)).one()


async def votes_of(database: Database, ballot: Ballot) -> list[Vote]:
    async with database.transaction() as session:
        query = select(Vote).filter_by(community_id=ballot.community_id, ballot_id=ballot.id)
        return list(await session.scalars(query))


async def contents_of(database: Database, ballot: Ballot) -> list[VoteContent]:
    """Returns what the stored votes say."""
    opened = [own(vote, Vote.content) for vote in await votes_of(database, ballot)]
    return [content for content in opened if content is not None]


def path_of(ballot: Ballot, subpath: str) -> str:
    return f"/v1/communities/{ballot.community_id}/topics/{ballot.topic_id}/{subpath}"


async def vote(
    http: AsyncClient,
    ballot: Ballot,
    voter: Participant | UUID | None,
    *,
    key: str | None = "my-vote-1",
    choices: object = CHOICES,
) -> Response:
    user = voter.user_id if isinstance(voter, Participant) else voter
    headers = as_(user, key)
    return await http.post(path_of(ballot, "votes"), json={"choices": choices}, headers=headers)


async def change(
    http: AsyncClient, ballot: Ballot, voter: Participant, choices: object = CHOICES
) -> Response:
    path = path_of(ballot, "votes/mine")
    return await http.put(path, json={"choices": choices}, headers=as_(voter.user_id))
