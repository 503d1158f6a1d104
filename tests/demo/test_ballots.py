"""The ballots of the demo town: one in each state, made by the services."""

from collections import Counter
from random import Random
from uuid import UUID

from sqlalchemy import select

from app.communities.models import Community, Role, ScopeKind
from app.communities.permissions import Held, Staff
from app.consultations.ballots.manifest import is_as_announced
from app.consultations.models import Ballot, BallotStatus
from app.consultations.results.service import show
from app.demo.ballots import PLANS, fill_ballots
from app.demo.town import Neighbourhood
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.engine import Database
from tests.consultations.ballots import all_are_adults
from tests.factories import a_claim, a_community, a_household, granted, participants, staff
from tests.now import NOW


async def a_neighbourhood(database: Database, community_id: UUID) -> Neighbourhood:
    await staff(database, community_id)
    async with database.transaction() as session:
        community = await session.get_one(Community, community_id)
    held = (Held(Role.PLATFORM_ADMIN, ScopeKind.PLATFORM, PLATFORM),)
    platform = await granted(database, Role.PLATFORM_ADMIN, ScopeKind.PLATFORM)
    first = Staff(community_id, platform, held, tuple(community.region_path))
    return Neighbourhood(first, "临里", (), first)


async def test_one_in_each_state_and_the_time_is_ours_again(database: Database) -> None:
    community_id = await a_community(database)
    people = await participants(database, community_id, 40)
    for n in range(0, 40, 2):
        home = await a_household(database, community_id, name=f"{n}室")
        for person in people[n : n + 2]:
            await a_claim(database, person, home, approved=True)
    await all_are_adults(database, community_id)
    here = await a_neighbourhood(database, community_id)
    async with database.transaction() as session:
        await fill_ballots(session, here, [person.id for person in people], Random(7))
    assert clock.now() == NOW
    async with database.transaction() as session:
        query = select(Ballot).filter_by(community_id=community_id)
        ballots = (await session.scalars(query)).all()
    assert Counter(ballot.status for ballot in ballots) == Counter(plan.until for plan in PLANS)
    assert all(is_as_announced(b) for b in ballots if b.status is not BallotStatus.DRAFT)
    [published] = [ballot for ballot in ballots if ballot.status is BallotStatus.PUBLISHED]
    async with database.transaction() as session:
        assert (await show(session, published)).questions[0].is_passed
