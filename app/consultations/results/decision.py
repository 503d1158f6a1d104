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
    result, meaning = reason.words, EffectWords(effect).words
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
