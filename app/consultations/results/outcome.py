"""What a ballot decides, from what was counted and its rule. Pure; whole numbers and fractions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.consultations.models import ABSTAIN, YES, QuestionKind, Rule, ShareBase


class Reason(StrEnum):
    PASSED = "passed"
    QUORUM_NOT_MET = "quorum_not_met"
    NO_VOTES = "no_votes"
    TIE = "tie"
    BELOW_THRESHOLD = "below_threshold"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one question."""

    is_quorum_met: bool
    is_passed: bool
    winner: str | None
    """The option that has passed; None when none has."""
    reason: Reason
    present: int
    """Votes returned, abstentions among them: abstaining is taking part."""
    valid: int
    """Of those, the ones that did not abstain."""


def outcome_of(
    kind: QuestionKind, counts: Mapping[str, int], *, present: int, roll: int, rule: Rule
) -> Outcome:
    """`counts` by option; an option that nobody chose may be missing."""
    valid = present - counts.get(ABSTAIN, 0)
    is_quorum_met = rule.quorum.is_reached(present, roll)
    wholes = {ShareBase.ROLL: roll, ShareBase.PRESENT: present, ShareBase.VALID: valid}
    winner, reason = _decided(kind, counts, wholes[rule.passing_of], rule)
    if not is_quorum_met:
        winner, reason = None, Reason.QUORUM_NOT_MET
    return Outcome(is_quorum_met, winner is not None, winner, reason, present, valid)


def _decided(
    kind: QuestionKind, counts: Mapping[str, int], whole: int, rule: Rule
) -> tuple[str | None, Reason]:
    """The quorum apart."""
    chosen = {option: n for option, n in counts.items() if option != ABSTAIN and n > 0}
    if not chosen:
        return None, Reason.NO_VOTES
    most = max(chosen.values())
    first = [option for option, n in chosen.items() if n == most]
    if len(first) > 1:
        return None, Reason.TIE
    wanted = YES if kind is QuestionKind.YES_NO_ABSTAIN else first[0]
    if first[0] == wanted and rule.passing.is_reached(most, whole):
        return wanted, Reason.PASSED
    return None, Reason.BELOW_THRESHOLD
