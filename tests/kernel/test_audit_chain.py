"""The chain of audit entries, and what its verification finds: each flaw is planted once."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.privacy.audit import record
from app.kernel.privacy.audit_chain import chain_batch
from app.kernel.privacy.audit_verification import Head, Verified, verify
from app.worker import Worker
from tests.factories import a_community, a_participant
from tests.now import NOW

CHANGED = "the entry or its position was changed"


class Chain:
    @pytest.fixture(autouse=True)
    async def arrange(self, own_database: Database) -> None:
        self.database = own_database
        self.here = await a_community(own_database)
        self.person = await a_participant(own_database, self.here)
        self.worker = Staff(self.here, uuid4(), ())
        for _ in range(5):
            await self.record()
        await self.chain()

    async def record(self) -> UUID:
        async with self.database.transaction() as session:
            entry = record(
                session, self.worker, "participant.renamed", self.person, self.person.id, why="x"
            )
        return entry.id

    async def chain(self) -> None:
        async with self.database.transaction() as session:
            await chain_batch(session, self.here)

    async def plant(self, *statements: str) -> None:
        async with self.database.transaction() as session:
            for statement in statements:
                await session.execute(text(statement))

    async def verified(self, *heads: Head) -> Verified:
        return await verify(self.database, self.here, clock.now(), heads)

    async def flaws(self, *heads: Head) -> list[tuple[str, int | None]]:
        return [(flaw.what, flaw.number) for flaw in (await self.verified(*heads)).flaws]

    def third(self, table: str = "e") -> str:
        third = "(SELECT l.id FROM audit_chain l WHERE l.number = 3)"
        return f"{table}.community_id = '{self.here}' AND {table}.id = {third}"


class TestVerify(Chain):
    async def test_a_chain_that_nobody_touched_is_well(self) -> None:
        found = await self.verified()
        assert (found.flaws, found.number, found.waiting) == ([], 5, 0)
        assert found.head == Head.read(str(found.head))

    async def test_an_entry_that_was_changed_is_found(self) -> None:
        changes = ["action = 'x'", "at = at + interval '1 us'", "actor_id = gen_random_uuid()"]
        changes += ["subject_id = gen_random_uuid()", "content_hash = sha256('x')"]
        for change in changes:
            await self.plant(
                "CREATE TABLE before AS SELECT * FROM audit_entries",
                f"UPDATE audit_entries AS e SET {change} WHERE {self.third()}",
            )
            assert (CHANGED, 3) in await self.flaws(), change
            await self.plant(
                f"DELETE FROM audit_entries AS e WHERE e.community_id = '{self.here}'",
                "INSERT INTO audit_entries SELECT * FROM before",
                "DROP TABLE before",
            )
        assert await self.flaws() == []

    async def test_an_entry_that_was_removed_is_found(self) -> None:
        await self.plant(f"DELETE FROM audit_entries AS e WHERE {self.third()}")
        assert await self.flaws() == [("the entry was removed", 3)]

    async def test_an_entry_that_was_removed_with_its_link_is_found(self) -> None:
        await self.plant(
            f"DELETE FROM audit_entries AS e WHERE {self.third()}",
            f"DELETE FROM audit_chain AS l WHERE l.community_id = '{self.here}' AND l.number = 3",
        )
        assert await self.flaws() == [
            ("links up to here from 3 on were removed", 4),
            (CHANGED, 4),
        ]

    async def test_entries_in_another_order_are_found(self) -> None:
        here = f"l.community_id = '{self.here}'"
        await self.plant(
            f"UPDATE audit_chain AS l SET number = 99 WHERE {here} AND number = 2",
            f"UPDATE audit_chain AS l SET number = 2 WHERE {here} AND number = 3",
            f"UPDATE audit_chain AS l SET number = 3 WHERE {here} AND number = 99",
        )
        assert {number for what, number in await self.flaws() if what == CHANGED} == {2, 3, 4}

    async def test_an_entry_that_was_inserted_beside_the_chain_is_found(self) -> None:
        await self.plant(
            "INSERT INTO audit_entries (community_id, id, at, actor_id, action, subject_id,"
            f" content_hash) SELECT community_id, '{uuid7()}', at, actor_id, action, subject_id,"
            f" content_hash FROM audit_entries e WHERE {self.third()}"
        )
        assert await self.flaws() == [("the entry was inserted beside the chain", None)]

    async def test_an_entry_that_was_inserted_with_an_earlier_date_is_found(self) -> None:
        with clock.frozen(NOW - timedelta(hours=2)):
            await self.record()
        await self.chain()
        assert await self.flaws() == [("the entry is dated long before those that precede it", 6)]

    async def test_a_chain_that_was_made_anew_is_not_that_of_a_kept_head(self) -> None:
        """Whoever may do everything rewrites the whole chain: only the head elsewhere tells."""
        known = (await self.verified()).head
        await self.plant(
            f"UPDATE audit_entries AS e SET action = 'x' WHERE {self.third()}",
            f"DELETE FROM audit_chain AS l WHERE l.community_id = '{self.here}'",
            f"DELETE FROM audit_heads AS h WHERE h.community_id = '{self.here}'",
            "UPDATE audit_contents AS c SET is_chained = false"
            f" WHERE c.community_id = '{self.here}'",
        )
        await self.chain()
        assert await self.flaws() == []
        assert await self.flaws(known) == [("the hash is not that of the head that was kept", 5)]

    async def test_an_end_that_was_cut_off_is_found_by_a_kept_head(self) -> None:
        known = (await self.verified()).head
        fifth = "(SELECT l.id FROM audit_chain l WHERE l.number = 5)"
        last = f"x.community_id = '{self.here}' AND x.id = {fifth}"
        await self.plant(
            f"DELETE FROM audit_entries AS x WHERE {last}",
            f"DELETE FROM audit_contents AS x WHERE {last}",
            f"UPDATE audit_heads AS h SET number = 4, hash = (SELECT hash FROM audit_chain"
            f" WHERE number = 4) WHERE h.community_id = '{self.here}'",
            f"DELETE FROM audit_chain AS l WHERE l.community_id = '{self.here}' AND number = 5",
        )
        assert await self.flaws() == []
        assert await self.flaws(known) == [("the chain ends before a head that was kept", 5)]

    async def test_a_content_that_was_changed_or_removed_is_found(self) -> None:
        other = "(SELECT l.id FROM audit_chain l WHERE l.number = 4)"
        third = self.third("c")
        await self.plant(
            "UPDATE audit_contents AS c SET content_sealed = (SELECT o.content_sealed"
            f" FROM audit_contents o WHERE o.id = {other}) WHERE {third}"
        )
        assert await self.flaws() == [("the content does not open", 3)]
        await self.plant(f"DELETE FROM audit_contents AS c WHERE {third}")
        assert await self.flaws() == [("the content was removed", 3)]

    async def test_a_content_that_was_erased_is_counted_and_is_no_flaw(self) -> None:
        await self.plant(
            "UPDATE audit_contents AS c SET content_sealed = NULL, about_sealed = NULL,"
            f" about_index = NULL WHERE {self.third('c')}"
        )
        found = await self.verified()
        assert (found.flaws, found.erased) == ([], 1)

    async def test_an_entry_that_waits_long_is_named(self) -> None:
        await self.record()
        assert (await self.verified()).waiting == 1
        with clock.frozen(NOW + timedelta(hours=2)):
            assert await self.flaws() == [("the entry has waited long to be chained", None)]


class TestSweep(Chain):
    async def test_an_entry_that_commits_late_is_chained_late(
        self, own_engine: AsyncEngine
    ) -> None:
        """Its transaction began before those that the sweep has chained already."""
        async with Database.of(own_engine).transaction() as slow:
            late = record(slow, self.worker, "participant.renamed", self.person, self.person.id)
            await slow.flush()
            await self.record()
            await Worker(self.database).sweep()
            assert (await self.verified()).number == 6
        with clock.frozen(NOW + timedelta(minutes=2)):
            await Worker(self.database).sweep()
        found = await self.verified()
        assert (found.flaws, found.number, found.waiting) == ([], 7, 0)
        async with self.database.transaction() as session:
            last = await session.scalar(text("SELECT id FROM audit_chain WHERE number = 7"))
        assert last == late.id

    async def test_each_community_has_a_chain_of_its_own(self) -> None:
        there = await a_community(self.database)
        async with self.database.transaction() as session:
            record(session, Staff(there, uuid4(), ()), "activity.drafted", self.person)
        with clock.frozen(NOW + timedelta(minutes=2)):
            await Worker(self.database).sweep()
        assert (await self.verified()).number == 5
        assert (await verify(self.database, there, clock.now())).number == 1

    async def test_workers_that_chain_at_once_make_one_chain(self) -> None:
        for _ in range(12):
            await self.record()
        await asyncio.gather(*(self.chain() for _ in range(4)))
        found = await self.verified()
        assert (found.flaws, found.number, found.waiting) == ([], 17, 0)
