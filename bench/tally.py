"""`python -m bench.tally`: the time in which 100,000 recorded votes are opened and counted
(target: <= 2 s), and in which their boards are written."""

import asyncio
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.communities.models import Channel, Participant
from app.consultations.ballots.schemas import Question, RuleIn
from app.consultations.models import (
    Ballot,
    BallotStatus,
    ElectoralRollEntry,
    Electorate,
    LegalEffect,
    Mode,
    QuestionKind,
    Rule,
    Tally,
    Topic,
    TopicCategory,
    TopicStatus,
    Vote,
    VoteContent,
    length_of,
)
from app.consultations.results.board import write_boards
from app.consultations.results.outcome import outcome_of
from app.consultations.results.tally import count_votes
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.database import embedded
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Base, Database, open_engine
from app.kernel.database.migrations import migrate
from app.settings import Settings

SERVER = Path(__file__).parent.parent / "var" / "bench-tally"
NAME = "linli_tally"
VOTES, BATCH_SIZE, RUNS = 100_000, 5000, 5
OPTIONS = ("yes", "no", "abstain")
QUESTIONS = [
    Question(key="lift", kind=QuestionKind.YES_NO_ABSTAIN, title="是否加装电梯").frozen(),
    Question(key="shed", kind=QuestionKind.YES_NO_ABSTAIN, title="是否新建车棚").frozen(),
]
Rows = list[dict[str, Any]]


def a_topic() -> Topic:
    now = clock.now()
    return Topic(
        community_id=PLATFORM,
        title="加装电梯",
        text="征求意见",
        category=TopicCategory.FACILITIES,
        status=TopicStatus.SUBMITTED,
        submitted_at=now,
        answer_due_at=now,
        seconds=0,
        opinions_for=0,
        opinions_against=0,
        opinions_neutral=0,
        search_grams=[],
        version=1,
        entered_by=PLATFORM,
        channel=Channel.SELF,
    )


def a_ballot(topic: Topic) -> Ballot:
    now = clock.now()
    return Ballot(
        community_id=PLATFORM,
        topic_id=topic.id,
        title="加装电梯",
        mode=Mode.RECORDED,
        electorate=Electorate.RESIDENTS,
        legal_effect=LegalEffect.ADVISORY,
        questions=QUESTIONS,
        rule=RuleIn().model_dump(mode="json"),
        notice_days=7,
        opens_at=now,
        closes_at=now.replace(year=now.year + 1),
        status=BallotStatus.DRAFT,
        roll_size=VOTES,
        version=1,
    )


def cast(ballot: Ballot) -> Iterator[tuple[type[Base], Rows]]:
    """Yields rows of people, roll and votes, a batch at a time."""
    here = {"community_id": PLATFORM}
    for start in range(0, VOTES, BATCH_SIZE):
        people = [uuid7() for _ in range(BATCH_SIZE)]
        entries = [uuid7() for _ in range(BATCH_SIZE)]
        yield Participant, [here | _person(id_) for id_ in people]
        whose = here | {"ballot_id": ballot.id}
        yield (
            ElectoralRollEntry,
            [
                whose | {"id": entry, "participant_id": person, "status": "voted"}
                for entry, person in zip(entries, people, strict=True)
            ],
        )
        yield (
            Vote,
            [
                whose | _vote(start + n, entry, person)
                for n, (entry, person) in enumerate(zip(entries, people, strict=True))
            ],
        )


def _person(id_: UUID) -> dict[str, Any]:
    return {
        "id": id_,
        "display_name_sealed": b"",
        "kind": "resident",
        "status": "active",
        "joined_at": clock.now(),
        "entered_by": PLATFORM,
        "channel": "desk",
        "witness_sealed": b"",
    }


def _vote(n: int, entry: UUID, person: UUID) -> dict[str, Any]:
    choices = {"lift": OPTIONS[n % 3], "shed": OPTIONS[n % 7 % 3]}
    receipt = sha256(entry.bytes).hexdigest()
    content = VoteContent(choices, receipt, clock.now(), length_of(QUESTIONS))
    sealed = Vote.content.seal_for(Vote, PLATFORM, entry, content)
    return {"id": entry, "cast_by": person, "content_sealed": sealed}


async def measure(database: Database) -> None:
    topic = a_topic()
    ballot = a_ballot(topic)
    async with database.transaction() as session:
        await session.execute(text("SET LOCAL statement_timeout = 0"))
        session.add(topic)
        await session.flush()
        session.add(ballot)
        await session.flush()
        for model, rows in cast(ballot):
            await session.execute(insert(model), rows)
    tally = Tally(0, {})
    for run in range(RUNS):
        async with database.transaction() as session:
            began = perf_counter()
            tally = await count_votes(session, ballot)
            rule = Rule.read(ballot.rule)
            lift = tally.counts["lift"]
            outcome = outcome_of(
                QuestionKind.YES_NO_ABSTAIN, lift, present=tally.present, roll=VOTES, rule=rule
            )
            took = perf_counter() - began
        print(f"run {run + 1}: {tally.present:,} sealed votes in {took:.3f} s; {outcome.reason}")
    async with database.transaction() as session:
        began = perf_counter()
        digests = await write_boards(session, ballot, tally)
        took = perf_counter() - began
    print(f"vote boards of {len(digests)} questions written in {took:.3f} s (target: <= 10)")


async def main() -> None:
    keys.use(Settings.demo().keys())
    server, _handle = embedded.start(SERVER)
    admin = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with admin.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {NAME}"))
    await admin.dispose()
    url = server.set(database=NAME).render_as_string(hide_password=False)
    await migrate(url)
    engine = open_engine(url, pool_size=2)
    await measure(Database.of(engine))
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
