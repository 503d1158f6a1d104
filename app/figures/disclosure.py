"""Disclosure of weekly counts, so that nobody can tell or compute a small one. Pure.

Counts from 1 to 9 are hidden. Where the sum of several counts can be read elsewhere in the same
answer, another one is hidden beside a small one. A running total takes small weeks in only when
enough of them are together. All of it depends on whole weeks alone, never on the span that is asked
for, so that answers for two spans tell no more than one."""

from collections.abc import Iterator, Sequence

MIN_SHOWN = 10
PLAY = 8
"""The distance between the least and the greatest count that is hidden."""
TOGETHER = 4
"""Small weeks that a running total takes in at a time. Fixed, because the moment at which a total
moves would tell of the counts if it followed from them."""
Count = int | None
"""A count, or None where it is hidden."""


def is_small(count: int) -> bool:
    return 0 < count < MIN_SHOWN


def hide_small(counts: Sequence[int]) -> list[Count]:
    """Hides counts from 1 to 9. For counts whose sum stands nowhere."""
    return [None if is_small(count) else count for count in counts]


def hide_parts(parts: Sequence[int]) -> list[Count]:
    """Hides small parts of a whole that can be known. While the hidden ones make less than 10
    together, the next part that is not nought goes, too. Which one that is follows from its place
    and not from its size, because whoever knows the rule would learn something of the size."""
    hidden = [index for index, part in enumerate(parts) if is_small(part)]
    if hidden:
        first = hidden[0]
        others = [*range(first + 1, len(parts)), *range(first)]
        spare = [index for index in others if parts[index] >= MIN_SHOWN]
        while spare and sum(parts[index] for index in hidden) < MIN_SHOWN:
            hidden.append(spare.pop(0))
    return [None if index in hidden else part for index, part in enumerate(parts)]


def running_totals(counts: Sequence[int]) -> Iterator[Count]:
    """Yields the total at the end of each week, for all weeks that there have been; the last week
    is not over yet. Small weeks come in four at a time, and only where their sum leaves each of
    them the whole play from 1 to 9; else they wait for four more. None while there is nothing but
    small weeks."""
    total = 0
    waiting: list[int] = []
    for number, count in enumerate(counts, 1):
        # A week that is not over may still become one that is shown.
        if is_small(count) and number < len(counts):
            waiting.append(count)
            if len(waiting) % TOGETHER == 0 and _leaves_play(waiting):
                total, waiting = total + sum(waiting), []
        elif not is_small(count):
            total += count
        yield None if total == 0 and (waiting or is_small(count)) else total


def _leaves_play(small: Sequence[int]) -> bool:
    """Returns whether each of the counts could be anything from 1 to 9, by their sum."""
    return len(small) + PLAY <= sum(small) <= len(small) * (MIN_SHOWN - 1) - PLAY
