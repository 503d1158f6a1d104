"""`python -m bench.reseal`: values resealed a second while others read and write them (target:
>= 5,000), and how many of those reads have failed (target: 0)."""

import asyncio
import random
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import perf_counter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import insert, text

from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.features import METADATA
from app.kernel import clock
from app.kernel.crypto import keys
from app.kernel.crypto.keys import Keys
from app.kernel.database.columns import PLATFORM, uuid7
from app.kernel.database.engine import Database, open_engine
from app.kernel.privacy.reseal import Resealed, reseal_column
from app.kernel.privacy.sealed import own
from app.kernel.privacy.sealed_columns import SealedColumn, sealed_columns
from app.migrate import migrate
from app.settings import Settings
from bench.databases import a_database

ROWS, BATCH_SIZE = 100_000, 5_000
READERS, WRITERS = 4, 2
NAMES = ("王秀英", "李敏", "欧阳娜娜", "Zoë Müller")
FIRST = Settings.demo().keys()
BOTH = Keys(
    {**FIRST.sealing, 2: b"second key that seals, 32 bytes."},
    {**FIRST.index, 2: b"second key that finds, 32 bytes."},
    FIRST.digest,
)


class Load(NamedTuple):
    reads: int
    failed_reads: int
    writes: int
    failed_writes: int
    lost_writes: int
    seconds: float


async def fill(url: str) -> list[UUID]:
    """Inserts people whose names are sealed and found with the first keys."""
    keys.use(FIRST)
    engine = open_engine(url, pool_size=2)
    ids = [uuid7() for _ in range(ROWS)]
    async with Database.of(engine).transaction() as session:
        await session.execute(text("SET LOCAL statement_timeout = 0"))
        for start in range(0, ROWS, BATCH_SIZE):
            rows = list(_rows(ids[start : start + BATCH_SIZE]))
            await session.execute(insert(Participant), rows)
        await session.execute(text("ANALYZE participants"))
    await engine.dispose()
    return ids


def _rows(ids: list[UUID]) -> Iterator[dict[str, object]]:
    field, now = Participant.real_name, clock.now()
    for n, id_ in enumerate(ids):
        name = NAMES[n % len(NAMES)]
        row = Participant(
            community_id=PLATFORM,
            id=id_,
            display_name="秀英",
            kind=ParticipantKind.RESIDENT,
            status=ParticipantStatus.ACTIVE,
            joined_at=now,
            entered_by=PLATFORM,
            channel="desk",
            witness="王芳",
        )
        table = METADATA.tables["participants"]
        columns = {column.key: getattr(row, column.key) for column in table.columns}
        yield columns | {
            "real_name_sealed": field.seal_for(Participant, PLATFORM, id_, name),
            **field.indexes_for(Participant, PLATFORM, name),
        }


async def _press(url: str, ids: list[UUID], stop: Connection) -> Load:
    """Reads and writes names of people at random until told to stop."""
    keys.use(BOTH)
    engine = open_engine(url, pool_size=READERS + WRITERS)
    database = Database.of(engine)
    counts = {"reads": 0, "failed_reads": 0, "writes": 0, "failed_writes": 0}
    written: dict[UUID, str] = {}

    async def read() -> None:
        while not stop.poll():
            try:
                async with database.transaction() as session:
                    row = await session.get_one(Participant, (PLATFORM, random.choice(ids)))
                assert own(row, Participant.real_name)
                counts["reads"] += 1
            except Exception:
                counts["failed_reads"] += 1

    async def write(own_ids: list[UUID]) -> None:
        """Each writer has people of its own, so that it knows the last name of each."""
        while not stop.poll():
            id_, name = random.choice(own_ids), f"新名{random.random()}"
            try:
                async with database.transaction() as session:
                    row = await session.get_one(
                        Participant, (PLATFORM, id_), with_for_update={"key_share": True}
                    )
                    row.real_name = name
                written[id_] = name
                counts["writes"] += 1
            except Exception:
                counts["failed_writes"] += 1

    start = perf_counter()
    writers = [write(ids[n::WRITERS]) for n in range(WRITERS)]
    await asyncio.gather(*(read() for _ in range(READERS)), *writers)
    seconds = perf_counter() - start
    lost = 0
    async with database.transaction() as session:
        for id_, name in written.items():
            row = await session.get_one(Participant, (PLATFORM, id_))
            lost += own(row, Participant.real_name) != name
    await engine.dispose()
    return Load(**counts, lost_writes=lost, seconds=seconds)


def press(url: str, ids: list[UUID], connection: Connection) -> None:
    """Runs the load in a process of its own."""
    connection.send(asyncio.run(_press(url, ids, connection)))


def names_column() -> SealedColumn:
    [column] = [one for one in sealed_columns() if str(one) == "participants.real_name_sealed"]
    return column


async def reseal(url: str) -> tuple[Resealed, float]:
    keys.use(BOTH)
    engine = open_engine(url, pool_size=2)
    start = perf_counter()
    done = await reseal_column(Database.of(engine), names_column())
    seconds = perf_counter() - start
    await engine.dispose()
    return done, seconds


def main() -> None:
    keys.use(FIRST)
    with a_database("reseal") as url:
        asyncio.run(migrate(url))
        ids = asyncio.run(fill(url))
        here, there = get_context("spawn").Pipe()
        load = get_context("spawn").Process(target=press, args=(url, ids, there))
        load.start()
        done, seconds = asyncio.run(reseal(url))
        here.send("stop")
        pressed: Load = here.recv()
        load.join()
    reads, writes = (n / pressed.seconds for n in (pressed.reads, pressed.writes))
    print(f"{done.written:,} of {done.looked_at:,} values resealed and indexed in {seconds:.1f} s,")
    print(f"{done.looked_at / seconds:,.0f} a second (target: >= 5,000);")
    print(f"{done.missed} left to a second run, {done.damaged} damaged")
    print(f"meanwhile {reads:,.0f} reads a second, {pressed.failed_reads} failed (target: 0)")
    print(f"and {writes:,.0f} writes, {pressed.failed_writes} failed, {pressed.lost_writes} lost")


if __name__ == "__main__":
    main()
