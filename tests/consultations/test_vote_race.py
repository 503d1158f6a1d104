"""One vote for each roll entry, however many devices vote at once, on many connections."""

import asyncio
from collections import Counter
from hashlib import sha256

from httpx import AsyncClient
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from app.communities.models import Participant
from app.consultations.models import Ballot, ElectoralRollEntry, Electorate, Vote
from app.kernel.database.engine import Database
from tests.consultations.ballots import a_ballot, change, contents_of, vote, votes_of
from tests.factories import a_claim, a_community, a_household, a_participant, participants
from tests.planted_bugs import Rendezvous

MANY = 12


async def assert_one_vote_each(database: Database, ballot: Ballot, many: int) -> None:
    votes = await votes_of(database, ballot)
    assert len(votes) == len({vote.id for vote in votes}) == many
    async with database.transaction() as session:
        query = select(ElectoralRollEntry.id).filter_by(
            community_id=ballot.community_id, ballot_id=ballot.id, status="voted"
        )
        assert set(await session.scalars(query)) == {vote.id for vote in votes}


async def test_one_key_from_many_devices_is_one_answer(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    me = await a_participant(own_database, await a_community(own_database))
    ballot = await a_ballot(own_database, me.community_id)
    answers = await asyncio.gather(*(vote(http, ballot, me) for http in phones * 4))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    await assert_one_vote_each(own_database, ballot, 1)


async def test_many_keys_of_one_person_are_one_vote(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    me = await a_participant(own_database, await a_community(own_database))
    ballot = await a_ballot(own_database, me.community_id)
    answers = await asyncio.gather(
        *(vote(phones[n % 3], ballot, me, key=f"my-vote-{n:03}") for n in range(MANY))
    )
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: MANY - 1}
    await assert_one_vote_each(own_database, ballot, 1)


async def test_everybody_of_a_household_at_once_is_one_vote(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    family: list[Participant] = []
    for n in range(3):
        home = await a_household(own_database, community_id, name=f"10{n}")
        for _ in range(4):
            person = await a_participant(own_database, community_id)
            await a_claim(own_database, person, home, approved=True)
            family.append(person)
    ballot = await a_ballot(own_database, community_id, electorate=Electorate.HOUSEHOLDS)
    answers = await asyncio.gather(
        *(vote(phones[n % 3], ballot, person) for n, person in enumerate(family))
    )
    assert Counter(answer.status_code for answer in answers) == {201: 3, 409: 9}
    await assert_one_vote_each(own_database, ballot, 3)


async def test_a_crowd_votes_and_changes_its_mind(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    people = await participants(own_database, community_id, 60)
    ballot = await a_ballot(own_database, community_id)
    first = await asyncio.gather(
        *(vote(phones[n % 3], ballot, person) for n, person in enumerate(people))
    )
    others = {"lift": "no", "colour": "red"}
    second = await asyncio.gather(
        *(change(phones[n % 3], ballot, person, others) for n, person in enumerate(people[:20]))
    )
    assert {answer.status_code for answer in first} == {201}
    assert {answer.status_code for answer in second} == {200}
    votes = await contents_of(own_database, ballot)
    receipts = [a.json()["receipt"] for a in (*second, *first[20:])]
    assert {v.receipt_sha256 for v in votes} == {sha256(r.encode()).hexdigest() for r in receipts}
    assert Counter(v.choices["lift"] for v in votes) == {"no": 20, "yes": 40}
    await assert_one_vote_each(own_database, ballot, 60)


async def check_then_insert(
    database: Database, ballot: Ballot, me: Participant, rendezvous: Rendezvous
) -> int:
    """Planted bug: looks first and then writes, when the answer may be outdated."""
    async with database.transaction() as session:
        query = select(ElectoralRollEntry).filter_by(
            community_id=ballot.community_id, ballot_id=ballot.id, participant_id=me.id
        )
        entry = (await session.scalars(query)).one()
        await rendezvous.wait()
        if entry.status != "none":
            return 409
        row = {"community_id": ballot.community_id, "id": entry.id, "ballot_id": ballot.id}
        vote = {"cast_by": me.id, "content_sealed": b"planted"}
        await session.execute(insert(Vote).values(row | vote))
    return 201


async def all_at_once(database: Database, ballot: Ballot, me: Participant) -> list[object]:
    rendezvous = Rendezvous(MANY)
    calls = (check_then_insert(database, ballot, me, rendezvous) for _ in range(MANY))
    return list(await asyncio.gather(*calls, return_exceptions=True))


async def test_a_planted_check_then_insert_is_refused_by_the_constraint(
    own_database: Database,
) -> None:
    """Drops the constraint in the end, and sees the planted bug vote twice."""
    me = await a_participant(own_database, await a_community(own_database))
    ballot = await a_ballot(own_database, me.community_id)
    outcomes = await all_at_once(own_database, ballot, me)
    assert outcomes.count(201) == 1
    assert all(o == 409 or isinstance(o, IntegrityError) for o in outcomes if o != 201)
    async with own_database.transaction() as session:
        await session.execute(
            text("DELETE FROM votes WHERE votes.community_id = :community_id"),
            {"community_id": ballot.community_id},
        )
        await session.execute(text("ALTER TABLE votes DROP CONSTRAINT pk_votes"))
    await all_at_once(own_database, ballot, me)
    assert len(await votes_of(own_database, ballot)) > 1
