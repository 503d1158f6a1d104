"""The revisions that seal votes: down they open what is sealed, and up they seal it again."""

from datetime import timedelta
from typing import Any

from alembic.config import Config
from alembic.script import ScriptDirectory
from httpx import AsyncClient
from sqlalchemy import text

from app.consultations.models import VoteContent
from app.kernel.database.engine import Database
from app.kernel.database.migrations import INI, check, migrate
from tests.client import as_
from tests.consultations.ballots import CHOICES, a_ballot, contents_of, path_of, reread, vote
from tests.consultations.test_results import AGAINST, publish_directly
from tests.factories import a_community, participants

BEFORE = "202611280703"


async def rows_of(database: Database, query: str) -> list[tuple[Any, ...]]:
    async with database.transaction() as session:
        return [tuple(row) for row in await session.execute(text(query))]


def said_in(contents: list[VoteContent]) -> list[tuple[Any, ...]]:
    said = [(one.receipt_sha256, one.choices, one.cast_at) for one in contents]
    return sorted(said, key=lambda one: one[0])


async def test_votes_counts_and_boards_survive(
    own_url: str, own_database: Database, phone: AsyncClient
) -> None:
    community = await a_community(own_database)
    people = await participants(own_database, community, 40)
    published = await a_ballot(own_database, community)
    open_ = await a_ballot(own_database, community, closes_in=timedelta(days=30))
    for n, person in enumerate(people[:12]):
        choices = CHOICES if n % 3 else AGAINST
        for ballot in (published, open_):
            answer = await vote(phone, ballot, person, choices=choices, key=f"{ballot.id}-{n:02}")
            assert answer.status_code == 201
    await publish_directly(own_database, published)
    votes = said_in(await contents_of(own_database, published))
    tally = (await reread(own_database, published)).require_tally()
    path = path_of(published, "vote-board?question=lift&limit=50")
    board = (await phone.get(path, headers=as_(people[0].user_id))).json()

    newer = ScriptDirectory.from_config(Config(str(INI))).iterate_revisions("head", BEFORE)
    await migrate(own_url, f"-{len(list(newer))}")
    clear = await rows_of(
        own_database,
        "SELECT encode(receipt_digest, 'hex'), choices, cast_at FROM votes"
        f" WHERE ballot_id = '{published.id}' ORDER BY receipt_digest",
    )
    assert clear == votes
    [(counted,)] = await rows_of(own_database, "SELECT tally FROM ballots WHERE tally IS NOT NULL")
    assert (counted["present"], counted["counts"]) == (tally.present, tally.counts)

    await migrate(own_url)
    await check(own_url)
    assert said_in(await contents_of(own_database, published)) == votes
    assert (await reread(own_database, published)).require_tally() == tally
    assert (await phone.get(path, headers=as_(people[0].user_id))).json() == board
    lengths = await rows_of(own_database, "SELECT DISTINCT length(content_sealed) FROM votes")
    assert len(lengths) == 1
    late = await vote(phone, open_, people[20], key="late-vote-1")
    assert late.status_code == 201
    lengths = await rows_of(own_database, "SELECT DISTINCT length(content_sealed) FROM votes")
    assert len(lengths) == 1, "what is cast now is as long as what the revision has sealed"
