"""Electoral roll as staff see it: counts without names."""

from enum import StrEnum

from app.consultations.models import Electorate
from app.kernel.web.schemas import Out


class WhyNot(StrEnum):
    """The reason for which somebody may not vote now."""

    NOT_A_PARTICIPANT = "not_a_participant"
    INACTIVE = "inactive"
    """They have left the community, or are blocked."""
    RESIDENCE_NOT_VERIFIED = "residence_not_verified"
    LIVES_ELSEWHERE = "lives_elsewhere"
    """The ballot is one of a place in which they do not live."""
    NOT_KNOWN_ADULT = "not_known_adult"
    NOT_ON_ROLL = "not_on_roll"
    """They became eligible after the roll was drawn up."""
    NOT_OPEN_YET = "not_open_yet"
    CLOSED = "closed"
    VOTED = "voted"
    HOUSEHOLD_VOTED = "household_voted"
    """Another resident of the household has cast its vote."""
    VOTED_ON_PAPER = "voted_on_paper"


class MyEligibility(Out):
    may: bool
    """True where the caller may cast a vote now."""
    because: WhyNot | None
    """The reason where they may not."""


class RollCounts(Out):
    electorate: Electorate
    size: int | None
    """Votes that can be cast; None before the roll is drawn up."""
    digest: str | None
    voters: int
    """People who may cast them; any verified resident may cast the vote of a household."""
    voted: int | None
    """Votes that were cast; None before the close, because nobody reads counts until then, and
    where only the outcome is told."""
