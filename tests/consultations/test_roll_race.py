"""Rolls while people vote, on many connections: a household has one vote, its caster alone changes
it, and who moves out while they vote has either voted or is no voter any more."""

import asyncio
from collections import Counter
from uuid import UUID

from httpx import AsyncClient
from sqlalchemy import delete, select

from app.communities.models import Participant, Place
from app.consultations.models import Ballot, ElectoralRollEntry, Electorate, RollStatus, RollVoter
from app.consultations.roll.succession import leave_rolls, succeed
from app.kernel.database.engine import Database, get_row, lock
from tests.consultations.ballots import CHOICES, a_ballot, change, contents_of, vote, votes_of
from tests.factories import a_claim, a_community, a_household, a_participant
from tests.planted_bugs import Rendezvous

HOMES = 12
OTHERS = {"lift": "no", "colour": "red"}


async def families(
    database: Database, community_id: UUID, size: int
) -> list[tuple[Place, list[Participant]]]:
    """Makes homes with so many residents each."""
    made = []
    for n in range(HOMES):
        home = await a_household(database, community_id, name=f"{n}室")
        family = [await a_participant(database, community_id) for _ in range(size)]
        for person in family:
            await a_claim(database, person, home, approved=True)
        made.append((home, family))
    return made


async def test_two_casters_of_one_household_are_one_vote(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    homes = await families(own_database, community_id, 2)
    ballot = await a_ballot(own_database, community_id, electorate=Electorate.HOUSEHOLDS)
    answers = await asyncio.gather(
        *(
            vote(phones[(n + m) % 3], ballot, person)
            for n, (_home, family) in enumerate(homes)
            for m, person in enumerate(family)
        )
    )
    assert Counter(answer.status_code for answer in answers) == {201: HOMES, 409: HOMES}
    assert len(await votes_of(own_database, ballot)) == HOMES


async def test_another_than_the_caster_changes_nothing(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    homes = await families(own_database, community_id, 2)
    ballot = await a_ballot(own_database, community_id, electorate=Electorate.HOUSEHOLDS)
    casters = [family[0] for _home, family in homes]
    cast = await asyncio.gather(
        *(vote(phones[n % 3], ballot, person) for n, person in enumerate(casters))
    )
    assert {answer.status_code for answer in cast} == {201}
    changes = await asyncio.gather(
        *(
            change(phones[(n + m) % 3], ballot, person, CHOICES if m == 0 else OTHERS)
            for n, (_home, family) in enumerate(homes)
            for m, person in enumerate(family)
        )
    )
    assert [answer.status_code for answer in changes] == [200, 403] * HOMES
    assert Counter(one.choices["lift"] for one in await contents_of(own_database, ballot)) == {
        CHOICES["lift"]: HOMES
    }


async def move_out(database: Database, person: Participant) -> None:
    """Ends the residence and takes the person off the rolls, as the listener does."""
    async with database.transaction() as session:
        row = await get_row(session, Participant, person.community_id, person.id)
        await lock(session, row)
        row.move_out()
    async with database.transaction() as session:
        row = await get_row(session, Participant, person.community_id, person.id)
        await leave_rolls(session, row)


async def without_voter_or_vote(database: Database, ballot: Ballot) -> list[tuple[bool, bool]]:
    """Returns for each entry whether it has voted, and whether its only voter is still one."""
    async with database.transaction() as session:
        voters = set(
            await session.scalars(select(RollVoter.roll_entry_id).filter_by(ballot_id=ballot.id))
        )
        entries = await session.scalars(select(ElectoralRollEntry).filter_by(ballot_id=ballot.id))
        return [(entry.status is RollStatus.VOTED, entry.id in voters) for entry in entries]


async def test_who_moves_out_while_they_vote_has_voted_or_may_not(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    homes = await families(own_database, community_id, 1)
    ballot = await a_ballot(own_database, community_id, electorate=Electorate.HOUSEHOLDS)
    people = [person for _home, [person] in homes]
    outcomes = await asyncio.gather(
        *(vote(phones[n % 3], ballot, person) for n, person in enumerate(people)),
        *(move_out(own_database, person) for person in people),
    )
    codes = Counter(answer.status_code for answer in outcomes if answer is not None)
    assert codes[201] + codes[403] == HOMES
    found = await without_voter_or_vote(own_database, ballot)
    assert all(has_voted == is_voter for has_voted, is_voter in found), found
    assert sum(has_voted for has_voted, _ in found) == codes[201]


async def move_out_without_a_lock(
    database: Database, ballot: Ballot, person: Participant, rendezvous: Rendezvous
) -> None:
    """Planted bug: looks whether the entry has voted, and then deletes its voter."""
    async with database.transaction() as session:
        mine = RollVoter.participant_id == person.id
        entry_id = select(RollVoter.roll_entry_id).where(
            RollVoter.community_id == ballot.community_id, mine
        )
        query = select(ElectoralRollEntry.status).where(
            ElectoralRollEntry.community_id == ballot.community_id,
            ElectoralRollEntry.id.in_(entry_id),
        )
        status = (await session.scalars(query)).one()
        await rendezvous.wait()
        await rendezvous.wait()
        if status is RollStatus.NONE:
            here = RollVoter.community_id == ballot.community_id
            await session.execute(delete(RollVoter).where(here, mine))


async def test_a_planted_look_without_a_lock_takes_away_who_has_voted(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    me = await a_participant(own_database, await a_community(own_database))
    ballot = await a_ballot(own_database, me.community_id)
    rendezvous = Rendezvous(2)

    async def vote_between() -> int:
        await rendezvous.wait()
        answer = await vote(phones[0], ballot, me)
        await rendezvous.wait()
        return answer.status_code

    code, _ = await asyncio.gather(
        vote_between(), move_out_without_a_lock(own_database, ballot, me, rendezvous)
    )
    assert code == 201
    assert await without_voter_or_vote(own_database, ballot) == [(True, False)]


async def test_two_successors_at_once_are_enrolled_for_one_vote(
    own_database: Database, phones: list[AsyncClient]
) -> None:
    community_id = await a_community(own_database)
    homes = await families(own_database, community_id, 1)
    ballot = await a_ballot(own_database, community_id, electorate=Electorate.HOUSEHOLDS)
    for _home, [person] in homes:
        await move_out(own_database, person)
    newcomers = []
    for home, _family in homes:
        couple = [await a_participant(own_database, community_id) for _ in range(2)]
        for person in couple:
            await a_claim(own_database, person, home, approved=True)
        newcomers += couple
    await a_ballot(own_database, community_id)  # Notes that all are adults.
    await asyncio.gather(*(succeed_once(own_database, person) for person in newcomers))
    answers = await asyncio.gather(
        *(vote(phones[n % 3], ballot, person) for n, person in enumerate(newcomers))
    )
    assert Counter(answer.status_code for answer in answers) == {201: HOMES, 409: HOMES}


async def succeed_once(database: Database, person: Participant) -> None:
    async with database.transaction() as session:
        row = await get_row(session, Participant, person.community_id, person.id)
        await succeed(session, row)
