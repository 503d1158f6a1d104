"""One test for many cases: all of them are checked, and every failure is listed."""

from collections.abc import Callable, Iterable
from functools import update_wrapper
from typing import TypeVar

import pytest

Case = TypeVar("Case")


def each(
    cases: Iterable[Case], name_of: Callable[[Case], str] = str
) -> Callable[[Callable[[Case], None]], Callable[[pytest.Subtests], None]]:
    """Makes one test out of a check of one case. A test per case would pay for its fixtures and
    its report each time, and there are thousands."""

    def walk_with(check: Callable[[Case], None]) -> Callable[[pytest.Subtests], None]:
        def walk(subtests: pytest.Subtests) -> None:
            for case in cases:
                # A plain str: names of tables are of a kind of their own, which xdist cannot send.
                with subtests.test(str(name_of(case))):
                    check(case)

        update_wrapper(walk, check)
        del walk.__wrapped__  # type: ignore[attr-defined]  # pytest would ask for its arguments
        return walk

    return walk_with
