"""Fills an empty database with the demo town, through services alone; equal seeds, equal towns."""

from random import Random
from uuid import UUID

from sqlalchemy import select

from app.communities.models import Region
from app.demo.ballots import fill_ballots
from app.demo.feedback import fill_feedback
from app.demo.members import fill_members
from app.demo.people import import_register, people_of, settle
from app.demo.programme import announce, sign_up
from app.demo.service import fill_service
from app.demo.topics import fill_topics
from app.demo.town import REGIONS, Neighbourhood, found_town, password_hash
from app.demo.units import fill_units
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database.engine import Database
from app.settings import Settings

DEFAULT_PEOPLE = 1000
MIN_PEOPLE = 60
"""Fewer are too few for what goes on in the town."""
SEED = 2026
BATCH_SIZE = 50
"""People who are settled in one transaction."""
RESIDENT, NEIGHBOUR = "resident", "neighbour"
"""Aliases of two guests, who serve in the tour."""
TOWN = REGIONS.splitlines()[1].partition(",")[0]


async def is_seeded(database: Database) -> bool:
    async with database.transaction() as session:
        return await session.scalar(select(Region.id).filter_by(code=TOWN)) is not None


async def seed(
    database: Database, settings: Settings, *, people: int = DEFAULT_PEOPLE, seed: int = SEED
) -> list[Neighbourhood]:
    """Make the town, its people and what goes on in it; an empty list when it is already there."""
    keys.use(settings.keys())
    clock.use_zone(settings.time_zone)
    if await is_seeded(database):
        return []
    rng = Random(seed)
    hashed_password = await password_hash()
    async with database.transaction() as session:
        town = await found_town(session, hashed_password)
    for n, here in enumerate(town):
        count = people // len(town)
        await _populate(database, settings, here, n * count, count, rng)
    return town


async def _populate(
    database: Database,
    settings: Settings,
    here: Neighbourhood,
    first: int,
    count: int,
    rng: Random,
) -> None:
    people = people_of(here, first, count, rng)
    async with database.transaction() as session:
        await import_register(session, here, people)
    participants: list[UUID] = []
    for start in range(0, len(people), BATCH_SIZE):
        async with database.transaction() as session:
            batch = people[start : start + BATCH_SIZE]
            participants += await settle(session, here, batch, settings.wechat_appid)
    async with database.transaction() as session:
        opened = await announce(session, here)
    others = [id_ for id_, person in zip(participants, people, strict=True) if not person.is_guest]
    async with database.transaction() as session:
        await sign_up(session, here, others, opened, rng)
    async with database.transaction() as session:
        await fill_units(session, here, others, rng)
    async with database.transaction() as session:
        await fill_members(session, here, others, rng)
    async with database.transaction() as session:
        await fill_topics(session, here, others, rng)
    async with database.transaction() as session:
        await fill_ballots(session, here, others, rng)
    async with database.transaction() as session:
        await fill_feedback(session, here, others, rng)
    named = {person.alias: id_ for id_, person in zip(participants, people, strict=True)}
    if RESIDENT in named:
        async with database.transaction() as session:
            await fill_service(session, here, named[NEIGHBOUR], [named[RESIDENT], others[0]])
