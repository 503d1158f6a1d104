"""Disclosure of a counted ballot, so that nobody learns how somebody voted. Pure.

Where fewer than ten have voted, or all chose alike, only the outcome is told, to staff as to
everybody: a count would say how single persons voted."""

from typing import Any

from app.consultations.models import Ballot, Tally

MIN_PUBLISHED_VOTES = 10
MIN_LISTED_ROLL_SIZE = 30
"""Votes on a smaller roll are not listed, because one could guess whose they are."""


def has_counts(tally: Tally, question: str) -> bool:
    """Returns True where the counts of a question may be told."""
    is_unanimous = max(tally.counts[question].values()) == tally.present
    return tally.present >= MIN_PUBLISHED_VOTES and not is_unanimous


def shown_turnout(tally: Tally) -> int | None:
    """Returns the votes returned, or None where no question of the ballot has counts: otherwise
    the turnout would tell which of the two reasons it is."""
    return tally.present if any(has_counts(tally, key) for key in tally.counts) else None


def has_board(ballot: Ballot, tally: Tally, question: dict[str, Any]) -> bool:
    """Returns True where single votes may be listed, too."""
    is_large = (ballot.roll_size or 0) >= MIN_LISTED_ROLL_SIZE
    return is_large and has_counts(tally, question["key"])
