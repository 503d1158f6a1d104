"""The attack on a dump: who has all tables, and knows how the program works, and lacks the keys,
learns nobody's vote; and what is published later does not lead back to a voter either."""

import json
from collections.abc import Iterator
from hashlib import blake2b, sha256
from itertools import product
from typing import Any

from httpx import AsyncClient
from sqlalchemy import text

from app.communities.models import Participant
from app.consultations.models import Ballot
from app.features import METADATA
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs.retention import SWEEPS as RETENTION
from app.kernel.jobs.sweeps import find_due
from tests.client import as_
from tests.consultations.ballots import CLOSES, a_ballot, path_of, vote
from tests.consultations.test_results import OVER, publish_directly
from tests.factories import a_community, participants

VOTERS = 60
OPTIONS = {"lift": ("yes", "no", "abstain"), "colour": ("red", "green", "abstain")}
ALL_CHOICES = [dict(zip(OPTIONS, options, strict=True)) for options in product(*OPTIONS.values())]
Row = dict[str, Any]


async def dump(database: Database) -> dict[str, list[Row]]:
    """Returns every row of every table, as whoever steals the database has it."""
    async with database.transaction() as session:
        return {
            table: [
                dict(row)
                for row in (await session.execute(text(f"SELECT * FROM {table}"))).mappings()
            ]
            for table in METADATA.tables
        }


def cast_by(voter: int) -> dict[str, str]:
    return ALL_CHOICES[voter * 7 % len(ALL_CHOICES)]


async def a_town_that_votes(
    database: Database, phone: AsyncClient
) -> tuple[Ballot, list[Participant], list[str]]:
    """Returns the ballot, its voters, and the receipts that they alone have."""
    community = await a_community(database)
    people = await participants(database, community, VOTERS)
    ballot = await a_ballot(database, community)
    receipts = []
    for n, person in enumerate(people):
        answer = await vote(phone, ballot, person, choices=cast_by(n), key=f"my-vote-{n:04}")
        assert answer.status_code == 201, answer.text
        receipts.append(answer.json()["receipt"])
    return ballot, people, receipts


def values_in(row: Row) -> Iterator[bytes]:
    """Yields whatever stands in a row, as bytes."""
    for value in row.values():
        if isinstance(value, bytes):
            yield value
        elif value is not None:
            yield (value if isinstance(value, str) else json.dumps(value, default=str)).encode()


def all_of(rows: dict[str, list[Row]]) -> bytes:
    return b"\n".join(value for table in rows.values() for row in table for value in values_in(row))


def bodies_of(choices: dict[str, str]) -> Iterator[bytes]:
    """Yields the ways in which clients write a request with these choices."""
    body = {"choices": choices}
    for separators in ((",", ":"), (", ", ": ")):
        yield json.dumps(body, separators=separators, ensure_ascii=False).encode()


def guesses(ballot: Ballot) -> Iterator[tuple[bytes, dict[str, str]]]:
    """Yields every digest without a key that a thief can make of each possible vote, with what it
    says. There are nine votes only: whatever digest is stored of one is broken at once."""
    target = f"POST {path_of(ballot, 'votes')}?".encode()
    for choices in ALL_CHOICES:
        for body in bodies_of(choices):
            inner = body.partition(b":")[2][:-1].strip()
            for content in (body, inner, b"\0".join((target, body)), target + body):
                yield blake2b(content, digest_size=16).digest(), choices
                yield blake2b(content).digest(), choices
                yield sha256(content).digest(), choices


def recovered(rows: dict[str, list[Row]], ballot: Ballot) -> list[tuple[str, dict[str, str]]]:
    """Returns what a dump tells of votes: the table, and the choices that stand in a row of it, in
    clear or as a digest that can be guessed."""
    broken = dict(guesses(ballot))
    clear = {
        body.partition(b":")[2][:-1].strip(): one for one in ALL_CHOICES for body in bodies_of(one)
    }
    clear |= {json.dumps(dict(reversed(one.items()))).encode(): one for one in ALL_CHOICES}
    return [
        (table, choices)
        for table, its_rows in rows.items()
        for row in its_rows
        for value in values_in(row)
        for choices in [broken.get(value) or clear.get(value)]
        if choices
    ]


async def test_a_dump_tells_nobody_s_vote(own_database: Database, phone: AsyncClient) -> None:
    ballot, _people, receipts = await a_town_that_votes(own_database, phone)
    rows = await dump(own_database)
    votes = rows["votes"]
    assert len(votes) == VOTERS
    assert recovered(rows, ballot) == []
    everything = all_of(rows)
    for receipt in receipts:
        digest = sha256(receipt.encode())
        secrets = (receipt.encode(), digest.digest(), digest.hexdigest().encode())
        assert not any(secret in everything for secret in secrets)
    # Neither lengths nor instants nor ids tell one vote from another.
    assert len({len(vote["content_sealed"]) for vote in votes}) == 1
    assert len({vote["content_sealed"] for vote in votes}) == VOTERS
    assert set(votes[0]) == {"community_id", "id", "ballot_id", "cast_by", "content_sealed"}
    assert {vote["id"] for vote in votes} <= {entry["id"] for entry in rows["electoral_roll"]}


async def test_the_published_board_does_not_lead_back_to_the_dump(
    own_database: Database, phone: AsyncClient
) -> None:
    """One dump is taken before the close and one after the publication."""
    ballot, people, _receipts = await a_town_that_votes(own_database, phone)
    before = await dump(own_database)
    await publish_directly(own_database, ballot)
    after = await dump(own_database)
    published: list[bytes] = []
    for question in OPTIONS:
        path = path_of(ballot, f"vote-board?question={question}&limit=100")
        board = (await phone.get(path, headers=as_(people[0].user_id))).json()
        published += [bytes.fromhex(one["receipt_sha256"]) for one in board["items"]]
    assert len(published) == 2 * VOTERS
    for rows in (before, after):
        del rows["vote_board"]
        stored = all_of(rows)
        for digest in published:
            parts = (digest, digest[:16], digest.hex().encode())
            assert not any(part in stored for part in parts)
    # The rows of the board stand in the order of their digests, which is nobody's order of voting.
    async with own_database.transaction() as session:
        query = text("SELECT id FROM vote_board WHERE question = 'lift' ORDER BY ctid")
        written = list(await session.scalars(query))
    assert written == sorted(written)


async def test_a_receipt_is_not_stored_any_longer_than_the_ballot_is_open(
    own_database: Database, phone: AsyncClient
) -> None:
    """The stored response is gone after the close, and nobody votes again."""
    ballot, people, _receipts = await a_town_that_votes(own_database, phone)
    assert len((await dump(own_database))["idempotency_keys"]) == VOTERS
    with clock.frozen(CLOSES):
        answer = await vote(phone, ballot, people[0], choices=cast_by(0), key="my-vote-0000")
        assert answer.status_code == 409
    with clock.frozen(OVER):
        async with own_database.transaction() as session:
            for sweep in RETENTION:
                for community_id, row_id, _due_at in await find_due(session, sweep, OVER, None):
                    await sweep.run(session, (community_id, row_id), clock.now())
        rows = await dump(own_database)
        assert (rows["idempotency_keys"], len(rows["votes"])) == ([], VOTERS)
        answer = await vote(phone, ballot, people[0], choices=cast_by(0), key="my-vote-0000")
        assert (answer.status_code, answer.json()["code"]) == (409, "consultations.voting_closed")
        assert len((await dump(own_database))["votes"]) == VOTERS


def test_the_attack_finds_what_it_looks_for() -> None:
    """Plants what an earlier version stored: choices in clear, and an unkeyed digest of them."""
    ballot = Ballot(community_id=uuid7(), id=uuid7(), topic_id=uuid7())
    target = f"POST {path_of(ballot, 'votes')}?".encode()
    body = b'{"choices":{"lift":"no","colour":"red"}}'
    fingerprint = blake2b(b"\0".join((target, body)), digest_size=16).digest()
    planted: dict[str, list[Row]] = {
        "idempotency_keys": [{"fingerprint": fingerprint}],
        "votes": [{"choices": {"lift": "no", "colour": "red"}}],
        "others": [{"fingerprint": b"x" * 16, "choices": {"lift": "maybe"}}],
    }
    no = {"lift": "no", "colour": "red"}
    assert recovered(planted, ballot) == [("idempotency_keys", no), ("votes", no)]
