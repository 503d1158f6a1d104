"""Outcome of a ballot, from its counts and its rule. Pure; whole numbers and exact fractions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.consultations.models import ABSTAIN, YES, QuestionKind, Rule, ShareBase
from app.kernel.words import Worded


class Reason(Worded):
    PASSED = "passed", "通过", "passed"
    QUORUM_NOT_MET = (
        "quorum_not_met",
        "未通过，参加投票的没有达到规则要求的比例",
        "not passed, because fewer have voted than the rule asks for",
    )
    NO_VOTES = (
        "no_votes",
        "未通过，没有人作出弃权以外的选择",
        "not passed, because nobody chose anything but to abstain",
    )
    TIE = "tie", "未通过，票数相同", "not passed, because of a tie"
    BELOW_THRESHOLD = (
        "below_threshold",
        "未通过，得票没有达到规则要求的比例",
        "not passed, because no option has reached the share that the rule asks for",
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of one question."""

    is_quorum_met: bool
    is_passed: bool
    winner: str | None
    """Option that has passed, or None."""
    reason: Reason
    present: int
    """Votes returned, abstentions among them: abstaining is taking part."""
    valid: int
    """Votes returned that did not abstain."""


def outcome_of(
    kind: QuestionKind, counts: Mapping[str, int], *, present: int, roll: int, rule: Rule
) -> Outcome:
    """Applies the rule to the counts by option; an option that nobody chose may be missing."""
    valid = present - counts.get(ABSTAIN, 0)
    is_quorum_met = rule.quorum.is_reached(present, roll)
    wholes = {ShareBase.ROLL: roll, ShareBase.PRESENT: present, ShareBase.VALID: valid}
    winner, reason = _winner(kind, counts, wholes[rule.passing_of], rule)
    if not is_quorum_met:
        winner, reason = None, Reason.QUORUM_NOT_MET
    return Outcome(is_quorum_met, winner is not None, winner, reason, present, valid)


TELLING = {Reason.TIE, Reason.NO_VOTES}
"""Reasons that say how votes were spread; where counts are not told, they are told as one."""


def without_counts(outcome: Outcome) -> Outcome:
    """Returns the outcome with a reason that says nothing of how votes were spread."""
    is_telling = outcome.reason in TELLING
    return replace(outcome, reason=Reason.BELOW_THRESHOLD) if is_telling else outcome


def _winner(
    kind: QuestionKind, counts: Mapping[str, int], whole: int, rule: Rule
) -> tuple[str | None, Reason]:
    """Returns the option that passes if the quorum is met, and the reason."""
    chosen = {option: n for option, n in counts.items() if option != ABSTAIN and n > 0}
    if not chosen:
        return None, Reason.NO_VOTES
    most = max(chosen.values())
    first = [option for option, n in chosen.items() if n == most]
    if len(first) > 1:
        return None, Reason.TIE
    if rule.plurality and kind is QuestionKind.SINGLE:
        return first[0], Reason.PASSED
    candidate = YES if kind is QuestionKind.YES_NO_ABSTAIN else first[0]
    if first[0] == candidate and rule.passing.is_reached(most, whole):
        return candidate, Reason.PASSED
    return None, Reason.BELOW_THRESHOLD
