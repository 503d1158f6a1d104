"""How many seconds are enough, and until when screening answers: pure."""

from datetime import timedelta

import pytest

from app.consultations.topics.rules import answer_due, seconds_needed
from app.kernel.deadlines import ALWAYS
from tests.now import NOW


@pytest.mark.parametrize(
    ("residents", "enough"),
    [(0, 3), (1, 3), (100, 3), (150, 3), (151, 4), (500, 10), (999, 20), (1000, 20), (90_000, 20)],
)
def test_enough_is_twenty_or_two_in_a_hundred_and_never_fewer_than_three(
    residents: int, enough: int
) -> None:
    assert seconds_needed(residents) == enough


def test_screening_answers_within_seven_days() -> None:
    assert answer_due(NOW, ALWAYS) == NOW + timedelta(days=7)
