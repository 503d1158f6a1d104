"""Cover of grants, and where their permissions hold."""

import pytest

from app.communities.models import Role, ScopeKind
from app.communities.permissions import Held, Staff
from app.kernel.database.columns import PLATFORM, uuid7

REGION, STREET, GRID, HOME = (uuid7() for _ in range(4))


@pytest.mark.parametrize(
    ("held", "everywhere", "in_grid", "in_other"),
    [
        (Held(Role.COMMUNITY_WORKER, ScopeKind.PLATFORM, PLATFORM), True, True, True),
        (Held(Role.COMMUNITY_WORKER, ScopeKind.REGION, STREET), True, True, True),
        (Held(Role.COMMUNITY_WORKER, ScopeKind.REGION, uuid7()), False, False, False),
        (Held(Role.COMMUNITY_WORKER, ScopeKind.PLACE, GRID), False, True, False),
        (Held(Role.AUDITOR, ScopeKind.REGION, REGION), False, False, False),
        (Held(Role.UNIT_LIAISON, ScopeKind.ORGANIZATION, uuid7()), False, False, False),
    ],
)
def test_a_grant_covers_the_subtree_of_what_it_names(
    held: Held, everywhere: bool, in_grid: bool, in_other: bool
) -> None:
    by = Staff(uuid7(), uuid7(), (held,), (REGION, STREET))
    assert by.may("residence:review") is everywhere
    assert by.may("residence:review", (GRID, HOME)) is in_grid
    assert by.may("residence:review", (uuid7(),)) is in_other
    assert by.may("region:manage", (GRID,)) is False


def test_places_are_those_of_the_permission_alone() -> None:
    grid = Held(Role.GRID_WORKER, ScopeKind.PLACE, GRID)
    other = Held(Role.AUDITOR, ScopeKind.PLACE, HOME)
    assert Staff(uuid7(), uuid7(), (grid, other)).places("residence:review") == frozenset({GRID})
    whole = Held(Role.COMMUNITY_WORKER, ScopeKind.REGION, STREET)
    assert Staff(uuid7(), uuid7(), (grid, whole), (STREET,)).places("residence:review") is None
