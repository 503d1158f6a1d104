"""Rules of voting, pure: the facts about a command, and the decision by them."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.communities.acting import ActingFor
from app.communities.errors import NotAParticipant
from app.consultations.errors import (
    AlreadyVoted,
    CastByAnother,
    NotOnRoll,
    NotVoted,
    UnknownChoice,
    VotedOnPaper,
    VotingClosed,
    VotingNotOpen,
)
from app.consultations.models import VOTABLE, RollStatus
from app.kernel.database.idempotency import Key
from app.kernel.errors import DomainError, NotFound

GRACE = timedelta(seconds=10)
"""The time after the close in which a vote that came before it may still be decided. Its
statements end well before votes are counted (COUNTING_DELAY)."""

Choices = Mapping[str, str]
"""The key of each question, and the key of the option chosen."""


@dataclass(frozen=True, slots=True)
class CastVoteCommand:
    """A request to vote on a topic, or to change one's vote."""

    topic_id: UUID
    acting: ActingFor
    at: datetime
    choices: Choices
    key: Key | None = None
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class BallotFacts:
    """A ballot, read without a lock: once it has a roll only its status changes. A vote that is
    cast while the ballot is annulled is written, and never counted."""

    id: UUID
    status: str
    opens_at: datetime
    closes_at: datetime
    options: Mapping[str, Set[str]]
    """The keys of the options of each question."""
    vote_length: int
    """Bytes of every sealed vote of the ballot."""


@dataclass(slots=True)
class LockedEntry:
    """The roll entry while the group has it locked: two people of one household may be in the
    same group."""

    id: UUID
    status: str
    cast_by: UUID | None = None
    """The participant who has cast its vote."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one command, read while its roll entry is locked."""

    now: datetime
    """Instant at which the command is decided; its own `at` is the instant at which it came."""
    participant_id: UUID | None = None
    ballot: BallotFacts | None = None
    entry: LockedEntry | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    participant_id: UUID
    ballot: BallotFacts
    entry: LockedEntry


def decide(facts: Facts, command: CastVoteCommand) -> Admitted | DomainError:
    """Decides by the rules of voting, which stand here alone; returns the first reason to refuse,
    if any. People on the roll may vote whatever happens to their account later."""
    if facts.ballot is None:
        return NotFound()
    if facts.participant_id is None:
        return NotAParticipant()
    if facts.entry is None:
        return NotOnRoll()
    refusal = (
        refusal_by_window(facts.ballot, command, facts.now)
        or refusal_by_choices(facts.ballot, command)
        or refusal_by_entry(facts.entry, command)
        or refusal_by_caster(facts.entry, facts.participant_id, command)
    )
    if refusal:
        return refusal
    # The group shares the entry: the next person of the household is refused by it.
    facts.entry.status, facts.entry.cast_by = RollStatus.VOTED, facts.participant_id
    return Admitted(facts.participant_id, facts.ballot, facts.entry)


def refusal_by_window(
    ballot: BallotFacts, command: CastVoteCommand, now: datetime
) -> DomainError | None:
    """Judges by the window alone: the sweep that opens and closes ballots may be late."""
    if command.at < ballot.opens_at:
        return VotingNotOpen(opens_at=ballot.opens_at)
    is_late = command.at >= ballot.closes_at or now >= ballot.closes_at + GRACE
    if is_late or ballot.status not in VOTABLE:
        return VotingClosed(closed_at=ballot.closes_at)
    return None


def refusal_by_choices(ballot: BallotFacts, command: CastVoteCommand) -> DomainError | None:
    """Refuses choices that do not answer each question of the ballot by one of its options."""
    wrong = [
        question
        for question, options in ballot.options.items()
        if command.choices.get(question) not in options
    ]
    if wrong or len(command.choices) != len(ballot.options):
        return UnknownChoice(questions=wrong)
    return None


def refusal_by_entry(entry: LockedEntry, command: CastVoteCommand) -> DomainError | None:
    if entry.status == RollStatus.PAPER:
        return VotedOnPaper()
    has_voted = entry.status == RollStatus.VOTED
    if command.is_change:
        return None if has_voted else NotVoted()
    return AlreadyVoted() if has_voted else None


def refusal_by_caster(
    entry: LockedEntry, participant_id: UUID, command: CastVoteCommand
) -> DomainError | None:
    """Refuses a change by another resident of the household than the one who cast its vote."""
    is_theirs = entry.cast_by == participant_id
    return None if is_theirs or not command.is_change else CastByAnother()
