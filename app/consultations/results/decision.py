"""Decision of a counted ballot, and its reason in plain words. Pure."""

from dataclasses import dataclass
from typing import Any

from app.consultations.ballots.wording import EffectWords
from app.consultations.disclosure import has_counts
from app.consultations.models import (
    Ballot,
    LegalEffect,
    QuestionKind,
    Rule,
    Tally,
    TopicOutcome,
)
from app.consultations.results.outcome import Outcome, Reason, outcome_of, without_counts
from app.kernel.errors import Text
from app.kernel.jobs.messages import Worded


class ResultWords(Worded):
    """The reason of a result, as it is said to people."""

    PASSED = Reason.PASSED.value
    QUORUM_NOT_MET = Reason.QUORUM_NOT_MET.value
    NO_VOTES = Reason.NO_VOTES.value
    TIE = Reason.TIE.value
    BELOW_THRESHOLD = Reason.BELOW_THRESHOLD.value

    @property
    def words(self) -> Text:
        return WORDS[self]


WORDS = {
    ResultWords.PASSED: Text("通过", "it has passed"),
    ResultWords.QUORUM_NOT_MET: Text(
        "未通过，参加投票的没有达到规则要求的比例",
        "it has not passed, because fewer have voted than the rule asks for",
    ),
    ResultWords.NO_VOTES: Text(
        "未通过，没有人作出弃权以外的选择",
        "it has not passed, because nobody chose anything but to abstain",
    ),
    ResultWords.TIE: Text("未通过，票数相同", "it has not passed, because of a tie"),
    ResultWords.BELOW_THRESHOLD: Text(
        "未通过，得票没有达到规则要求的比例",
        "it has not passed, because no option has reached the share that the rule asks for",
    ),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """The result of a whole ballot: it has passed when each of its questions has."""

    outcomes: dict[str, Outcome]
    """The outcome of each question, with a reason that tells no counts where they are not told."""
    reason: Reason
    """The reason of the first question that has not passed, or PASSED."""

    @property
    def outcome(self) -> TopicOutcome:
        is_passed = self.reason is Reason.PASSED
        return TopicOutcome.ADOPTED if is_passed else TopicOutcome.REJECTED


def decide(ballot: Ballot) -> Decision:
    """Decides a counted ballot by its own rule, each time the same."""
    tally = ballot.require_tally()
    outcomes = {one["key"]: _outcome(ballot, one, tally) for one in ballot.questions}
    failed = [one.reason for one in outcomes.values() if not one.is_passed]
    return Decision(outcomes, failed[0] if failed else Reason.PASSED)


def in_words(reason: Reason, effect: LegalEffect) -> Text:
    """Returns the sentence that says whether a ballot has passed, why, and what that means."""
    result, meaning = ResultWords(reason).words, EffectWords(effect).words
    return Text(f"{result.zh}。{meaning.zh}", f"Result: {result.en}. {meaning.en}")


def _outcome(ballot: Ballot, question: dict[str, Any], tally: Tally) -> Outcome:
    key = question["key"]
    outcome = outcome_of(
        QuestionKind(question["kind"]),
        tally.counts[key],
        present=tally.present,
        roll=ballot.roll_size or 0,
        rule=Rule.read(ballot.rule),
    )
    return outcome if has_counts(tally, key) else without_counts(outcome)
