"""`python -m bench.home`: the latency of the home screen beside that of the list of activities.

One service is asked for both in turns, by people who have sign-ups, messages, open ballots and
open tickets, over few connections and over many; shown are medians of the rounds, and the ratio.
"""

import argparse
from collections.abc import Iterator
from itertools import cycle, islice
from statistics import median

import uvloop
from sqlalchemy import text

from app.kernel.crypto import keys
from app.kernel.database.engine import Database, open_engine
from app.kernel.database.migrations import migrate
from app.kernel.lane.batching import Limits
from bench.__main__ import Measured, measure
from bench.data import Size, fill
from bench.databases import a_database
from bench.requests import Requests
from bench.serving import SETTINGS, Served, pin, served, service

SIZE = Size(crowd=0, people=2_000, activities=100, rushes=0, places=0, ballots=2)
TARGET = 2.0
JOIN = """
INSERT INTO my_communities (user_id, id, community_id, participant_id, joined_at)
SELECT user_id, gen_random_uuid(), community_id, id, joined_at FROM participants
"""
SIGNUPS, TICKETS = 4_000, 2_000


def homes(requests: Requests) -> Iterator[bytes]:
    """Yields requests of each person's home screen, in the communities of `Requests.lists`."""
    lists = cycle(islice(requests.lists(), len(requests.town.people)))
    for request in lists:
        community = request.split(b"/", 4)[3]
        path = b"/v1/communities/" + community + b"/activities"
        yield request.replace(path, b"/v1/me/home?community_id=" + community, 1)


async def run(url: str, rounds: int, seconds: float) -> None:
    await migrate(url)
    requests = Requests(await fill(url, SIZE))
    engine = open_engine(url, pool_size=1)
    async with Database.of(engine).transaction() as session:
        await session.execute(text(JOIN))
        await session.execute(text("ANALYZE my_communities"))
    await engine.dispose()
    with served("service", service, url, Limits()) as program:
        await measure(program, requests.first_lists(), 64, 60.0, 200)
        for writes, many in ((requests.signups, SIGNUPS), (requests.tickets, TICKETS)):
            await measure(program, islice(writes, many), 64, 60.0, 201)
        for connections in (1, 8, 64):
            await compare(program, requests, connections, rounds, seconds)


async def compare(
    program: Served, requests: Requests, connections: int, rounds: int, seconds: float
) -> None:
    measured: dict[str, list[Measured]] = {"activities": [], "home": []}
    for _ in range(rounds):
        for name, asked in (("activities", requests.lists()), ("home", homes(requests))):
            measured[name].append(await measure(program, asked, connections, seconds, 200))
    for name, several in measured.items():
        p50, p99 = (median(one.round.quantile(q) for one in several) for q in (0.5, 0.99))
        cpu = median(one.cpu_us for one in several)
        print(
            f"{connections:3} connections  {name:12} p50 {p50:7.2f} ms  p99 {p99:7.2f} ms"
            f"  CPU {cpu:6.0f} us"
        )
    pairs = list(zip(measured["home"], measured["activities"], strict=True))
    for q in (0.5, 0.99):
        ratio = median(a.round.quantile(q) / b.round.quantile(q) for a, b in pairs)
        print(f"{'':18}p{q * 100:.0f} home : activities = {ratio:.2f}  (target: <= {TARGET})")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.home", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds, to see that it runs")
    rounds, seconds = (1, 0.5) if parser.parse_args().short else (5, 3.0)
    keys.use(SETTINGS.keys())
    pin(1)
    with a_database() as url:
        uvloop.run(run(url, rounds, seconds))


if __name__ == "__main__":
    main()
