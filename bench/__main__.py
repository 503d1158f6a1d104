"""`python -m bench`: how near the service comes to bare Starlette + asyncpg, as ratios.

All programs run at the same time and are asked in turns, so that what else the machine does
falls on all of them; the medians of the rounds are shown. Nothing is asserted of times: it fails
when an answer is wrong, or when what was promised and what is stored are not alike.
"""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import NamedTuple

import uvloop

from app.kernel.database.migrations import migrate
from app.kernel.lane.batching import Limits
from bench.asking import Asking
from bench.checks import verify
from bench.data import Size, fill
from bench.databases import a_database
from bench.load import Round, rush
from bench.serving import Served, ceiling, pin, served, service


@dataclass(frozen=True, slots=True)
class Effort:
    size: Size
    rounds: int
    seconds: float
    """Of each round."""
    rushes: int
    """Rounds on one hot shift."""
    writes: int
    """Votes, and tickets, of each round: there are ballots for all of them, and nobody comes to
    ten open tickets."""


FULL = Effort(Size(people=10_000, activities=200, rushes=6, places=300, ballots=7), 7, 4.0, 3, 5000)
SHORT = Effort(Size(people=500, activities=20, rushes=2, places=30, ballots=1), 1, 0.5, 1, 250)
LONGEST = 60.0
"""Seconds of one rush."""
CONNECTIONS, CROWD = 64, 128


class Measured(NamedTuple):
    round: Round
    cpu_us: float
    """Of the program, a request."""


async def measure(
    program: Served, requests: Iterator[bytes], connections: int, seconds: float, status: int
) -> Measured:
    before = program.cpu_seconds()
    told = await rush(program.port, connections, requests, seconds)
    if set(told.statuses) != {status}:
        raise SystemExit(f"{program.name}: answered {dict(told.statuses)}")
    cpu = program.cpu_seconds() - before
    return Measured(told, cpu / len(told.latencies) * 1e6)


async def meet(program: Served, asking: Asking) -> Measured:
    """Everybody reads the list once, as people do before they sign up."""
    return await measure(program, asking.first_lists(), CONNECTIONS, LONGEST, 200)


Rows = dict[str, list[Measured]]


async def compare(effort: Effort, asking: Asking, programs: Sequence[Served]) -> dict[str, Rows]:
    """Lists, and what is spread over people and communities; the programs in turns."""
    told: dict[str, Rows] = {name: {program.name: [] for program in programs} for name in ROUNDS}
    for _ in range(effort.rounds):
        for program in programs:
            told[FIRST][program.name].append(await meet(program, asking))
        for what, requests in ((LIST, asking.lists), (OTHER, asking.other_lists)):
            for program in programs:
                told[what][program.name].append(
                    await measure(program, requests(), CONNECTIONS, effort.seconds, 200)
                )
        for program in programs:
            told[SPREAD][program.name].append(
                await measure(program, asking.signups, CONNECTIONS, effort.seconds, 201)
            )
        for what, wishes in ((VOTE, asking.votes), (TICKET, asking.tickets)):
            for program in programs:
                some = islice(wishes, effort.writes)
                told[what][program.name].append(
                    await measure(program, some, CONNECTIONS, LONGEST, 201)
                )
    return told


async def crowd(effort: Effort, asking: Asking, programs: Sequence[Served]) -> Rows:
    """Everybody wants the same shift at once; each round has a shift of its own."""
    told: Rows = {program.name: [] for program in programs}
    shifts = iter(asking.town.wanted)
    for _ in range(effort.rushes):
        for program in programs:
            await meet(program, asking)
            wishes = asking.rush(next(shifts))
            told[program.name].append(await measure(program, wishes, CROWD, LONGEST, 201))
    return told


FIRST = "first list of each person"
LIST = "list of 20"
OTHER = "list of 20, no two alike"
SPREAD = "sign-up, spread"
VOTE = "vote, spread"
TICKET = "ticket, spread"
HOT = "sign-up, one hot shift"
ROUNDS = (FIRST, LIST, OTHER, SPREAD, VOTE, TICKET)
WRITTEN = {"sign-ups": (SPREAD, HOT), "votes": (VOTE,), "tickets": (TICKET,)}


def show(what: str, rows: Rows, target: float | None) -> None:
    (name, ours), (other, theirs) = rows.items()
    for whose, measured in rows.items():
        figures = [
            median(m.round.per_second for m in measured),
            median(m.round.quantile(0.5) for m in measured),
            median(m.round.quantile(0.99) for m in measured),
            median(m.cpu_us for m in measured),
        ]
        print(
            f"{what:26} {whose:14} {figures[0]:8,.0f} {figures[1]:8.1f} {figures[2]:8.1f} "
            f"{figures[3]:8.0f}"
        )
    pairs = list(zip(ours, theirs, strict=True))
    ratio = median(a.round.per_second / b.round.per_second for a, b in pairs)
    p99 = median(a.round.quantile(0.99) / b.round.quantile(0.99) for a, b in pairs)
    wanted = "" if target is None else f"  (target: >= {target})"
    print(f"{'':26} {name} : {other} = {ratio:.2f}{wanted}, p99 {p99:.2f}\n")


async def run(url: str, effort: Effort) -> None:
    await migrate(url)
    asking = Asking(await fill(url, effort.size))
    with ExitStack() as running:
        start = running.enter_context
        grouped = start(served("service", service, url, Limits()))
        bare = start(served("ceiling", ceiling, url))
        alone = start(served("groups of one", service, url, Limits(group_size=1)))
        resident, share = grouped.memory()
        print(f"idle: {resident:.0f} MB resident, {share:.0f} MB its share (target: <= 150)\n")
        told = await compare(effort, asking, [grouped, bare])
        told[HOT] = await crowd(effort, asking, [grouped, alone])
    print(f"{'':41} {'per s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU us':>8}")
    for what, target in TARGETS.items():
        show(what, told[what], target)
    answered = {
        kind: sum(_answered(told[what]) for what in whats) for kind, whats in WRITTEN.items()
    }
    await verify(url, answered)


def _answered(rows: Rows) -> int:
    return sum(len(m.round.latencies) for several in rows.values() for m in several)


TARGETS = {
    **{FIRST: None, LIST: 0.7, OTHER: None},
    **{SPREAD: 1.0, VOTE: 0.7, TICKET: 0.7, HOT: 4.0},
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few seconds: does it run?")
    effort = SHORT if parser.parse_args().short else FULL
    pin(1)
    with a_database() as url:
        uvloop.run(run(url, effort))


if __name__ == "__main__":
    main()
