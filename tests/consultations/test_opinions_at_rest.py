"""Opinions that others may not read any more do not lie open in the database either."""

from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from httpx import AsyncClient, Response
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.consultations.models import Opinion
from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, check, migrate
from tests.client import as_, as_admin
from tests.factories import a_community, a_participant, a_topic, an_opinion, staff

WORDS, REASON = "支持，我家老人也需要。", "含有人身攻击"


async def rows_of(database: Database) -> list[dict[str, Any]]:
    async with database.transaction() as session:
        found = await session.execute(text("SELECT * FROM opinions ORDER BY id"))
        return [dict(row) for row in found.mappings()]


def lies_open(row: dict[str, Any], words: str) -> bool:
    return any(words in str(value) or words.encode() in bytes_of(value) for value in row.values())


def bytes_of(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


class TestAtRest:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database) -> None:
        self.http, self.database = http, database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.author = await a_participant(database, self.community)
        topic = await a_topic(database, self.community)
        self.opinion = await an_opinion(database, topic, self.author)

    async def hide(self, verb: str = "hide") -> Response:
        path = f"/admin/v1/communities/{self.community}/opinions/{self.opinion.id}/{verb}"
        return await self.http.post(path, json={"reason": REASON}, headers=as_admin(self.worker))

    async def read(self) -> dict[str, Any]:
        path = f"/v1/communities/{self.community}/opinions/{self.opinion.id}"
        shown: dict[str, Any] = (await self.http.get(path, headers=as_(self.author.user_id))).json()
        return shown

    async def test_a_hidden_one_and_the_reason_are_sealed(self) -> None:
        assert (await self.hide()).json()["text"] == WORDS
        [row] = await rows_of(self.database)
        assert not lies_open(row, WORDS[:4])
        assert not lies_open(row, REASON)
        mine = await self.read()
        assert (mine["text"], mine["hidden_reason"]) == (WORDS, REASON)

    async def test_a_restored_one_lies_open_again_and_the_reason_is_gone(self) -> None:
        await self.hide()
        assert (await self.hide("restore")).json()["text"] == WORDS
        [row] = await rows_of(self.database)
        assert lies_open(row, WORDS)
        assert (row["text_sealed"], row["hidden_reason_sealed"]) == (None, None)

    async def test_a_withdrawn_one_is_sealed_hidden_before_or_not(self) -> None:
        path = f"/v1/communities/{self.community}/opinions/{self.opinion.id}/withdraw"
        answer = await self.http.post(path, headers=as_(self.author.user_id))
        assert answer.json()["text"] == WORDS
        [row] = await rows_of(self.database)
        assert not lies_open(row, WORDS[:4])

    async def test_one_that_is_damaged_takes_no_list_down(self) -> None:
        await self.hide()
        async with self.database.transaction() as session:
            row = await session.get_one(Opinion, (self.community, self.opinion.id))
            row.text_sealed = b"damaged"
        path = f"/admin/v1/communities/{self.community}/topics/{self.opinion.topic_id}/opinions"
        answer = await self.http.get(path, headers=as_admin(self.worker))
        assert [one["text"] for one in answer.json()["items"]] == [""]


async def test_the_revision_seals_and_opens(
    own_url: str, own_engine: AsyncEngine, own_database: Database
) -> None:
    community = await a_community(own_database)
    author = await a_participant(own_database, community)
    topic = await a_topic(own_database, community)
    opinions = [await an_opinion(own_database, topic, author) for _ in range(3)]
    async with own_database.transaction() as session:
        hidden, withdrawn, _shown = [
            await session.get_one(Opinion, (community, opinion.id)) for opinion in opinions
        ]
        hidden.hide(author.id, REASON)
        withdrawn.withdraw()
    sealed = await rows_of(own_database)
    revisions = ScriptDirectory.from_config(Config(str(INI)))
    newer = list(revisions.iterate_revisions("head", "202611280412"))
    await migrate(own_url, f"-{len(newer)}")
    await own_engine.dispose()  # Its connections have prepared what the table was before.
    clear = await rows_of(own_database)
    assert [(row["text"], row["hidden_reason"]) for row in clear] == [
        (WORDS, REASON),
        (WORDS, None),
        (WORDS, None),
    ]
    await migrate(own_url)
    await own_engine.dispose()
    await check(own_url)
    again = await rows_of(own_database)
    assert [row["text"] for row in again] == [row["text"] for row in sealed] == [None, None, WORDS]
    async with own_database.transaction() as session:
        rows = [await session.get_one(Opinion, (community, one.id)) for one in opinions]
        said = [(row.text, row.hidden_reason) for row in rows]
    assert said == [(WORDS, REASON), (WORDS, None), (WORDS, None)]
