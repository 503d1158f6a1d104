"""`python -m bench`: the throughput of the service against bare Starlette + asyncpg, as ratios.

All programs run at the same time and are loaded in turns, so that other work of the machine falls
on all of them; the medians of the rounds are shown. Times are not asserted: a run fails when an
answer is wrong, or when answers and stored rows differ.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import NamedTuple

import uvloop

from app.kernel.crypto import keys
from app.kernel.database.migrations import migrate
from app.kernel.lane.batching import Limits
from app.settings import Settings
from bench.checks import verify
from bench.data import Size, fill
from bench.databases import a_database
from bench.load import Round, rush
from bench.requests import Requests
from bench.serving import Served, ceiling, pin, served, service


@dataclass(frozen=True, slots=True)
class Effort:
    size: Size
    rounds: int
    seconds: float
    """Length of a round."""
    rushes: int
    """Rounds on one hot shift, and on one hot occasion."""
    writes: int
    """Votes, tickets and check-ins in a round: few enough that ballots and occasions suffice, and
    that no person has ten open tickets."""


FULL = Effort(
    Size(people=10_000, activities=200, rushes=6, places=300, ballots=7, crowd=2000),
    7,
    4.0,
    3,
    5000,
)
SHORT = Effort(
    Size(people=500, activities=20, rushes=2, places=30, ballots=1, crowd=200), 1, 0.5, 1, 250
)
RUSH_TIMEOUT_SECONDS = 60.0
CONNECTIONS, RUSH_CONNECTIONS = 64, 128


class Measured(NamedTuple):
    round: Round
    cpu_us: float
    """CPU time of the program per request."""


async def measure(
    program: Served, requests: Iterator[bytes], connections: int, seconds: float, status: int
) -> Measured:
    before = program.cpu_seconds()
    round_ = await rush(program.port, connections, requests, seconds)
    if set(round_.statuses) != {status}:
        raise SystemExit(f"{program.name}: answered {dict(round_.statuses)}")
    cpu = program.cpu_seconds() - before
    return Measured(round_, cpu / len(round_.latencies) * 1e6)


async def warm_up(program: Served, requests: Requests) -> Measured:
    """Reads the list once for each person, as people do before they sign up."""
    return await measure(program, requests.first_lists(), CONNECTIONS, RUSH_TIMEOUT_SECONDS, 200)


Rows = dict[str, list[Measured]]


async def compare(
    effort: Effort, requests: Requests, programs: Sequence[Served]
) -> dict[str, Rows]:
    """Measures lists, and writes that are spread over people and communities; the programs take
    turns."""
    rows: dict[str, Rows] = {name: {program.name: [] for program in programs} for name in ROUNDS}
    for _ in range(effort.rounds):
        for program in programs:
            rows[FIRST][program.name].append(await warm_up(program, requests))
        for name, lists in ((LIST, requests.lists), (OTHER, requests.other_lists)):
            for program in programs:
                rows[name][program.name].append(
                    await measure(program, lists(), CONNECTIONS, effort.seconds, 200)
                )
        for program in programs:
            rows[SPREAD][program.name].append(
                await measure(program, requests.signups, CONNECTIONS, effort.seconds, 201)
            )
        for name, writes in (
            (VOTE, requests.votes),
            (TICKET, requests.tickets),
            (CHECK_IN, requests.check_ins),
        ):
            for program in programs:
                some = islice(writes, effort.writes)
                rows[name][program.name].append(
                    await measure(program, some, CONNECTIONS, RUSH_TIMEOUT_SECONDS, 201)
                )
    return rows


async def compare_rushes(effort: Effort, requests: Requests, programs: Sequence[Served]) -> Rows:
    """Measures everybody signing up for one shift at once; each round has a shift of its own."""
    rows: Rows = {program.name: [] for program in programs}
    shifts = iter(requests.town.rushed)
    for _ in range(effort.rushes):
        for program in programs:
            await warm_up(program, requests)
            rush_ = requests.rush(next(shifts))
            rows[program.name].append(
                await measure(program, rush_, RUSH_CONNECTIONS, RUSH_TIMEOUT_SECONDS, 201)
            )
    return rows


async def compare_crowds(effort: Effort, requests: Requests, programs: Sequence[Served]) -> Rows:
    """Measures a crowd that checks in to one occasion; each round has an occasion of its own."""
    rows: Rows = {program.name: [] for program in programs}
    occasions = iter(requests.town.crowded)
    for _ in range(effort.rushes):
        for program in programs:
            crowd = requests.crowd(next(occasions))
            rows[program.name].append(
                await measure(program, crowd, RUSH_CONNECTIONS, RUSH_TIMEOUT_SECONDS, 201)
            )
    return rows


FIRST = "first list of each person"
LIST = "list of 20"
OTHER = "list of 20, no two equal"
SPREAD = "sign-up, spread"
VOTE = "vote, spread"
TICKET = "ticket, spread"
HOT = "sign-up, one hot shift"
CHECK_IN = "check-in, spread"
CROWD = "check-in, one occasion"
ROUNDS = (FIRST, LIST, OTHER, SPREAD, VOTE, TICKET, CHECK_IN)
WRITTEN = {
    **{"sign-ups": (SPREAD, HOT), "votes": (VOTE,), "tickets": (TICKET,)},
    "check-ins": (CHECK_IN, CROWD),
}


def show(title: str, rows: Rows, target: float | None) -> None:
    (name, ours), (other, theirs) = rows.items()
    for program, measured in rows.items():
        figures = [
            median(m.round.per_second for m in measured),
            median(m.round.quantile(0.5) for m in measured),
            median(m.round.quantile(0.99) for m in measured),
            median(m.cpu_us for m in measured),
        ]
        print(
            f"{title:26} {program:14} {figures[0]:8,.0f} {figures[1]:8.1f} {figures[2]:8.1f} "
            f"{figures[3]:8.0f}"
        )
    pairs = list(zip(ours, theirs, strict=True))
    ratio = median(a.round.per_second / b.round.per_second for a, b in pairs)
    p99 = median(a.round.quantile(0.99) / b.round.quantile(0.99) for a, b in pairs)
    aim = "" if target is None else f"  (target: >= {target})"
    print(f"{'':26} {name} : {other} = {ratio:.2f}{aim}, p99 {p99:.2f}\n")


async def run(url: str, effort: Effort) -> None:
    await migrate(url)
    requests = Requests(await fill(url, effort.size))
    with ExitStack() as running:
        start = running.enter_context
        grouped = start(served("service", service, url, Limits()))
        bare = start(served("ceiling", ceiling, url))
        alone = start(served("groups of one", service, url, Limits(group_size=1)))
        resident, share = grouped.memory()
        print(f"idle: {resident:.0f} MB resident, {share:.0f} MB its share (target: <= 150)\n")
        rows = await compare(effort, requests, [grouped, bare])
        rows[HOT] = await compare_rushes(effort, requests, [grouped, alone])
        rows[CROWD] = await compare_crowds(effort, requests, [grouped, alone])
    print(f"{'':41} {'per s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU us':>8}")
    for title, target in TARGETS.items():
        show(title, rows[title], target)
    answered = {
        kind: sum(_answered(rows[title]) for title in titles) for kind, titles in WRITTEN.items()
    }
    await verify(url, answered)


def _answered(rows: Rows) -> int:
    return sum(len(m.round.latencies) for several in rows.values() for m in several)


TARGETS = {
    **{FIRST: None, LIST: 1.1, OTHER: None},
    **{SPREAD: 2.0, VOTE: 1.6, TICKET: 2.0, HOT: 6.0, CHECK_IN: 1.5, CROWD: 4.0},
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds, to see that it runs")
    effort = SHORT if parser.parse_args().short else FULL
    keys.use(Settings.demo().keys())
    pin(1)
    with a_database() as url:
        uvloop.run(run(url, effort))


if __name__ == "__main__":
    main()
