"""Revisions on names of persons: rows that are there are found however the name is typed."""

from sqlalchemy import func, select

from app.communities.models import Participant, RegisterEntry
from app.kernel.database.engine import Database
from app.kernel.database.migrations import check, migrate
from app.kernel.privacy.sealed import own
from tests.factories import a_community, a_household, a_person, on_register, saved
from tests.kernel.test_migrations_of_words import down_below
from tests.now import NOW

DOTS = "\u00b7\u30fb\u2022\u2027\uff0e"


async def test_names_that_are_there_are_found_with_any_dot(
    own_url: str, own_database: Database
) -> None:
    here = await a_community(own_database)
    household = await a_household(own_database, here)
    person = a_person(here, None)
    person.real_name = "阿依·古丽"
    # What was written before is indexed as it was typed.
    dotted = Participant.real_name.indexes_for(Participant, here, "x")
    before = {name: b"0" * 16 if value else None for name, value in dotted.items()}
    for name, value in before.items():
        setattr(person, name, value)
    await saved(own_database, person)
    await down_below(own_url, "202611290301")
    await migrate(own_url)
    await check(own_url)
    async with own_database.transaction() as session:
        for dot in DOTS:
            found = await session.scalar(
                select(Participant).where(
                    Participant.community_id == here,
                    Participant.real_name.matches(Participant, here, f"阿依{dot}古丽"),
                )
            )
            assert found is not None
            assert own(found, Participant.real_name) == "阿依·古丽"
    await on_register(own_database, household, "阿依·古丽", "+8613800138000")
    await down_below(own_url, "202611290301")
    await migrate(own_url)
    await check(own_url)


async def test_one_person_of_the_register_typed_in_two_ways_is_there_once(
    own_url: str, own_database: Database
) -> None:
    here = await a_community(own_database)
    household = await a_household(own_database, here)
    for n, dot in enumerate(DOTS):
        entry = RegisterEntry(
            community_id=here,
            household_id=household.id,
            name=f"阿依{dot}古丽",
            phone="+8613800138000",
            imported_at=NOW,
        )
        for name in RegisterEntry.name.index_columns(RegisterEntry):
            if getattr(entry, name) is not None:
                setattr(entry, name, bytes([n]) * 16)
        await saved(own_database, entry)
    await down_below(own_url, "202611290301")
    await migrate(own_url)
    await check(own_url)
    async with own_database.transaction() as session:
        entries = select(func.count()).select_from(RegisterEntry)
        named = RegisterEntry.name.matches(RegisterEntry, here, "阿依·古丽")
        mine = RegisterEntry.community_id == here
        assert await session.scalar(entries.where(mine)) == 1
        assert await session.scalar(entries.where(mine, named)) == 1
