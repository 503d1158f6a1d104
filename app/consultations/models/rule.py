"""The rule that decides a ballot: its kinds and its exact numbers."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from app.kernel.words import Worded


class Electorate(Worded):
    """Electorate: all verified residents, or one vote for each household that has one."""

    RESIDENTS = "residents", "居民，一人一票", "residents, one vote each"
    HOUSEHOLDS = "households", "户，一户一票", "households, one vote each"


class Mode(Worded):
    """Mode in which votes are stored. Recorded: the committee can see each vote, residents see
    totals."""

    RECORDED = "recorded", "记名表决", "recorded vote"


class LegalEffect(Worded):
    """Legal effect of a ballot. Only an advisory one is offered yet (`ballots.rules.OFFERED`)."""

    ADVISORY = "advisory", "意见征询", "advisory"
    RESIDENTS_RESOLUTION = "residents_resolution", "居民会议决议", "resolution of the residents"
    OWNERS_RESOLUTION = "owners_resolution", "业主大会决定", "resolution of the owners"


class QuestionKind(Worded):
    SINGLE = "single", "单选", "one of several options"
    YES_NO_ABSTAIN = "yes_no_abstain", "赞成、反对或弃权", "yes, no or abstain"


class NonvoterRule(Worded):
    """Meaning of a vote that is not returned: it counts for nothing."""

    EXCLUDE = "exclude", "未投票的不计入", "not counted"


class ShareBase(Worded):
    """Base of a share: all on the roll, all who voted, or those who did not abstain."""

    ROLL = "roll", "表决人总数", "all on the roll"
    PRESENT = "present", "参加表决的总数", "all who have voted"
    VALID = "valid", "除弃权外的有效票", "valid votes without abstentions"


YES, NO, ABSTAIN = "yes", "no", "abstain"
"""Option keys with a fixed meaning. Abstaining counts as taking part, and every question offers
it."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a base: at least (以上 includes the number) or more than (过半 exceeds it)."""

    numerator: int
    denominator: int
    is_inclusive: bool

    def is_reached(self, part: int, whole: int) -> bool:
        """Compare exactly, in whole numbers; no share of an empty base is reached."""
        if whole == 0:
            return False
        threshold, reached = Fraction(self.numerator, self.denominator), Fraction(part, whole)
        return reached >= threshold if self.is_inclusive else reached > threshold


@dataclass(frozen=True, slots=True)
class Rule:
    quorum: Share
    """The share of the roll that must take part."""
    passing: Share
    passing_of: ShareBase
    nonvoters: NonvoterRule = NonvoterRule.EXCLUDE
    plurality: bool = False
    """True where the option of a `single` question that most have chosen passes, whatever its
    share. Questions of yes and no pass by their share even then."""

    @classmethod
    def read(cls, stored: dict[str, Any]) -> Self:
        """Build the rule from the JSON in the ballot's row."""
        return cls(
            quorum=Share(**stored["quorum"]),
            passing=Share(**stored["passing"]),
            passing_of=ShareBase(stored["passing_of"]),
            nonvoters=NonvoterRule(stored["nonvoters"]),
            plurality=stored.get("plurality", False),
        )
