"""By what a ballot is decided: its kinds, and the rule in exact numbers."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, Self


class Electorate(StrEnum):
    """Who votes: verified residents (age is not collected yet, so children who are verified count
    as residents), or one vote for each household that has a verified resident."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"


class Mode(StrEnum):
    """How a vote is kept. Recorded: the committee can see it, residents see totals."""

    RECORDED = "recorded"


class LegalEffect(StrEnum):
    ADVISORY = "advisory"
    RESIDENTS_RESOLUTION = "residents_resolution"


class QuestionKind(StrEnum):
    SINGLE = "single"
    YES_NO_ABSTAIN = "yes_no_abstain"


class NonvoterRule(StrEnum):
    """What a vote that is not returned counts for: nothing."""

    EXCLUDE = "exclude"


class ShareBase(StrEnum):
    """Of what a share is taken: all on the roll, all who voted, or those who did not abstain."""

    ROLL = "roll"
    PRESENT = "present"
    VALID = "valid"


YES, NO, ABSTAIN = "yes", "no", "abstain"
"""Keys of options that mean something. Abstaining is taking part (domain.md 5), and every question
offers it."""


@dataclass(frozen=True, slots=True)
class Share:
    """以上 includes the number, 过半 exceeds it."""

    numerator: int
    denominator: int
    is_inclusive: bool

    def is_reached(self, part: int, whole: int) -> bool:
        """Nothing is a share of nothing."""
        if whole == 0:
            return False
        wanted, reached = Fraction(self.numerator, self.denominator), Fraction(part, whole)
        return reached >= wanted if self.is_inclusive else reached > wanted


@dataclass(frozen=True, slots=True)
class Rule:
    quorum: Share
    """Of the roll."""
    passing: Share
    passing_of: ShareBase
    nonvoters: NonvoterRule = NonvoterRule.EXCLUDE

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Self:
        """As the row of the ballot has it."""
        return cls(
            quorum=Share(**kept["quorum"]),
            passing=Share(**kept["passing"]),
            passing_of=ShareBase(kept["passing_of"]),
            nonvoters=NonvoterRule(kept["nonvoters"]),
        )
