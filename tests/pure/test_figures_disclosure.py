"""Whoever sees all figures, knows the rules and computes what they can, learns no small count."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from app.figures.disclosure import Count, hide_parts, hide_small, is_small, running_totals

Counts = tuple[int, ...]


def fewest_values(
    worlds: Iterable[Counts], seen_of: Callable[[Counts], tuple[Sequence[Count], Any]]
) -> int:
    """Returns the fewest values that a hidden count can still have for somebody who has compared
    what is seen with every possible world. What is seen is the counts, and anything else."""
    possible = defaultdict[Any, list[set[int]]](list)
    for world in worlds:
        shown, beside = seen_of(world)
        values = possible[tuple(shown), beside]
        values += [set() for _ in world[len(values) :]]
        for index, count in enumerate(world):
            values[index].add(count)
    return min(
        len(values)
        for (shown, _), columns in possible.items()
        for count, values in zip(shown, columns, strict=True)
        if count is None
    )


def parts_of(at_most: int, number: int) -> Iterator[Counts]:
    """Yields all ways to make up all sums to a number of so many parts."""
    values = range(at_most + 1)
    yield from (parts for parts in product(values, repeat=number) if sum(parts) <= at_most)


def known_sum(parts: Counts) -> int | None:
    """The sum, where it can stand elsewhere: a small one is hidden there, too."""
    return None if is_small(sum(parts)) else sum(parts)


class TestPartsOfAKnownSum:
    def test_small_ones_are_hidden_and_noughts_are_shown(self) -> None:
        assert hide_parts([0, 1, 9, 10, 200]) == [0, None, None, 10, 200]
        assert hide_small([0, 1, 9, 10, 200]) == [0, None, None, 10, 200]

    def test_another_one_goes_beside_a_small_one(self) -> None:
        assert hide_parts([3, 0, 40, 50]) == [None, 0, None, 50]
        assert hide_parts([40, 50, 3]) == [None, 50, None]
        assert hide_parts([2, 50, 3, 60]) == [None, None, None, 60]

    def test_a_small_one_keeps_several_values(self) -> None:
        for number in (2, 3, 4):
            worlds = parts_of(at_most=30, number=number)
            least = fewest_values(worlds, lambda parts: (hide_parts(parts), known_sum(parts)))
            assert least >= 6, number

    def test_hiding_the_small_ones_alone_would_tell_them(self) -> None:
        worlds = parts_of(at_most=30, number=2)
        assert fewest_values(worlds, lambda parts: (hide_small(parts), known_sum(parts))) == 1

    def test_hiding_the_smallest_of_the_others_would_tell_of_it(self) -> None:
        def hide_smallest(parts: Counts) -> list[Count]:
            shown = hide_small(parts)
            others = sorted(part for part in parts if part >= 10)
            if None in shown and others:
                shown[parts.index(others[0])] = None
            return shown

        worlds = parts_of(at_most=60, number=3)
        assert fewest_values(worlds, lambda parts: (hide_smallest(parts), known_sum(parts))) == 1


class TestRunningTotals:
    def test_weeks_that_are_shown_count_at_once(self) -> None:
        assert list(running_totals([40, 0, 12, 15])) == [40, 40, 52, 67]

    def test_small_weeks_count_when_enough_of_them_are_together(self) -> None:
        assert list(running_totals([40, 5, 12, 5, 0, 5, 5, 20])) == [
            *[40, 40, 52, 52, 52, 52, 72],
            92,
        ]

    def test_a_sum_that_would_tell_waits_for_more(self) -> None:
        weeks = [9, 9, 9, 9, 1, 1, 1, 1]
        assert list(running_totals([10, *weeks, 0])) == [*[10] * 8, 50, 50]

    def test_a_week_that_is_not_over_waits(self) -> None:
        assert list(running_totals([40, 5, 5, 5, 5])) == [40] * 5
        assert list(running_totals([40, 5, 5, 5, 15])) == [*[40] * 4, 55]

    def test_nothing_but_small_weeks_is_no_nought(self) -> None:
        assert list(running_totals([0, 3, 0, 0])) == [0, None, None, None]
        assert list(running_totals([3])) == [None]

    def test_a_small_week_keeps_all_its_values(self) -> None:
        for weeks in range(1, 6):
            assert fewest_values(product(range(1, 10), repeat=weeks), totals) == 9, weeks

    def test_it_keeps_several_where_four_weeks_had_to_wait_for_four_more(self) -> None:
        """All sums of two times four weeks stand for 43 million worlds."""
        sums = [(first, second) for first in range(4, 37) for second in range(4, 37)]
        waited = [pair for pair in sums if not 12 <= pair[0] <= 28 and 16 <= sum(pair) <= 64]
        for number in (0, 1):
            possible = defaultdict[int, set[int]](set)
            for pair in waited:
                possible[sum(pair)] |= {v for v in range(1, 10) if 3 <= pair[number] - v <= 27}
            assert min(map(len, possible.values())) >= 7, number

    def test_true_totals_would_tell_them(self) -> None:
        def seen(counts: Counts) -> tuple[Sequence[Count], Any]:
            return hide_small(counts), tuple(sum(counts[: n + 1]) for n in range(len(counts)))

        assert fewest_values(product(range(1, 12), repeat=2), seen) == 1


def totals(counts: Counts) -> tuple[Sequence[Count], Any]:
    """Returns all that somebody has seen who has looked in each week."""
    answers = [tuple(running_totals(counts[:week])) for week in range(1, len(counts) + 1)]
    return hide_small(counts), (*answers, tuple(running_totals([*counts, 0])))
