"""Fills an empty database with the demo town, through services alone, the same for a seed."""

from random import Random
from uuid import UUID

from sqlalchemy import select

from app.communities.models import Region
from app.demo.ballots import fill_ballots
from app.demo.feedback import fill_feedback
from app.demo.members import fill_members
from app.demo.people import enrol_roll, people_of, settle
from app.demo.programme import announce, fill
from app.demo.topics import fill_topics
from app.demo.town import REGIONS, Neighbourhood, found_town, password_hash
from app.demo.units import fill_units
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.privacy import sealed
from app.settings import Settings

DEFAULT_PEOPLE = 1000
SEED = 2026
BATCH_SIZE = 50
"""People who are settled in one transaction."""
TOWN = REGIONS.splitlines()[1].partition(",")[0]


async def is_seeded(database: Database) -> bool:
    async with database.transaction() as session:
        return await session.scalar(select(Region.id).filter_by(code=TOWN)) is not None


async def seed(
    database: Database, settings: Settings, *, people: int = DEFAULT_PEOPLE, seed: int = SEED
) -> list[Neighbourhood]:
    """The town, its people and what goes on in it; nothing when it is there already."""
    sealed.use(settings.keys())
    clock.use_zone(settings.time_zone)
    if await is_seeded(database):
        return []
    chance = Random(seed)
    hashed_password = await password_hash()
    async with database.transaction() as session:
        town = await found_town(session, hashed_password)
    for n, here in enumerate(town):
        many = people // len(town)
        await _populate(database, settings, here, n * many, many, chance)
    return town


async def _populate(
    database: Database,
    settings: Settings,
    here: Neighbourhood,
    first: int,
    many: int,
    chance: Random,
) -> None:
    people = people_of(here, first, many, chance)
    async with database.transaction() as session:
        await enrol_roll(session, here, people)
    who: list[UUID] = []
    for start in range(0, len(people), BATCH_SIZE):
        async with database.transaction() as session:
            batch = people[start : start + BATCH_SIZE]
            who += await settle(session, here, batch, settings.wechat_appid)
    async with database.transaction() as session:
        opened = await announce(session, here)
    others = [id_ for id_, person in zip(who, people, strict=True) if not person.is_guest]
    async with database.transaction() as session:
        await fill(session, here, others, opened, chance)
    async with database.transaction() as session:
        await fill_units(session, here, others, chance)
    async with database.transaction() as session:
        await fill_members(session, here, others, chance)
    async with database.transaction() as session:
        await fill_topics(session, here, others, chance)
    async with database.transaction() as session:
        await fill_ballots(session, here, others, chance)
    async with database.transaction() as session:
        await fill_feedback(session, here, others, chance)
