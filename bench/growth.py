"""`python -m bench.growth`: the cost of lists and counts when there are a hundred times more rows.

A small and a large database are queried in turns; shown are medians of the time inside the server,
and their ratios. A ballot has as many votes in both: the other votes are of other ballots.
"""

import asyncio
from collections.abc import Sequence
from json import loads
from statistics import median
from typing import Any, NamedTuple
from uuid import UUID

import asyncpg
from sqlalchemy import ClauseElement, make_url

from app.consultations.models import Ballot
from app.consultations.results.tally import votes_behind
from app.consultations.topics import queries as topics
from app.consultations.topics.schemas import StaffTopicQuery, TopicQuery
from app.feedback.tickets import queries as tickets
from app.feedback.tickets.schemas import StaffTicketQuery, TicketQuery
from app.kernel import clock
from app.kernel.database.columns import PLATFORM
from app.kernel.database.migrations import migrate
from app.volunteering.activities.hot import PUBLISHED
from bench.databases import a_database, plain
from bench.rows import filling

SMALL, LARGE = 1_000, 100_000
RUNS = 101
DIALECT = make_url("postgresql+asyncpg://").get_dialect()()
TARGET = 1.5
EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) "
PREPARED = f"PREPARE activities AS {PUBLISHED}"
FIRST = "0001-01-02', '00000000-0000-0000-0000-000000000000"


class Query(NamedTuple):
    name: str
    sql: str


def queries_of(someone: UUID, department: UUID, ballot: UUID) -> list[Query]:
    """Returns the queries of first pages, as residents and the desk read them."""
    return [
        Query("activities", _activities(f"'{FIRST}'")),
        *(Query(f"tickets, {name}", sql) for name, sql in _tickets(someone, department)),
        *(Query(f"topics, {name}", sql) for name, sql in _topics(someone)),
        Query("votes of one ballot", _votes(ballot)),
    ]


def _activities(after: str) -> str:
    return f"EXECUTE activities ('{PLATFORM}', {after}, 21, now(), '9999-12-31')"


def _tickets(someone: UUID, department: UUID) -> list[tuple[str, str]]:
    now, all_of_them = clock.now(), StaffTicketQuery.model_validate({})
    of_one = StaffTicketQuery.model_validate({"department_id": department})
    return [
        ("public", _literal(tickets.shown(PLATFORM, TicketQuery.model_validate({})))),
        ("desk", _literal(tickets.queue(PLATFORM, all_of_them, None, someone, now))),
        ("a department", _literal(tickets.queue(PLATFORM, of_one, [department], someone, now))),
    ]


def _topics(someone: UUID) -> list[tuple[str, str]]:
    now, all_of_them = clock.now(), StaffTopicQuery.model_validate({})
    declined = StaffTopicQuery.model_validate({"stage": "declined"})
    return [
        ("readable", _literal(topics.readable(PLATFORM, someone, TopicQuery.model_validate({})))),
        ("desk", _literal(topics.queue(PLATFORM, all_of_them, now))),
        ("declined", _literal(topics.queue(PLATFORM, declined, now))),
    ]


def _votes(ballot: UUID) -> str:
    of_one = Ballot(community_id=PLATFORM, id=ballot)
    return _literal(votes_behind(of_one, UUID(int=0)))


def _literal(query: ClauseElement) -> str:
    return str(query.compile(dialect=DIALECT, compile_kwargs={"literal_binds": True}))


async def prepare(url: str, rows: int) -> Any:
    """Fills a database, and connects to it with plans as the lane has them."""
    await migrate(url)
    connection = await asyncpg.connect(plain(url))
    await connection.execute(filling(rows))
    await connection.execute("VACUUM ANALYZE")
    await connection.execute("SET plan_cache_mode = force_generic_plan")
    await connection.execute(PREPARED)
    return connection


async def duration_ms(connection: Any, sql: str) -> float:
    """Returns the time inside the server, in milliseconds."""
    plan = loads(await connection.fetchval(EXPLAIN + sql))
    time: float = plan[0]["Execution Time"]
    return time


async def compare(small: Any, large: Any, queries: Sequence[Query]) -> None:
    print(f"{'ms inside the server':26} {SMALL:>9,} {LARGE:>9,}   growth (target: <= {TARGET})")
    for name, sql in queries:
        pairs = [
            (await duration_ms(small, sql), await duration_ms(large, sql)) for _ in range(RUNS)
        ]
        few, many = (median(times) for times in zip(*pairs, strict=True))
        print(f"{name:26} {few:9.3f} {many:9.3f} {many / few:8.2f}")


async def run(*urls: str) -> None:
    small, large = [
        await prepare(url, rows) for url, rows in zip(urls, (SMALL, LARGE), strict=True)
    ]
    ids = [await small.fetchval(f"SELECT pg_temp.id({n})") for n in (1, 3, 1)]
    await compare(small, large, queries_of(*ids))
    for connection in (small, large):
        await connection.close()


def main() -> None:
    with a_database("small") as small, a_database("large") as large:
        asyncio.run(run(small, large))


if __name__ == "__main__":
    main()
